package org.fihris.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.Format;
import org.fihris.corpus.PageRecord;
import org.fihris.corpus.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How sources are read: for {@code index} and {@code extract}. */
final class CorpusOptions {
  /** As much as {@link ReadOptions} allows. */
  private static final int MAX_RECORD_MEGABYTES = 256;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Read every file as ${COMPLETION-CANDIDATES}; by default the content tells.")
  private @Nullable Format format;

  @Option(
      names = "--map",
      paramLabel = "KEY=FIELD",
      description =
          "Take the JSON key KEY as FIELD: id, url, title, summary, text, date, source, author,"
              + " category or parent_id. The usual names need no mapping.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--max-record-mb",
      paramLabel = "MB",
      defaultValue = "16",
      description = "Leave out records larger than this; default ${DEFAULT-VALUE}.")
  private int maxRecordMegabytes;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Write what was left out, and why, as one JSON object a line.")
  private @Nullable Path rejectsFile;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** Opens the report of what is left out; the caller closes it. */
  RejectionReport openReport() {
    return RejectionReport.open(command.commandLine().getErr(), rejectsFile);
  }

  Corpus open(List<Path> sources) {
    if (maxRecordMegabytes < 1 || maxRecordMegabytes > MAX_RECORD_MEGABYTES) {
      throw new ParameterException(
          command.commandLine(),
          "--max-record-mb takes 1 to " + MAX_RECORD_MEGABYTES + ", not " + maxRecordMegabytes);
    }
    ReadOptions options =
        ReadOptions.defaults()
            .withMap(fields())
            .withMaxRecordBytes(maxRecordMegabytes * 1024L * 1024L);
    return Corpus.of(sources, format == null ? options : options.withFormat(format));
  }

  private Map<String, PageRecord.Field> fields() {
    Map<String, PageRecord.Field> fields = new LinkedHashMap<>();
    map.forEach((key, name) -> fields.put(key, field(name)));
    return fields;
  }

  private PageRecord.Field field(String name) {
    for (PageRecord.Field field : PageRecord.Field.values()) {
      if (field.name().equals(name.toUpperCase(Locale.ROOT))) {
        return field;
      }
    }
    throw new ParameterException(
        command.commandLine(),
        "--map: "
            + name
            + " is no field; known are "
            + String.join(
                ", ",
                Arrays.stream(PageRecord.Field.values())
                    .map(f -> f.name().toLowerCase(Locale.ROOT))
                    .toList()));
  }
}
