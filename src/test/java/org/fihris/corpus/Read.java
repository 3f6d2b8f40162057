package org.fihris.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.fihris.corpus.PageRecord.Field;

/** Reads bytes as if they were a file the user named, and says what came in a form to compare. */
final class Read {
  private Read() {}

  static List<Reading> stream(String name, InputStream in, ReadOptions options) {
    List<Reading> readings = new ArrayList<>();
    new Contents(options, new Skipped(), readings::add)
        .read(Contents.Item.file(name, true), new Layer(in));
    return readings;
  }

  static List<Reading> bytes(String name, byte[] content) {
    return stream(name, new ByteArrayInputStream(content), ReadOptions.defaults());
  }

  static List<Reading> text(String name, String content) {
    return bytes(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<Reading> text(String name, String content, ReadOptions options) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return stream(name, new ByteArrayInputStream(bytes), options);
  }

  /** The value of a field in each record; {@code file:line reason} of what could not be read. */
  static List<String> values(List<Reading> readings, Field field) {
    return readings.stream()
        .map(
            reading ->
                switch (reading) {
                  case PageRecord page -> String.valueOf(page.get(field));
                  case PageDump dump -> dump.text();
                  case HtmlPage page -> page.html();
                  case Unreadable bad -> bad.origin() + " " + bad.reason();
                })
        .toList();
  }

  static HtmlPage onlyPage(List<Reading> readings) {
    if (readings.size() == 1 && readings.getFirst() instanceof HtmlPage page) {
      return page;
    }
    throw new AssertionError("one page in HTML expected, not " + readings);
  }

  static PageRecord onlyRecord(List<Reading> readings) {
    if (readings.size() == 1 && readings.getFirst() instanceof PageRecord page) {
      return page;
    }
    throw new AssertionError("one record expected, not " + readings);
  }

  static Unreadable onlyFault(List<Reading> readings) {
    if (readings.size() == 1 && readings.getFirst() instanceof Unreadable fault) {
      return fault;
    }
    throw new AssertionError("one fault expected, not " + readings);
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
