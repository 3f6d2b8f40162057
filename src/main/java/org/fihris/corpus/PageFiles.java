package org.fihris.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads single files of pages, once they are out of whatever they were packed in. */
final class PageFiles {
  private static final int BOM_LENGTH = 3;

  private final ReadOptions options;
  private final Skipped skipped;
  private final Consumer<? super Reading> sink;
  private final RecordBuffer buffer;
  private final JsonReader json;
  private final TrecReader trec;

  PageFiles(ReadOptions options, Skipped skipped, Consumer<? super Reading> sink) {
    this.options = options;
    this.skipped = skipped;
    this.sink = sink;
    this.buffer = new RecordBuffer(options.maxRecordBytes());
    this.json = new JsonReader(buffer, options, sink);
    this.trec = new TrecReader(buffer, options, sink);
  }

  /** Reads the pages of one file; whatever goes wrong is told to the sink. */
  void read(Contents.Item item, Head content) {
    InputStream in =
        item.depth() == 0 ? content : UnpackLimits.size(content, options.maxDecompressedBytes());
    try {
      openDecoded(in, content.bytes());
      int length = buffer.lookAhead(Detection.HEAD);
      if (length == 0) {
        empty(item);
      } else {
        read(item, verdict(item, length));
      }
    } catch (IOException e) {
      refuse(item, Failures.reason(e));
    }
  }

  private Detection.Verdict verdict(Contents.Item item, int length) {
    return Detection.of(
        item.name(), item.named(), options.format(), buffer.array(), buffer.cursor(), length);
  }

  private void read(Contents.Item item, Detection.Verdict verdict) throws IOException {
    switch (verdict) {
      case Detection.Verdict.LeaveAlone() -> skipped.add(item.shown());
      case Detection.Verdict.Refuse(String reason) -> refuse(item, reason);
      case Detection.Verdict.Read(Format format) -> {
        switch (format) {
          case TEXT -> text(item);
          case JSONL -> records(item, json::read);
          case TREC -> records(item, trec::read);
        }
      }
    }
  }

  private interface RecordReader {
    void read(String file) throws IOException;
  }

  private void records(Contents.Item item, RecordReader reader) {
    try {
      reader.read(item.shown());
    } catch (IOException e) {
      sink.accept(
          new Unreadable(
              new Origin(item.shown(), buffer.recordLine()),
              "%s; what stands before this line was read (%,d bytes of the file)"
                  .formatted(Failures.reason(e), buffer.recordOffset())));
    }
  }

  private void text(Contents.Item item) throws IOException {
    buffer.takeAll();
    if (!buffer.endRecord()) {
      refuse(item, Oversize.reason("the page", options));
      return;
    }
    switch (Decoding.record(buffer)) {
      case Decoding.Decoded.Refused(String reason) -> refuse(item, reason);
      case Decoding.Decoded.Text(String text) -> {
        if (text.isBlank()) {
          refuse(item, "is empty: there is nothing in it but white space");
        } else {
          sink.accept(new PageDump(new Origin(item.shown(), 0), text));
        }
      }
    }
  }

  private void empty(Contents.Item item) {
    if (item.named() || item.name().promisesPages()) {
      refuse(item, "is empty");
    } else {
      skipped.add(item.shown());
    }
  }

  /** Opens the buffer behind a byte order mark, on UTF-8 whatever the file is in. */
  private void openDecoded(InputStream in, byte[] head) throws IOException {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      in.readNBytes(BOM_LENGTH);
      buffer.open(in, BOM_LENGTH);
    } else if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
      in.readNBytes(2);
      boolean little = head[0] == (byte) 0xFF;
      buffer.open(
          new Utf16AsUtf8(in, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE), 0);
    } else {
      buffer.open(in, 0);
    }
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    boolean same = head.length >= bytes.length;
    for (int i = 0; same && i < bytes.length; i++) {
      same = (head[i] & 0xFF) == bytes[i];
    }
    return same;
  }

  private void refuse(Contents.Item item, String reason) {
    sink.accept(new Unreadable(new Origin(item.shown(), 0), reason));
  }
}
