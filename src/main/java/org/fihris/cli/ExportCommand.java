package org.fihris.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.export.Export;
import org.fihris.export.ExportField;
import org.fihris.export.ExportFormat;
import org.fihris.export.ExportSummary;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "export", description = "Write all hits of a search as JSON lines or as a table.")
final class ExportCommand implements Callable<Integer> {

  /** Formats as the user names them. */
  enum Format {
    jsonl,
    csv
  }

  @Mixin private IndexArgument index = new IndexArgument();
  @Mixin private SearchOptions options = new SearchOptions();
  @Mixin private OrderOptions orders = new OrderOptions(OrderOptions.Sort.oldest);

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "QUERY",
      description = "As for search. Without any: all articles.")
  private List<String> query = new ArrayList<>();

  @Option(
      names = "--format",
      description = "jsonl or csv; by default what the name of the file ends with, else jsonl.")
  private @Nullable Format format;

  @Option(
      names = "--fields",
      paramLabel = "NAME,...",
      description =
          "What to write of each article, or all; default id,date,source,category,title,url."
              + " docs/export.md lists the names.")
  private @Nullable String fields;

  @Option(
      names = "--bom",
      description = "With csv: begin with a byte-order mark, by which spreadsheets tell UTF-8.")
  private boolean byteOrderMark;

  @Option(
      names = "--raw",
      description =
          "With csv: write texts as they are. By default one that a spreadsheet would take for a"
              + " formula gets an apostrophe before it.")
  private boolean raw;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write to this file, and not to standard output. The same command goes on after an"
              + " interruption.")
  private @Nullable Path output;

  @Option(names = "--overwrite", description = "With --output: replace a file that is there.")
  private boolean overwrite;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Export export = Checked.arguments(spec, this::export);
    PrintWriter err = spec.commandLine().getErr();
    try (NewsSearcher searcher = index.open().searcher();
        Progress progress = Progress.ofArticles("export")) {
      ExportSummary done =
          output == null
              ? export.write(searcher, spec.commandLine().getOut(), progress::stepTo)
              : export.write(searcher, output, overwrite, progress::stepTo);
      progress.done();
      Notes.print(done.warnings(), err);
      err.println(
          String.format(
              Locale.ROOT,
              "%,d articles exported%s%s",
              done.hits(),
              output == null ? "" : " to " + output,
              done.before() == 0
                  ? ""
                  : String.format(Locale.ROOT, ", %,d of them by an earlier run", done.before())));
      return done.hits() == 0 ? Main.NOTHING_FOUND : 0;
    } catch (IOException e) {
      throw new UncheckedIOException("the articles cannot be written: " + e.getMessage(), e);
    }
  }

  private Export export() {
    boolean isFile = output != null;
    if (overwrite && !isFile) {
      throw new IllegalArgumentException("--overwrite needs --output");
    }
    return new Export(options.request(query).withOrder(orders.order()), format(), fields());
  }

  private ExportFormat format() {
    boolean isCsv =
        format == null
            ? output != null && output.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
            : format == Format.csv;
    if (!isCsv && (byteOrderMark || raw)) {
      throw new IllegalArgumentException("--bom and --raw need --format csv");
    }
    return isCsv ? new ExportFormat.Csv(byteOrderMark, !raw) : new ExportFormat.Jsonl();
  }

  private List<ExportField> fields() {
    if (fields == null) {
      return ExportField.USUAL;
    }
    return fields.strip().equalsIgnoreCase("all")
        ? List.of(ExportField.values())
        : Arrays.stream(fields.split(",")).map(ExportField::fromKey).toList();
  }
}
