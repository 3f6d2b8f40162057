package org.fihris.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.fihris.date.DateFinder;
import org.fihris.date.DateMention;
import org.fihris.date.TimeFinder;
import org.fihris.date.TimeMention;
import org.fihris.json.Json;
import org.fihris.json.MentionJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "dates",
    description =
        "Find the dates and clock times in lines of standard input; one JSON object a line.")
final class DatesCommand implements Callable<Integer> {
  @Option(
      names = "--anchor",
      paramLabel = "DAY",
      converter = DaysOption.Day.class,
      description = "The day that words as yesterday count from; without it they are left out.")
  private @Nullable LocalDate anchor;

  @Spec private CommandSpec spec = CommandSpec.create();

  private boolean found;

  @Override
  public Integer call() {
    DateFinder finder = new DateFinder();
    TimeFinder clock = new TimeFinder();
    Lines.forEach(
        line -> {
          List<DateMention> dates = finder.find(line, anchor);
          List<TimeMention> times = clock.find(line);
          found |= !dates.isEmpty() || !times.isEmpty();
          Json.print(spec.commandLine().getOut(), MentionJson.dates(line, dates, times));
        });
    return found ? 0 : Main.NOTHING_FOUND;
  }
}
