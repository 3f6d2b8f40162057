package org.fihris.corpus;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads JSON pages: one object a line, an array of objects, or objects written over many lines.
 *
 * <p>Objects are cut out of the stream first and parsed one by one, so that memory holds one record
 * and a broken one costs no other.
 */
final class JsonReader {
  private final RecordBuffer buffer;
  private final ReadOptions options;
  private final Consumer<? super Reading> sink;
  private final JsonRecord parser;

  JsonReader(RecordBuffer buffer, ReadOptions options, Consumer<? super Reading> sink) {
    this.buffer = buffer;
    this.options = options;
    this.sink = sink;
    this.parser = new JsonRecord(FieldNames.keys(options.map()));
  }

  /** Reads what the buffer has been opened on. */
  void read(String file, Decoding decoding) throws IOException {
    int length = buffer.lookAhead(Detection.HEAD);
    if (JsonLayout.isOneALine(buffer.array(), buffer.cursor(), length)) {
      lines(file, decoding);
    } else {
      objects(file, decoding);
    }
  }

  private void lines(String file, Decoding decoding) throws IOException {
    long records = 0;
    while (buffer.takeLine()) {
      records += record(file, decoding, "the line") ? 1 : 0;
      buffer.next();
    }
    tellIfNone(file, records);
  }

  private void objects(String file, Decoding decoding) throws IOException {
    JsonObjects objects = new JsonObjects(buffer);
    long records = 0;
    while (objects.next()) {
      records += record(file, decoding, "the object") ? 1 : 0;
    }
    tellIfNone(file, records);
  }

  private void tellIfNone(String file, long records) {
    if (records == 0) {
      sink.accept(new Unreadable(new Origin(file, 0), "is empty: there is no object in it"));
    }
  }

  /** Hands on the current record; false if there is nothing but white space in it. */
  private boolean record(String file, Decoding decoding, String what) {
    Origin origin = new Origin(file, buffer.recordLine());
    if (!buffer.endRecord()) {
      sink.accept(new Unreadable(origin, Oversize.reason(what, options)));
      return true;
    }
    switch (decoding.record(buffer)) {
      case Decoding.Decoded.Refused(String reason) ->
          sink.accept(new Unreadable(origin, what + " " + reason));
      case Decoding.Decoded.Text(String text) -> {
        if (text.isBlank()) {
          return false;
        }
        sink.accept(parser.parse(origin, text, what));
      }
    }
    return true;
  }
}
