package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.export.Export;
import org.fihris.export.ExportException;
import org.fihris.export.ExportField;
import org.fihris.export.ExportFormat;
import org.fihris.export.ExportSummary;
import org.fihris.query.Order;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.search.CursorException;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports, whole and in pieces. */
class ExportTest {
  private static final int ARTICLES = 5_000;

  /** Two thousand hits are made safe at once. */
  private static final int SAFE = 4_000;

  private static final Export.Listener UNHEARD = (done, total) -> {};
  private static final SearchRequest OLDEST = SearchRequest.of("قمة").withOrder(Order.OLDEST);

  @TempDir private static Path shared;
  private static NewsIndex index;

  @TempDir private Path folder;

  @BeforeAll
  static void write() {
    index = index(shared.resolve("news.idx"));
  }

  private static NewsIndex index(Path path) {
    NewsIndex index = NewsIndex.open(path);
    try (NewsWriter writer = index.writer()) {
      for (int i = 0; i < ARTICLES; i++) {
        writer.add(
            Article.of("n" + i, "قمة, \"" + i + "\"", "عقدت القمة\nفي الرياض. ".repeat(5) + i)
                .withDate(day(i)));
      }
      writer.commit();
    }
    return index;
  }

  private static PublicationDate day(int i) {
    return i % 9 == 0
        ? new PublicationDate.Unknown("none was given")
        : new PublicationDate.Known(
            LocalDate.of(2025, 1, 1).plusDays(i % 31),
            null,
            PublicationDate.Method.METADATA,
            PublicationDate.Precision.DAY,
            PublicationDate.Confidence.STATED,
            List.of());
  }

  private static Export export(SearchRequest request, String format) {
    return new Export(
        request,
        format.equals("csv") ? new ExportFormat.Csv(true, true) : new ExportFormat.Jsonl(),
        List.of(ExportField.ID, ExportField.DATE, ExportField.TITLE, ExportField.TEXT));
  }

  private static String whole(Export export) throws IOException {
    StringWriter out = new StringWriter();
    try (NewsSearcher searcher = index.searcher()) {
      ExportSummary summary = export.write(searcher, out, UNHEARD);
      assertThat(summary.hits()).isEqualTo(ARTICLES);
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl"})
  void aKilledExportIsMendedByTheNext(String format) throws Exception {
    Path file = folder.resolve("export." + format);
    Path state = folder.resolve("export." + format + ".part.state");
    Path part = folder.resolve("export." + format + ".part");
    Process run = start(file, format);
    while (!Files.exists(state) || !Files.readString(state).contains("\n" + SAFE + "\n")) {
      assertThat(run.waitFor(10, TimeUnit.MILLISECONDS)).as("it waits to be killed").isFalse();
    }
    run.destroyForcibly().waitFor();
    long safe = Long.parseLong(Files.readAllLines(state).get(2));
    assertThat(file).doesNotExist();
    assertThat(Files.size(part)).isGreaterThanOrEqualTo(safe);
    Files.writeString(part, "{\"id\": \"half a li", StandardOpenOption.APPEND);

    Export export = export(OLDEST, format);
    try (NewsSearcher searcher = index.searcher()) {
      ExportSummary rest = export.write(searcher, file, false, UNHEARD);
      assertThat(rest.before()).isEqualTo(SAFE);
      assertThat(rest.hits()).isEqualTo(ARTICLES);
      assertThat(rest.warnings()).isEmpty();
    }

    assertThat(Files.readString(file)).isEqualTo(whole(export));
    assertThat(part).doesNotExist();
    assertThat(state).doesNotExist();
  }

  private Process start(Path file, String format) throws IOException {
    return OtherJava.start(
        Exporting.class, folder.resolve("output.txt"), index.path(), file, format);
  }

  /** What the other Java runs: an export that stops before its end and waits to be killed. */
  static final class Exporting {
    private Exporting() {}

    public static void main(String[] args) {
      try (NewsSearcher searcher = NewsIndex.open(Path.of(args[0])).searcher()) {
        export(OLDEST, args[2])
            .write(
                searcher,
                Path.of(args[1]),
                false,
                (done, total) -> {
                  if (done == SAFE + 500) {
                    pause();
                  }
                });
      }
    }

    private static void pause() {
      try {
        Thread.sleep(600_000);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Stops an export in this process, as a full disk would. */
  private void interrupt(NewsIndex from, Export export, Path file) {
    try (NewsSearcher searcher = from.searcher()) {
      assertThatThrownBy(
              () ->
                  export.write(
                      searcher,
                      file,
                      false,
                      (done, total) -> {
                        assertThat(total).isEqualTo(ARTICLES);
                        if (done == SAFE + 1) {
                          throw new IllegalStateException("stopped");
                        }
                      }))
          .hasMessage("stopped");
    }
  }

  @Test
  void anInterruptedExportGoesOnInTheNextCommitAndSaysSo() throws IOException {
    NewsIndex own = index(folder.resolve("own.idx"));
    Path dated = folder.resolve("dated.jsonl");
    Path unordered = folder.resolve("unordered.jsonl");
    Export byIndex = export(OLDEST.withOrder(Order.INDEX), "jsonl");
    interrupt(own, export(OLDEST, "jsonl"), dated);
    interrupt(own, byIndex, unordered);
    try (NewsWriter writer = own.writer()) {
      writer.add(Article.of("zz", "قمة", "قمة أخرى")); // undated, so among the last
      writer.commit();
    }
    try (NewsSearcher searcher = own.searcher()) {
      ExportSummary rest = export(OLDEST, "jsonl").write(searcher, dated, false, UNHEARD);
      assertThat(rest.warnings())
          .extracting(Warning::code)
          .containsExactly(Warning.Code.INDEX_CHANGED);
      List<String> lines = new ArrayList<>(Files.readAllLines(dated));
      assertThat(lines.removeIf(line -> line.contains("\"zz\""))).isTrue();
      assertThat(lines).isEqualTo(whole(export(OLDEST, "jsonl")).lines().toList());
      assertThatThrownBy(() -> byIndex.write(searcher, unordered, false, UNHEARD))
          .isInstanceOf(CursorException.class)
          .hasMessageContaining("the index has changed");
    }
  }

  @Test
  void whatIsThereOfAnotherExportIsLeftAlone() throws IOException {
    Path file = folder.resolve("export.jsonl");
    interrupt(index, export(OLDEST, "jsonl"), file);
    try (NewsSearcher searcher = index.searcher()) {
      Export table = export(OLDEST, "csv");
      assertThatThrownBy(() -> table.write(searcher, file, false, UNHEARD))
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("another format or other fields")
          .hasMessageContaining("Delete both to begin anew");
      Export other = export(OLDEST.withText("الرياض"), "jsonl");
      assertThatThrownBy(() -> other.write(searcher, file, false, UNHEARD))
          .isInstanceOf(CursorException.class)
          .hasMessageContaining("another search");
      Files.writeString(folder.resolve("export.jsonl.part.state"), "nonsense");
      assertThatThrownBy(() -> export(OLDEST, "jsonl").write(searcher, file, false, UNHEARD))
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("does not fit it");
      Files.delete(folder.resolve("export.jsonl.part.state"));
      Export few = export(SearchRequest.of("id:n7 OR id:n70"), "jsonl");
      assertThat(few.write(searcher, file, false, UNHEARD).hits()).isEqualTo(2);
      assertThatThrownBy(() -> few.write(searcher, file, false, UNHEARD))
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("is there already");
      assertThat(few.write(searcher, file, true, UNHEARD).hits()).isEqualTo(2);
      assertThat(Files.readAllLines(file)).hasSize(2);
      assertThatThrownBy(() -> few.write(searcher, folder.resolve("no/such/file"), false, UNHEARD))
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("cannot be written");
    }
  }

  @Test
  void aTableCanBeReadBackAndHoldsNoFormula() throws IOException {
    NewsIndex own = NewsIndex.open(folder.resolve("own.idx"));
    String text = "سطر\n\"مقتبس\", وفاصلة";
    try (NewsWriter writer = own.writer()) {
      writer.add(Article.of("1", "=HYPERLINK(\"http://example.org\")", text));
      writer.add(Article.of("2", "-5 درجات في الرياض", text));
      writer.add(Article.of("3", "قمة 1+1=2", text));
      writer.commit();
    }
    List<ExportField> fields = List.of(ExportField.ID, ExportField.TITLE, ExportField.TEXT);
    SearchRequest all = SearchRequest.of("").withOrder(Order.OLDEST);
    try (NewsSearcher searcher = own.searcher()) {
      StringWriter guarded = new StringWriter();
      new Export(all, new ExportFormat.Csv(true, true), fields).write(searcher, guarded, UNHEARD);
      assertThat(guarded.toString()).startsWith("\uFEFFid,title,text\r\n");
      List<List<String>> rows = rows(guarded.toString().substring(1));
      assertThat(rows.getFirst()).containsExactly("id", "title", "text");
      assertThat(rows.subList(1, rows.size()))
          .containsExactlyInAnyOrder(
              List.of("1", "'=HYPERLINK(\"http://example.org\")", text),
              List.of("2", "'-5 درجات في الرياض", text),
              List.of("3", "قمة 1+1=2", text));
      StringWriter raw = new StringWriter();
      new Export(all, new ExportFormat.Csv(false, false), fields).write(searcher, raw, UNHEARD);
      assertThat(rows(raw.toString())).contains(List.of("2", "-5 درجات في الرياض", text));
    }
  }

  private static List<List<String>> rows(String table) {
    return CsvReader.builder().ofCsvRecord(table).stream().map(CsvRecord::getFields).toList();
  }

  @Test
  void anExportHasFieldsAndNoneTwice() {
    ExportFormat format = new ExportFormat.Jsonl();
    assertThatIllegalArgumentException().isThrownBy(() -> new Export(OLDEST, format, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Export(OLDEST, format, List.of(ExportField.ID, ExportField.fromKey("id"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExportField.fromKey("headline"))
        .withMessageContaining("no field 'headline'; the fields are id, title, ");
  }
}
