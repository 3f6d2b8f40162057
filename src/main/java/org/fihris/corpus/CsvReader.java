package org.fihris.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fihris.corpus.FieldNames.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables, of which the first line names the columns.
 *
 * <p>Rows are cut out of the stream first and parsed one by one, so that memory holds one row and a
 * broken one costs no other.
 */
final class CsvReader {
  /** Stands for no quote at all: text that holds it is refused as binary. */
  private static final char NO_QUOTE = '\0';

  private final RecordBuffer buffer;
  private final ReadOptions options;
  private final Consumer<? super Reading> sink;
  private final FieldNames names;

  CsvReader(RecordBuffer buffer, ReadOptions options, Consumer<? super Reading> sink) {
    this.buffer = buffer;
    this.options = options;
    this.sink = sink;
    this.names = FieldNames.keys(options.map());
  }

  /** Reads what the buffer has been opened on. */
  void read(String file, Decoding decoding, boolean tabs) throws IOException {
    int length = buffer.lookAhead(Detection.HEAD);
    String head = decoding.head(buffer.array(), buffer.cursor(), length);
    CsvLayout layout = CsvLayout.of(head, names, tabs);
    Rows rows = new Rows(file, decoding, layout);
    if (layout.announced()) {
      rows.next();
    }
    rows.readAll();
  }

  /** The rows of one file. */
  private final class Rows {
    private final String file;
    private final Decoding decoding;
    private final CsvLayout layout;
    private final CsvReaderBuilder parser;
    private boolean closed;

    Rows(String file, Decoding decoding, CsvLayout layout) {
      this.file = file;
      this.decoding = decoding;
      this.layout = layout;
      this.parser =
          de.siegmar.fastcsv.reader.CsvReader.builder()
              .fieldSeparator(layout.delimiter())
              .quoteCharacter(layout.quoted() ? '"' : NO_QUOTE)
              .allowUnclosedQuote(true);
    }

    void readAll() throws IOException {
      List<@Nullable Meaning> columns = columns();
      if (columns == null) {
        return;
      }
      long records = 0;
      while (next()) {
        List<String> row = row("the row");
        if (row != null && row.stream().anyMatch(value -> !value.isBlank())) {
          sink.accept(page(columns, row));
        }
        records += row == null || !row.isEmpty() ? 1 : 0;
      }
      if (records == 0) {
        refuse(0, "is empty: there is no row below the names of its columns");
      }
    }

    /** What the first row names, or {@code null} if that is of no use, which has been told. */
    private @Nullable List<@Nullable Meaning> columns() throws IOException {
      List<String> header = List.of();
      while (header.stream().allMatch(String::isBlank)) {
        List<String> row = next() ? row("the first line") : null;
        if (row == null) {
          return null;
        }
        header = row;
      }
      List<@Nullable Meaning> columns = new ArrayList<>();
      header.forEach(name -> columns.add(names.of(name.strip())));
      if (columns.stream().noneMatch(CsvLayout::isText)) {
        refuse(
            1,
            "its first line names no column for a title or a text, but "
                + shown(header)
                + "; say which is which with --map COLUMN=title and --map COLUMN=text");
        return null;
      }
      return columns;
    }

    private static String shown(List<String> header) {
      List<String> few = header.stream().limit(12).map(Rows::shortened).toList();
      return "«" + String.join("», «", few) + "»" + (header.size() > few.size() ? ", …" : "");
    }

    private static String shortened(String name) {
      return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    private Reading page(List<@Nullable Meaning> columns, List<String> row) {
      Origin origin = new Origin(file, buffer.recordLine());
      if (!closed) {
        return new Unreadable(
            origin, "a quote is opened in the row and not closed up to the end of the file");
      }
      for (int i = columns.size(); i < row.size(); i++) {
        if (!row.get(i).isBlank()) {
          return new Unreadable(
              origin,
              "the row has %d values and the table %d columns; a value that holds «%s» needs quotes"
                  .formatted(row.size(), columns.size(), layout.delimiter()));
        }
      }
      FieldValues values = new FieldValues();
      for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
        Meaning meaning = columns.get(i);
        if (meaning != null) {
          values.put(meaning, row.get(i));
        }
      }
      return values.page(origin);
    }

    /** The values of the current row, none if it is blank; {@code null} if a fault was told. */
    private @Nullable List<String> row(String what) {
      if (!buffer.endRecord()) {
        refuse(buffer.recordLine(), Oversize.reason(what, options));
        return null;
      }
      switch (decoding.record(buffer)) {
        case Decoding.Decoded.Refused(String reason) ->
            refuse(buffer.recordLine(), what + " " + reason);
        case Decoding.Decoded.Text(String text) -> {
          if (text.isBlank()) {
            return List.of();
          }
          try {
            return parser.ofSingleCsvRecord(text).getFields();
          } catch (CsvParseException e) {
            refuse(buffer.recordLine(), what + " is not valid CSV: " + e.getMessage());
          }
        }
      }
      return null;
    }

    /** Passes the next row as a record; false at the end. */
    boolean next() throws IOException {
      int b = buffer.peek();
      while (b == '\n' || b == '\r') {
        buffer.next();
        b = buffer.peek();
      }
      if (b < 0) {
        return false;
      }
      buffer.beginRecord();
      boolean quotedValue = false;
      boolean inside = false;
      boolean start = true;
      while (b >= 0 && (inside || (b != '\n' && b != '\r'))) {
        buffer.next();
        if (b == '"' && layout.quoted() && (start || quotedValue)) {
          quotedValue = true;
          inside = !inside;
        }
        start = b == layout.delimiter() && !inside;
        quotedValue &= !start;
        b = buffer.peek();
      }
      closed = !inside;
      return true;
    }

    private void refuse(long line, String reason) {
      sink.accept(new Unreadable(new Origin(file, line), reason));
    }
  }
}
