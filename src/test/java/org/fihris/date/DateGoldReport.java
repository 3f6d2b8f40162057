package org.fihris.date;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures {@link DateFinder} against a file of cases in the form of Microsoft's Recognizers-Text:
 * span precision, recall and F1 for the extractors, share of right values for the parsers, for the
 * cases of even index, of odd index, all, and all without the classes that are left out on purpose
 * ({@link GoldClass}). The file is not part of the project.
 *
 * <p>Arguments: the file, and optionally {@code misses} to print the misses. A span is right if
 * begin and end are. A value is right if it is either of the two of the gold, and, since the gold
 * ends من 4 إلى 22 before the 22nd and a year range before its last year, also if the end is that
 * of the last unit.
 */
public final class DateGoldReport {

  private record Gold(int start, int end, JsonNode value) {}

  private record Score(int right, int found, int wanted) {
    Score plus(Score other) {
      return new Score(right + other.right, found + other.found, wanted + other.wanted);
    }

    double f1() {
      return found + wanted == 0 ? 1 : 2.0 * right / (found + wanted);
    }
  }

  private final PrintStream out;
  private final boolean misses;

  private DateGoldReport(PrintStream out, boolean misses) {
    this.out = out;
    this.misses = misses;
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length == 0 || !Files.exists(Path.of(args[0]))) {
      out.println("usage: DateGoldReport FILE [misses]");
      return;
    }
    JsonNode cases = JsonMapper.builder().build().readTree(Path.of(args[0]).toFile());
    new DateGoldReport(out, args.length > 1).report(cases);
  }

  private void report(JsonNode cases) {
    out.println(
        "set                          even            odd             all   without left out");
    Map<String, JsonNode> sorted = new TreeMap<>();
    cases.properties().forEach(set -> sorted.put(set.getKey(), set.getValue()));
    sorted.forEach(
        (name, set) -> {
          Score[] halves = {new Score(0, 0, 0), new Score(0, 0, 0)};
          Score kept = new Score(0, 0, 0);
          for (int i = 0; i < set.size(); i++) {
            boolean extractor = name.endsWith("Extractor");
            Score score =
                name.startsWith("TimeE") || name.startsWith("TimeParser")
                    ? times(set.get(i), name, i, extractor)
                    : extractor ? spans(set.get(i), name, i) : values(set.get(i), name, i);
            halves[i % 2] = halves[i % 2].plus(score);
            kept = isLeftOut(set.get(i), !extractor) ? kept : kept.plus(score);
          }
          boolean f1 = name.endsWith("Extractor");
          out.printf(
              Locale.ROOT,
              "%-24s %s %s %s %s%n",
              name,
              told(halves[0], f1),
              told(halves[1], f1),
              told(halves[0].plus(halves[1]), f1),
              told(kept, f1));
        });
  }

  private static boolean isLeftOut(JsonNode test, boolean value) {
    for (JsonNode result : test.path("Results")) {
      if (GoldClass.leavesOut(result.path("Text").asString(""), value)) {
        return true;
      }
    }
    return false;
  }

  private static String told(Score score, boolean f1) {
    return f1
        ? String.format(
            Locale.ROOT, "F1 %.3f (%d/%d/%d)", score.f1(), score.right, score.found, score.wanted)
        : String.format(
            Locale.ROOT,
            "right %.3f (%d/%d)",
            score.wanted == 0 ? 1 : (double) score.right / score.wanted,
            score.right,
            score.wanted);
  }

  private Score spans(JsonNode test, String set, int index) {
    String input = test.get("Input").asString();
    List<Gold> gold = gold(test, input);
    List<DateMention> found = new DateFinder().find(input, anchor(test));
    int right = 0;
    for (DateMention mention : found) {
      for (Gold wanted : gold) {
        right += wanted.start == mention.start() && wanted.end == mention.end() ? 1 : 0;
      }
    }
    if (right < Math.max(gold.size(), found.size())) {
      miss(set, index, input, gold, found);
    }
    return new Score(right, found.size(), gold.size());
  }

  private Score values(JsonNode test, String set, int index) {
    String input = test.get("Input").asString();
    List<Gold> gold = gold(test, input);
    List<DateMention> found = new DateFinder().find(input, anchor(test));
    int right = 0;
    for (Gold wanted : gold) {
      boolean met =
          found.stream()
              .anyMatch(
                  m ->
                      m.start() < wanted.end && m.end() > wanted.start && isRight(m, wanted.value));
      right += met ? 1 : 0;
    }
    if (right < gold.size()) {
      miss(set, index, input, gold, found);
    }
    return new Score(right, found.size(), gold.size());
  }

  /** As spans and values, for the sets of clock times. */
  private Score times(JsonNode test, String set, int index, boolean extractor) {
    String input = test.get("Input").asString();
    List<Gold> gold = gold(test, input);
    List<TimeMention> found = new TimeFinder().find(input);
    int right = 0;
    for (Gold wanted : gold) {
      boolean met =
          found.stream()
              .anyMatch(
                  m ->
                      extractor
                          ? m.start() == wanted.start && m.end() == wanted.end
                          : m.start() < wanted.end && m.end() > wanted.start && isAt(m, wanted));
      right += met ? 1 : 0;
    }
    if (misses && (right < gold.size() || (extractor && found.size() > right))) {
      List<String> got =
          found.stream().map(m -> input.substring(m.start(), m.end()) + " " + m.at()).toList();
      List<String> wanted = gold.stream().map(g -> input.substring(g.start, g.end)).toList();
      out.println("  " + set + " " + index + ": " + input + " | " + wanted + " | " + got);
    }
    return new Score(right, found.size(), gold.size());
  }

  private static boolean isAt(TimeMention mention, Gold wanted) {
    String time = wanted.value.path("FutureResolution").path("time").asString("");
    return !time.isEmpty() && LocalTime.parse(time).equals(mention.at());
  }

  private void miss(String set, int index, String input, List<Gold> gold, List<DateMention> found) {
    if (!misses) {
      return;
    }
    List<String> wanted = new ArrayList<>();
    for (Gold g : gold) {
      wanted.add(
          input.substring(g.start, g.end)
              + " "
              + resolutions(g.value).stream().map(pair -> String.join("..", pair)).toList());
    }
    List<String> got = new ArrayList<>();
    for (DateMention m : found) {
      got.add(input.substring(m.start(), m.end()) + " " + m.from() + ".." + m.to());
    }
    out.println("  " + set + " " + index + ": " + input + " | " + wanted + " | " + got);
  }

  private static List<Gold> gold(JsonNode test, String input) {
    List<Gold> gold = new ArrayList<>();
    for (JsonNode result : test.path("Results")) {
      String text = result.path("Text").asString("");
      int start = result.path("Start").asInt(-1);
      int length = result.has("Length") ? result.get("Length").asInt() : text.length();
      if (start < 0 || start + length > input.length()) {
        start = Math.max(0, input.indexOf(text));
        length = Math.min(text.length(), input.length() - start);
      }
      gold.add(
          new Gold(
              start,
              start + length,
              result.has("Value") ? result.get("Value") : result.path("Resolution")));
    }
    return gold;
  }

  /** The pairs of begin and end that the gold allows; the end empty for a day. */
  private static List<String[]> resolutions(JsonNode value) {
    List<String[]> all = new ArrayList<>();
    for (String way : List.of("FutureResolution", "PastResolution")) {
      JsonNode node = value.path(way);
      if (node.has("date")) {
        all.add(new String[] {node.get("date").asString(), ""});
      } else if (node.has("startDate")) {
        all.add(new String[] {node.get("startDate").asString(), node.path("endDate").asString("")});
      }
    }
    for (JsonNode node : value.path("values")) {
      if (node.path("type").asString("").equals("date")) {
        all.add(new String[] {node.path("value").asString(""), ""});
      } else if (node.has("start")) {
        all.add(new String[] {node.get("start").asString(), node.path("end").asString("")});
      }
    }
    return all;
  }

  private static boolean isRight(DateMention mention, JsonNode value) {
    for (String[] wanted : resolutions(value)) {
      LocalDate from = day(wanted[0]);
      LocalDate to = wanted[1].isEmpty() && from != null ? from.plusDays(1) : day(wanted[1]);
      if (from != null && to != null && mention.from().equals(from) && ends(mention, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(DateMention mention, LocalDate to) {
    boolean years = ChronoUnit.YEARS.between(mention.from(), to) > 0 && to.getDayOfYear() == 1;
    return mention.to().equals(to)
        || mention.to().equals(to.plusDays(1))
        || (years && mention.to().equals(to.plusYears(1)));
  }

  private static @Nullable LocalDate day(String text) {
    return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
  }

  private static LocalDate anchor(JsonNode test) {
    String anchor = test.path("Context").path("ReferenceDateTime").asString("2016-11-07");
    return LocalDate.parse(anchor.substring(0, 10));
  }
}
