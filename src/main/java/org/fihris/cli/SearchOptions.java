package org.fihris.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.SearchRequest;
import org.fihris.query.Syntax;
import org.fihris.query.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What narrows a search: for {@code search} and {@code facets}. */
final class SearchOptions {

  /** How many of the words of a query an article must have. */
  enum WordsChoice {
    all,
    any
  }

  @Option(
      names = "--words",
      description =
          "all: every word must match; any: one is enough. By default all, and any with a warning"
              + " where no article has all.")
  private @Nullable WordsChoice words;

  @Option(
      names = "--syntax",
      paramLabel = "SYNTAX",
      defaultValue = "FIHRIS",
      description =
          "How the query is written: fihris (docs/query-syntax.md), plain (every character is"
              + " text) or lucene (for experts); default fihris.")
  private Syntax syntax = Syntax.FIHRIS;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = Day.class,
      description = "Published on this day or later, as 2025-02-13.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      converter = Day.class,
      description = "Published on this day or earlier.")
  private @Nullable LocalDate to;

  @Option(
      names = "--date",
      paramLabel = "PERIOD",
      description = "Published in this year, month or day (2025, 2025-02, 2025-02-13), or undated.")
  private List<String> dates = new ArrayList<>();

  @Option(
      names = "--undated-too",
      description = "With --from or --to: also articles whose date is not known.")
  private boolean undated;

  @Option(names = "--source", paramLabel = "NAME", description = "From this outlet.")
  private List<String> sources = new ArrayList<>();

  @Option(names = "--category", paramLabel = "NAME", description = "In this section.")
  private List<String> categories = new ArrayList<>();

  @Option(names = "--person", paramLabel = "NAME", description = "Names this person.")
  private List<String> persons = new ArrayList<>();

  @Option(names = "--place", paramLabel = "NAME", description = "Names this place.")
  private List<String> places = new ArrayList<>();

  @Option(
      names = {"--organisation", "--org"},
      paramLabel = "NAME",
      description = "Names this organisation. Of several values of one kind, any will do.")
  private List<String> organisations = new ArrayList<>();

  SearchRequest request(List<String> query) {
    return SearchRequest.of(String.join(" ", query))
        .withSyntax(syntax)
        .withWords(words())
        .withFilters(filters());
  }

  private Words words() {
    return switch (words) {
      case null -> Words.ALL_THEN_ANY;
      case all -> Words.ALL;
      case any -> Words.ANY;
    };
  }

  private Filters filters() {
    Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
    values.put(Dimension.DATE, dates);
    values.put(Dimension.SOURCE, sources);
    values.put(Dimension.CATEGORY, categories);
    values.put(Dimension.PERSON, persons);
    values.put(Dimension.PLACE, places);
    values.put(Dimension.ORGANISATION, organisations);
    values.values().removeIf(List::isEmpty);
    return new Filters(from, to, undated, values);
  }

  /** Reads a day and says what one looks like where it cannot. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (java.time.DateTimeException e) {
        throw new TypeConversionException("'" + value + "' is no day; write it as 2025-02-13");
      }
    }
  }
}
