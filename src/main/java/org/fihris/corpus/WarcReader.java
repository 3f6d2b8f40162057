package org.fihris.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.fihris.corpus.WarcPage.Taken;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * Reads web archives (ISO 28500): the pages that servers answered with, and the texts extracted
 * from pages in WET files. Records of other kinds are passed over unread and counted.
 *
 * <p>Memory holds one record. After a broken one reading goes on at the next line that begins a
 * record.
 */
final class WarcReader {
  private static final String START = "warc/";
  private static final int MAX_HEADER = 1 << 16;

  private final RecordBuffer buffer;
  private final ReadOptions options;
  private final Skipped skipped;
  private final Consumer<? super Reading> sink;

  WarcReader(
      RecordBuffer buffer, ReadOptions options, Skipped skipped, Consumer<? super Reading> sink) {
    this.buffer = buffer;
    this.options = options;
    this.skipped = skipped;
    this.sink = sink;
  }

  /** Which records hold pages. */
  private enum Kind {
    RESPONSE,
    CONVERSION
  }

  /** What is known of a record from its header. */
  private record Header(MessageHeaders fields, long start, long blockLength) {

    String type() {
      return fields.first("WARC-Type").orElse("").strip();
    }

    String contentType() {
      return MediaType.parseLeniently(fields.first("Content-Type").orElse("")).base().toString();
    }

    @Nullable String url() {
      String value = fields.first("WARC-Target-URI").orElse("").strip();
      // wget writes it in brackets
      return value.isEmpty() ? null : value.replaceFirst("^<(.*)>$", "$1");
    }

    @Nullable Instant date() {
      try {
        return fields.first("WARC-Date").map(String::strip).map(Instant::parse).orElse(null);
      } catch (DateTimeParseException e) {
        return null;
      }
    }
  }

  /**
   * Reads what the buffer has been opened on.
   *
   * @param wanted {@code WARC} for pages alone, {@code WET} for texts alone; {@code null} for those
   *     that come first, so that no page is read twice
   */
  void read(String file, @Nullable Format wanted) throws IOException {
    new Records(file, wanted).readAll();
  }

  private final class Records {
    private final String file;
    private @Nullable Kind wanted;
    private long told;
    private long others;

    Records(String file, @Nullable Format wanted) {
      this.file = file;
      this.wanted = wanted == null ? null : wanted == Format.WET ? Kind.CONVERSION : Kind.RESPONSE;
    }

    void readAll() throws IOException {
      while (toStart()) {
        Header header = header();
        if (header != null) {
          record(header);
        }
      }
      if (told == 0) {
        fault(
            0,
            others == 0
                ? "is empty: there is no record in it"
                : "there is no page among its %,d records".formatted(others));
      }
    }

    /** Moves to where a record begins; what else stands there is told once. */
    private boolean toStart() throws IOException {
      boolean broken = false;
      while (buffer.peek() >= 0) {
        if (buffer.startsWith(START)) {
          return true;
        }
        int b = buffer.peek();
        if (!broken && b != '\r' && b != '\n') {
          broken = true;
          fault(
              buffer.line(),
              "no record begins where one should (byte %,d), so the one before is broken; reading"
                      .formatted(buffer.offset())
                  + " goes on at the next");
        }
        if (buffer.skipTo('\n')) {
          buffer.next();
        }
      }
      return false;
    }

    /** Passes a header; {@code null} if it is broken, which has been told. */
    private @Nullable Header header() throws IOException {
      buffer.beginRecord();
      long start = buffer.offset();
      buffer.skipTo('\n');
      buffer.next();
      int fields = (int) (buffer.offset() - start);
      boolean blank = false;
      while (!blank && buffer.recordLength() < MAX_HEADER && buffer.peek() >= 0) {
        long lineStart = buffer.offset();
        boolean cr = buffer.peek() == '\r';
        buffer.skipTo('\n');
        buffer.next();
        blank = buffer.offset() - lineStart == (cr ? 2 : 1);
      }
      int length = (int) Math.min(buffer.recordLength(), MAX_HEADER);
      if (!blank || !buffer.endRecord()) {
        fault(
            buffer.recordLine(),
            "the header of the record at byte %,d does not end".formatted(start));
        return null;
      }
      try {
        MessageHeaders parsed =
            MessageHeaders.parse(
                Channels.newChannel(
                    new ByteArrayInputStream(
                        buffer.array(), buffer.recordFrom() + fields, length - fields)));
        String given = parsed.first("Content-Length").orElse("").strip();
        long blockLength = Long.parseLong(given);
        if (blockLength >= 0) {
          return new Header(parsed, start, blockLength);
        }
      } catch (IOException | RuntimeException e) {
        // told below
      }
      fault(
          buffer.recordLine(),
          "the header of the record at byte %,d makes no sense or gives no length"
              .formatted(start));
      return null;
    }

    private void record(Header header) throws IOException {
      String type = header.type();
      Kind kind =
          switch (type) {
            case "response" -> Kind.RESPONSE;
            case "resource" -> WarcPage.isHtml(header.contentType()) ? Kind.RESPONSE : null;
            case "conversion" -> Kind.CONVERSION;
            default -> null;
          };
      if (kind == null || (wanted != null && kind != wanted)) {
        leaveOut(type.isEmpty() ? "without type" : type);
        passBlock(header);
        return;
      }
      wanted = kind;
      buffer.beginRecord();
      if (!passBlock(header)) {
        return;
      }
      Origin origin = origin(header);
      if (!buffer.endRecord()) {
        told++;
        sink.accept(new Unreadable(origin, Oversize.reason("the record", options)));
        return;
      }
      WarcPage page =
          new WarcPage(
              origin, header.url(), header.date(), header.start(), options.maxRecordBytes());
      byte[] bytes = buffer.array();
      int length = Math.toIntExact(buffer.recordLength());
      take(
          kind == Kind.CONVERSION
              ? page.text(bytes, buffer.recordFrom(), length)
              : type.equals("resource")
                  ? page.html(bytes, buffer.recordFrom(), length, null)
                  : page.answer(bytes, buffer.recordFrom(), length));
    }

    private void take(Taken taken) {
      switch (taken) {
        case Taken.Page(Reading reading) -> {
          told++;
          sink.accept(reading);
        }
        case Taken.None(String why) -> leaveOut(why);
      }
    }

    private void leaveOut(String why) {
      others++;
      skipped.record(why);
    }

    /** Passes the block of a record; false if the file ended before, which has been told. */
    private boolean passBlock(Header header) throws IOException {
      if (buffer.pass(header.blockLength())) {
        return true;
      }
      buffer.endRecord();
      told++;
      sink.accept(
          new Unreadable(
              origin(header),
              "the file ends in the middle of this record, which begins at byte %,d; fetch it again"
                  .formatted(header.start())));
      return false;
    }

    private Origin origin(Header header) {
      String url = header.url();
      return url == null
          ? new Origin(file, buffer.recordLine())
          : new Origin(file + "!" + FileName.shownAddress(url), 0);
    }

    private void fault(long line, String reason) {
      told++;
      sink.accept(new Unreadable(new Origin(file, line), reason));
    }
  }
}
