package org.fihris.saved;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fihris.config.ConfigLine;
import org.fihris.query.Dimension;
import org.fihris.query.EntityUse;
import org.fihris.query.Filters;
import org.fihris.query.Interpretation;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Words;
import org.jspecify.annotations.Nullable;

/**
 * A saved search as a line of its file: {@code search}, name, query, then {@code key=value} for
 * each condition, parted by tabs.
 */
final class SavedSearchLine {
  private static final String KIND = "search";
  private static final int FIRST_CONDITION = 3;

  private final ConfigLine line;
  private Interpretation interpretation = Interpretation.USUAL;
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;
  private boolean undatedToo;
  private @Nullable ZoneId zone;
  private final Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);

  private SavedSearchLine(ConfigLine line) {
    this.line = line;
  }

  static String of(SavedSearch search) {
    List<String> cells = new ArrayList<>(List.of(KIND, search.name(), search.text()));
    cells.addAll(conditions(search));
    return String.join("\t", cells);
  }

  static List<String> conditions(SavedSearch search) {
    List<String> cells = new ArrayList<>();
    Interpretation how = search.interpretation();
    if (how.syntax() != Syntax.FIHRIS) {
      cells.add("syntax=" + how.syntax().name().toLowerCase(Locale.ROOT));
    }
    if (how.words() == Words.ANY) {
      cells.add("words=any");
    }
    if (how.spelling() == Spelling.AS_TYPED) {
      cells.add("spelling=typed");
    }
    if (how.entityUse() == EntityUse.WORDS_ONLY) {
      cells.add("entities=no");
    }
    Filters filters = search.filters();
    if (filters.from() != null) {
      cells.add("from=" + filters.from());
    }
    if (filters.to() != null) {
      cells.add("to=" + filters.to());
    }
    if (filters.undatedToo()) {
      cells.add("undated=too");
    }
    if (filters.zone() != null) {
      cells.add("zone=" + filters.zone());
    }
    filters
        .values()
        .forEach(
            (dimension, chosen) ->
                chosen.forEach(value -> cells.add(dimension.key() + "=" + oneLine(value))));
    return cells;
  }

  private static String oneLine(String value) {
    return value.replaceAll("\\s+", " ");
  }

  /**
   * @throws org.fihris.config.ConfigException if the line is none of these; it names the line
   */
  static SavedSearch read(ConfigLine line) {
    return new SavedSearchLine(line).read();
  }

  private SavedSearch read() {
    List<String> cells = line.cells();
    if (!cells.getFirst().equals(KIND) || cells.size() < FIRST_CONDITION) {
      throw line.error("expected search, name, query and conditions, parted by tabs");
    }
    cells.subList(FIRST_CONDITION, cells.size()).forEach(this::condition);
    try {
      return new SavedSearch(
          cells.get(1),
          cells.get(2),
          interpretation,
          new Filters(from, to, undatedToo, zone, values));
    } catch (IllegalArgumentException e) {
      throw line.error(String.valueOf(e.getMessage()));
    }
  }

  private void condition(String cell) {
    int sign = cell.indexOf('=');
    if (sign < 1) {
      throw line.error("'" + cell + "' is no condition; write it as key=value");
    }
    String key = cell.substring(0, sign);
    String value = cell.substring(sign + 1).strip();
    switch (key) {
      case "syntax" -> interpretation = interpretation.withSyntax(syntax(value));
      case "words" -> {
        require(value, "any", key);
        interpretation = interpretation.withWords(Words.ANY);
      }
      case "spelling" -> {
        require(value, "typed", key);
        interpretation = interpretation.withSpelling(Spelling.AS_TYPED);
      }
      case "entities" -> {
        require(value, "no", key);
        interpretation = interpretation.withEntityUse(EntityUse.WORDS_ONLY);
      }
      case "from" -> from = day(value);
      case "to" -> to = day(value);
      case "undated" -> {
        require(value, "too", key);
        undatedToo = true;
      }
      case "zone" -> zone = zone(value);
      default -> values.computeIfAbsent(dimension(key), d -> new ArrayList<>()).add(value);
    }
  }

  private void require(String value, String only, String key) {
    if (!value.equals(only)) {
      throw line.error(key + " can only be " + only);
    }
  }

  private Syntax syntax(String value) {
    for (Syntax syntax : Syntax.values()) {
      if (syntax.name().equalsIgnoreCase(value)) {
        return syntax;
      }
    }
    throw line.error("syntax can be fihris, plain or lucene");
  }

  private LocalDate day(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw line.error("'" + value + "' is no day; write it as 2025-02-13");
    }
  }

  private ZoneId zone(String value) {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw line.error("'" + value + "' is no time zone; write it as Asia/Riyadh or +03:00");
    }
  }

  private Dimension dimension(String key) {
    for (Dimension dimension : Dimension.values()) {
      if (dimension.key().equals(key)) {
        return dimension;
      }
    }
    throw line.error("'" + key + "' is no condition of a search");
  }
}
