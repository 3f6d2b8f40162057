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
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How sources are read: for {@code index} and {@code extract}. */
final class CorpusOptions {
  /** As much as {@link ReadOptions} allows. */
  private static final int MAX_RECORD_MEGABYTES = 256;

  private static final String FORMATS = "text, html, json, csv, tsv, trec, warc, wet or feed";

  /** A format by its name, or by another that is usual for it. */
  static final class FormatName implements CommandLine.ITypeConverter<Format> {
    @Override
    public Format convert(String name) {
      String upper = name.strip().toUpperCase(Locale.ROOT);
      return switch (upper) {
        case "JSONL" -> Format.JSON;
        case "RSS", "ATOM" -> Format.FEED;
        case "TXT" -> Format.TEXT;
        case "SGML" -> Format.TREC;
        default -> {
          try {
            yield Format.valueOf(upper);
          } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(
                "'" + name + "' is no format; known are " + FORMATS);
          }
        }
      };
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatName.class,
      description = "Read every file as " + FORMATS + "; by default the content tells.")
  private @Nullable Format format;

  @Option(
      names = "--map",
      paramLabel = "KEY=FIELD",
      description =
          "Take the JSON key or table column KEY as FIELD: id, url, title, summary, text, date,"
              + " source, author, category, parent_id or html. The usual names need no mapping.")
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
