package org.fihris.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fihris.article.PageLine.Role;
import org.fihris.config.ConfigException;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.jspecify.annotations.Nullable;

/**
 * The lines of {@code repeated-lines.tsv}, which outlets print on page after page. What the format
 * means stands in that file. Immutable.
 */
final class RepeatedLines {

  /** No lines of any outlet. */
  static final RepeatedLines NONE = new RepeatedLines(Map.of());

  private static final String FILE = "repeated-lines.tsv";

  /** By the key of the outlet, the keys of its lines with where each stands in the table. */
  private final Map<String, Map<String, ConfigLine>> lines;

  private RepeatedLines(Map<String, Map<String, ConfigLine>> lines) {
    this.lines = lines;
  }

  /**
   * Reads the table.
   *
   * @throws ConfigException if a line has not two cells with words, or stands twice
   */
  static RepeatedLines of(IndexConfig config) {
    Map<String, Map<String, ConfigLine>> lines = new HashMap<>();
    for (ConfigLine line : config.lines(FILE)) {
      List<String> cells = line.cells();
      if (cells.size() != 2) {
        throw line.error("expected: outlet, tab, line");
      }
      String outlet = Boilerplate.keyOf(cells.getFirst());
      String key = Boilerplate.keyOf(cells.getLast());
      if (outlet.isEmpty() || key.isEmpty()) {
        throw line.error("the outlet and the line need a letter or a digit each");
      }
      ConfigLine other = lines.computeIfAbsent(outlet, o -> new HashMap<>()).putIfAbsent(key, line);
      if (other != null) {
        throw line.error(
            "this outlet has the line in line " + other.number() + " already; remove one of them");
      }
    }
    return new RepeatedLines(lines);
  }

  /**
   * The outlet under which the lines of a page are looked up: the host of its address, else the
   * source of its first article; {@code null} if it has neither, or is no article.
   */
  static @Nullable String outletOf(Explanation page) {
    return switch (page.made().getFirst()) {
      case Article article -> {
        String host = article.url() == null ? null : Outlets.hostOf(article.url());
        yield host == null ? article.source() : host;
      }
      case Rejected none -> null;
    };
  }

  /** Whether a line may be dropped that has become this part: the text itself, and no name. */
  static boolean isText(@Nullable Part part) {
    return part == Part.BODY || part == Part.SUMMARY || part == Part.SUBTITLE;
  }

  /**
   * The lines of the articles of a page, those of the table dropped; the same list if there are
   * none.
   *
   * @param page what was made of the lines, with a fate for each in their order
   */
  List<List<PageLine>> dropped(Explanation page, List<List<PageLine>> articles) {
    String outlet = lines.isEmpty() ? null : outletOf(page);
    Map<String, ConfigLine> repeated =
        lines.getOrDefault(outlet == null ? "" : Boilerplate.keyOf(outlet), Map.of());
    if (repeated.isEmpty()) {
      return articles;
    }
    boolean found = false;
    int at = 0;
    List<List<PageLine>> left = new ArrayList<>(articles.size());
    for (List<PageLine> article : articles) {
      List<PageLine> told = new ArrayList<>(article.size());
      for (PageLine line : article) {
        Part part = page.lines().get(at++).part();
        boolean drop =
            isText(part)
                && (line.isContent() || line.is(Role.DECK))
                && repeated.containsKey(Boilerplate.keyOf(line.text()));
        found |= drop;
        told.add(drop ? line.as(Role.DROPPED, "", LineRule.REPEATED) : line);
      }
      left.add(told);
    }
    return found ? left : articles;
  }

  /** What was made of a page without the repeated lines, unless an article lost its text. */
  static Explanation better(Explanation whole, Explanation without) {
    boolean same = whole.made().size() == without.made().size();
    for (int i = 0; same && i < whole.made().size(); i++) {
      same = hasText(without.made().get(i)) || !hasText(whole.made().get(i));
    }
    return same ? without : whole;
  }

  private static boolean hasText(Extraction made) {
    return switch (made) {
      case Article article -> !article.text().isBlank();
      case Rejected none -> false;
    };
  }
}
