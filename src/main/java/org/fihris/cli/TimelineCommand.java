package org.fihris.cli;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.explore.Timeline;
import org.fihris.explore.TimelineRequest;
import org.fihris.json.Json;
import org.fihris.json.StoryJson;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "timeline",
    description =
        "Show the course of the event that an article reports: the reports of all outlets by day,"
            + " each once however often it was printed, times in UTC (docs/related.md).")
final class TimelineCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();

  @Parameters(index = "1", paramLabel = "ID", description = "The id, as search shows it.")
  private String id = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "14",
      description = "Look this many days before and after the article; default ${DEFAULT-VALUE}.")
  private int days = 14;

  @Option(
      names = "--likeness",
      paramLabel = "FROM",
      defaultValue = "0.25",
      description =
          "How like the article a report must be, from 0 to 1: less shows what is on the same"
              + " matter too; default ${DEFAULT-VALUE}.")
  private double likeness = 0.25;

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TimelineRequest request = Checked.arguments(spec, () -> new TimelineRequest(days, likeness));
    try (NewsSearcher searcher = index.open().searcher()) {
      Notes.print(searcher.warnings(), spec.commandLine().getErr());
      Timeline timeline = searcher.stories().timeline(id, request);
      if (timeline == null) {
        spec.commandLine().getErr().println("fihris: no article has the id " + id);
        return Main.NOTHING_FOUND;
      }
      if (json) {
        Json.print(spec.commandLine().getOut(), StoryJson.timeline(id, timeline));
      } else {
        print(timeline);
      }
      return 0;
    }
  }

  private void print(Timeline timeline) {
    Screen screen = new Screen(spec);
    String outlets =
        timeline.outlets().stream()
            .map(outlet -> name(outlet.source(), screen) + " " + outlet.articles())
            .collect(Collectors.joining(", "));
    screen.line(screen.bold("outlets  ") + outlets);
    for (Timeline.Day day : timeline.days()) {
      screen.line();
      screen.line(screen.bold(day.day() == null ? "undated" : day.day().toString()));
      day.reports().forEach(report -> print(report, screen));
    }
  }

  private void print(Timeline.Report report, Screen screen) {
    Article article = report.article();
    screen.line(
        "  "
            + time(article.date())
            + (article.id().equals(id) ? "* " : "  ")
            + ArticleLine.headline(article, screen)
            + String.format(Locale.ROOT, "  %.2f", report.likeness()));
    Map<String, Integer> reprints = new TreeMap<>();
    report
        .reprints()
        .forEach(reprint -> reprints.merge(name(reprint.source(), screen), 1, Integer::sum));
    String printed =
        reprints.entrySet().stream()
            .map(other -> other.getKey() + (other.getValue() > 1 ? " " + other.getValue() : ""))
            .collect(Collectors.joining(", "));
    screen.line(
        "         "
            + screen.faint(
                name(article.source(), screen)
                    + " · id "
                    + screen.text(article.id())
                    + (printed.isEmpty() ? "" : " · reprinted by " + printed)));
  }

  private static String name(@Nullable String source, Screen screen) {
    return source == null ? "unknown" : screen.text(source);
  }

  private static String time(PublicationDate date) {
    OffsetDateTime time = date instanceof PublicationDate.Known known ? known.time() : null;
    return time == null
        ? "     "
        : DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
            .format(time.withOffsetSameInstant(ZoneOffset.UTC));
  }
}
