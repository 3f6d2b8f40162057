package org.fihris.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.search.Hit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes hits in one format. For one thread. */
sealed interface HitWriter {

  static HitWriter of(Export export, Writer out) {
    return switch (export.format()) {
      case ExportFormat.Jsonl jsonl -> new Lines(export.fields(), out);
      case ExportFormat.Csv csv ->
          new Table(export.fields(), csv, out, CsvWriter.builder().build(out));
    };
  }

  /** Writes what stands before the first hit. */
  void begin() throws IOException;

  void write(Hit hit) throws IOException;

  /** Hands on everything that was written. */
  void flush() throws IOException;

  /** JSON, an object a line. */
  record Lines(List<ExportField> fields, Writer out) implements HitWriter {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public void begin() {}

    @Override
    public void write(Hit hit) throws IOException {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      fields.forEach(field -> object.put(field.key(), field.of(hit)));
      out.write(MAPPER.writeValueAsString(object));
      out.write('\n');
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }

  /** A table. */
  record Table(List<ExportField> fields, ExportFormat.Csv format, Writer out, CsvWriter csv)
      implements HitWriter {

    /** What makes a formula of a cell in one of the usual programs. */
    private static final String FORMULA = "=+-@\t\r";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public void begin() throws IOException {
      if (format.byteOrderMark()) {
        out.write(BYTE_ORDER_MARK);
      }
      record(fields.stream().map(ExportField::key).toList());
    }

    @Override
    public void write(Hit hit) throws IOException {
      List<String> cells = new ArrayList<>(fields.size());
      fields.forEach(field -> cells.add(cell(field.of(hit))));
      record(cells);
    }

    private void record(List<String> cells) throws IOException {
      try {
        csv.writeRecord(cells);
      } catch (UncheckedIOException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    private String cell(@Nullable Object value) {
      return switch (value) {
        case null -> "";
        case Number number -> number.toString();
        case List<?> list -> text(String.join("|", list.stream().map(String::valueOf).toList()));
        default -> text(value.toString());
      };
    }

    private String text(String text) {
      boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
      return formula && format.guarded() ? "'" + text : text;
    }

    @Override
    public void flush() throws IOException {
      csv.flush();
    }
  }
}
