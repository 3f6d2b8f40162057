package org.fihris.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fihris.index.DurableFile;
import org.fihris.json.Json;
import org.fihris.json.SearchJson;
import org.fihris.json.StoryJson;
import org.fihris.saved.Alert;
import org.jspecify.annotations.Nullable;

/** Where alerts go: to the end of a file, or to standard output; one JSON object a line. */
final class AlertOutput implements Consumer<List<Alert>> {
  static final String STANDARD_OUTPUT = "-";

  private final @Nullable Path file;
  private final PrintWriter out;

  private AlertOutput(@Nullable Path file, PrintWriter out) {
    this.file = file;
    this.out = out;
  }

  /** Fails at once where the file cannot be written to, not after the articles were read. */
  static AlertOutput open(String name, PrintWriter out) {
    if (name.equals(STANDARD_OUTPUT)) {
      return new AlertOutput(null, out);
    }
    Path file = Path.of(name);
    append(file, "");
    return new AlertOutput(file, out);
  }

  @Override
  public void accept(List<Alert> alerts) {
    StringWriter lines = new StringWriter();
    PrintWriter printed = file == null ? out : new PrintWriter(lines);
    alerts.forEach(alert -> Json.print(printed, json(alert)));
    printed.flush();
    if (file != null) {
      append(file, lines.toString());
    }
  }

  private static void append(Path file, String lines) {
    try {
      DurableFile.append(file, lines);
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a folder; name a file" : e.toString();
      throw new UncheckedIOException(
          file + ": the file of alerts cannot be written (" + reason + ")", e);
    }
  }

  private static Map<String, Object> json(Alert alert) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("search", alert.search().name());
    json.put("query", alert.search().text());
    json.putAll(StoryJson.article(alert.hit().article()));
    json.put("group", alert.hit().group());
    json.put("snippets", alert.hit().snippets().stream().map(SearchJson::snippet).toList());
    return json;
  }
}
