package org.fihris.corpus;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads SGML documents, one or many in a file. A document ends with its end tag and, where that is
 * missing, at the next document or the end of the file.
 */
final class TrecReader {
  private static final String OPEN = "<doc";
  private static final String CLOSE = "</doc>";

  private final RecordBuffer buffer;
  private final ReadOptions options;
  private final Consumer<? super Reading> sink;
  private final FieldNames names;

  TrecReader(RecordBuffer buffer, ReadOptions options, Consumer<? super Reading> sink) {
    this.buffer = buffer;
    this.options = options;
    this.sink = sink;
    this.names = FieldNames.trec(options.map());
  }

  /** Reads what the buffer has been opened on. */
  void read(String file, Decoding decoding) throws IOException {
    long documents = 0;
    while (skipToDocument(file)) {
      documents++;
      buffer.beginRecord();
      boolean ended = passDocument();
      document(file, decoding, ended);
    }
    if (documents == 0) {
      sink.accept(new Unreadable(new Origin(file, 0), "there is no <DOC> in it"));
    }
  }

  /** Moves to the next start of a document; text on the way there is told, for it is lost. */
  private boolean skipToDocument(String file) throws IOException {
    long textLine = 0;
    boolean found = false;
    int b;
    while (!found && (b = buffer.peek()) >= 0) {
      if (b == '<') {
        found = isDocumentStart();
        if (!found) {
          passTag();
        }
      } else {
        textLine = textLine == 0 && b > ' ' ? buffer.line() : textLine;
        buffer.next();
      }
    }
    if (textLine > 0) {
      sink.accept(
          new Unreadable(
              new Origin(file, textLine), "there is text outside <DOC> … </DOC>; it was left out"));
    }
    return found;
  }

  private void passTag() throws IOException {
    buffer.next();
    int b = buffer.peek();
    while (b >= 0 && b != '<' && b != '>') {
      buffer.next();
      b = buffer.peek();
    }
    if (b == '>') {
      buffer.next();
    }
  }

  /** {@code <DOC>} or {@code <DOC id="…">}, but not {@code <DOCNO>}. */
  private boolean isDocumentStart() throws IOException {
    if (!buffer.startsWith(OPEN) || buffer.lookAhead(OPEN.length() + 1) <= OPEN.length()) {
      return false;
    }
    byte after = buffer.array()[buffer.cursor() + OPEN.length()];
    return after == '>' || after == ' ' || after == '\t' || after == '\r' || after == '\n';
  }

  /** Passes a document; false if the file ended before it did. */
  private boolean passDocument() throws IOException {
    buffer.next();
    while (buffer.skipTo('<')) {
      if (buffer.startsWith(CLOSE)) {
        for (int i = 0; i < CLOSE.length(); i++) {
          buffer.next();
        }
        return true;
      }
      if (isDocumentStart() && buffer.followsTagOrLineStart()) {
        return true;
      }
      buffer.next();
    }
    return false;
  }

  private void document(String file, Decoding decoding, boolean ended) {
    Origin origin = new Origin(file, buffer.recordLine());
    if (!buffer.endRecord()) {
      sink.accept(new Unreadable(origin, Oversize.reason("the document", options)));
      return;
    }
    switch (decoding.record(buffer)) {
      case Decoding.Decoded.Refused(String reason) ->
          sink.accept(new Unreadable(origin, "the document " + reason));
      case Decoding.Decoded.Text(String text) ->
          sink.accept(TrecRecord.parse(origin, text, names, ended));
    }
  }
}
