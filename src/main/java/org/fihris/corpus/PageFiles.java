package org.fihris.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fihris.corpus.Decoding.Decoded;

/** Reads single files of pages, once they are out of whatever they were packed in. */
final class PageFiles {
  private static final int BOM_LENGTH = 3;

  private final ReadOptions options;
  private final Skipped skipped;
  private final Consumer<? super Reading> sink;
  private final RecordBuffer buffer;
  private final Detection detection;
  private final JsonReader json;
  private final TrecReader trec;
  private final CsvReader csv;
  private final FeedReader feed;
  private final WarcReader warc;
  private boolean failed;

  PageFiles(ReadOptions options, Skipped skipped, Consumer<? super Reading> sink) {
    this.options = options;
    this.skipped = skipped;
    this.sink = sink;
    this.buffer = new RecordBuffer(options.maxRecordBytes());
    this.json = new JsonReader(buffer, options, sink);
    this.detection = new Detection(options.format(), FieldNames.keys(options.map()));
    this.trec = new TrecReader(buffer, options, sink);
    this.csv = new CsvReader(buffer, options, sink);
    this.feed = new FeedReader(buffer, options, sink);
    this.warc = new WarcReader(buffer, options, skipped, sink);
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
        read(item, verdict(item, length), decoding(length));
      }
    } catch (IOException e) {
      failed = true;
      refuse(item, Failures.reason(e));
    }
  }

  /** Whether a file could not be read to its end since this was asked last. */
  boolean takeFailed() {
    boolean had = failed;
    failed = false;
    return had;
  }

  private Detection.Verdict verdict(Contents.Item item, int length) {
    return detection.of(item.name(), item.named(), buffer.array(), buffer.cursor(), length);
  }

  private Decoding decoding(int length) {
    return Decoding.ofFile(buffer.array(), buffer.cursor(), length);
  }

  private void read(Contents.Item item, Detection.Verdict verdict, Decoding decoding)
      throws IOException {
    switch (verdict) {
      case Detection.Verdict.LeaveAlone() -> skipped.add(item.shown());
      case Detection.Verdict.Refuse(String reason) -> refuse(item, reason);
      case Detection.Verdict.Read(Format format) -> {
        switch (format) {
          case TEXT -> text(item, decoding);
          case HTML -> html(item);
          case JSON -> records(item, file -> json.read(file, decoding));
          case CSV -> records(item, file -> csv.read(file, decoding, false));
          case TSV -> records(item, file -> csv.read(file, decoding, true));
          case TREC -> records(item, file -> trec.read(file, decoding));
          case FEED -> records(item, file -> feed.read(file, decoding));
          case WARC, WET -> records(item, file -> warc.read(file, options.format()));
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
      failed = true;
      sink.accept(
          new Unreadable(
              new Origin(item.shown(), buffer.recordLine()),
              "%s; what stands before this line was read (%,d bytes of the file)"
                  .formatted(Failures.reason(e), buffer.recordOffset())));
    }
  }

  private void text(Contents.Item item, Decoding decoding) throws IOException {
    if (takePage(item)) {
      page(item, decoding.record(buffer), text -> new PageDump(origin(item), text));
    }
  }

  private void html(Contents.Item item) throws IOException {
    if (takePage(item)) {
      int length = Math.toIntExact(buffer.recordLength());
      Decoded decoded =
          HtmlDecoding.decode(
              buffer.array(), buffer.recordFrom(), length, null, buffer.recordOffset());
      page(item, decoded, html -> SavedPage.of(origin(item), html));
    }
  }

  /** Takes the whole file as one record; false if it is too long, which has been told. */
  private boolean takePage(Contents.Item item) throws IOException {
    buffer.takeAll();
    boolean within = buffer.endRecord();
    if (!within) {
      refuse(item, Oversize.reason("the page", options));
    }
    return within;
  }

  private void page(Contents.Item item, Decoded decoded, Function<String, RawPage> page) {
    switch (decoded) {
      case Decoded.Refused(String reason) -> refuse(item, reason);
      case Decoded.Text(String text) -> {
        if (text.isBlank()) {
          refuse(item, "is empty: there is nothing in it but white space");
        } else {
          sink.accept(page.apply(text));
        }
      }
    }
  }

  private static Origin origin(Contents.Item item) {
    return new Origin(item.shown(), 0);
  }

  private void empty(Contents.Item item) {
    if (item.named() || item.name().promisesPages()) {
      refuse(item, "is empty");
    } else {
      skipped.add(item.shown());
    }
  }

  /** Opens the buffer behind a byte order mark, on UTF-8 if the file is in UTF-16. */
  private void openDecoded(InputStream in, byte[] head) throws IOException {
    Charset marked = Unicode16.marked(head, 0, head.length);
    Charset unmarked = Unicode16.unmarked(head, 0, head.length);
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      in.readNBytes(BOM_LENGTH);
      buffer.open(in, BOM_LENGTH);
    } else if (marked != null) {
      in.readNBytes(2);
      buffer.open(new Utf16AsUtf8(in, marked), 0);
    } else if (unmarked != null) {
      buffer.open(new Utf16AsUtf8(in, unmarked), 0);
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
