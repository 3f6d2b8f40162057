package org.fihris.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fihris.query.Dimension;
import org.fihris.query.EntityUse;
import org.fihris.query.Filters;
import org.fihris.query.SearchRequest;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What narrows a search: for {@code search}, {@code facets} and {@code explain}. */
final class SearchOptions {

  /** How many of the words of a query an article must have. */
  enum WordsChoice {
    all(Words.ALL),
    any(Words.ANY);

    final Words words;

    WordsChoice(Words words) {
      this.words = words;
    }
  }

  @Option(
      names = "--words",
      description =
          "all: every word must match; any: one is enough. By default all, and any with a warning"
              + " where no article has all.")
  private @Nullable WordsChoice words;

  /** Which spellings of a word are found, as the user names them. */
  enum SpellingChoice {
    any(Spelling.ANY),
    typed(Spelling.AS_TYPED);

    final Spelling spelling;

    SpellingChoice(Spelling spelling) {
      this.spelling = spelling;
    }
  }

  @Option(
      names = "--spelling",
      defaultValue = "any",
      description =
          "any: every spelling of a word's class (ترمب finds"
              + " ترامب); typed: only the one typed; default any.")
  private SpellingChoice spelling = SpellingChoice.any;

  @Option(
      names = "--syntax",
      paramLabel = "SYNTAX",
      defaultValue = "FIHRIS",
      description =
          "How the query is written: fihris (docs/query-syntax.md), plain (every character is"
              + " text) or lucene (for experts); default fihris.")
  private Syntax syntax = Syntax.FIHRIS;

  @Option(
      names = "--no-entities",
      description =
          "Words that name a person, place or organisation find the articles with these words only,"
              + " not those that name it otherwise.")
  private boolean wordsOnly;

  @Mixin private DaysOption days = new DaysOption();

  @Option(
      names = "--date",
      paramLabel = "PERIOD",
      description =
          "Published in this year, quarter, month, week or day (2025, 2025-Q1, 2025-02, 2025-W07,"
              + " 2025-02-13), from one to another of them (2025-02..2025-04), or undated.")
  private List<String> dates = new ArrayList<>();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = Zone.class,
      description =
          "Where days begin and end for articles with a time of day, as Africa/Cairo or +03:00; by"
              + " default their day is the one they state.")
  private @Nullable ZoneId zone;

  @Option(
      names = "--today",
      paramLabel = "DAY",
      converter = DaysOption.Day.class,
      description =
          "The day that words behind date: count from (date:أمس); default today, by the time zone"
              + " of this machine.")
  private @Nullable LocalDate today;

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

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /**
   * The request of a command whose parser takes unknown options as words of the query, so that
   * {@code -رياضة} is one.
   *
   * @throws IllegalArgumentException if a number or a value is out of its range
   */
  SearchRequest request(List<String> query) {
    refuseUnknownOptions();
    SearchRequest request = SearchRequest.of(String.join(" ", query));
    return request
        .withInterpretation(request.interpretation().withToday(today))
        .withSyntax(syntax)
        .withSpelling(spelling.spelling)
        .withWords(words == null ? Words.ALL_THEN_ANY : words.words)
        .withEntityUse(wordsOnly ? EntityUse.WORDS_ONLY : EntityUse.EVERY_NAME)
        .withFilters(filters());
  }

  /** No option has a name outside ASCII; after {@code --} everything is meant as it stands. */
  private void refuseUnknownOptions() {
    ParseResult parsed = command.commandLine().getParseResult();
    if (parsed.originalArgs().contains("--")) {
      return;
    }
    List<String> unknown =
        parsed.matchedPositionals().stream()
            .flatMap(parameter -> parameter.originalStringValues().stream())
            .filter(word -> word.matches("--?[A-Za-z][A-Za-z-]*(=.*)?"))
            .toList();
    if (!unknown.isEmpty()) {
      throw new UnmatchedArgumentException(command.commandLine(), unknown);
    }
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
    return new Filters(days.from, days.to, undated, zone, values);
  }

  /** Reads a zone and says what one looks like where it cannot. */
  static final class Zone implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String value) {
      try {
        return ZoneId.of(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + value + "' is no zone; write it as Africa/Cairo or +03:00");
      }
    }
  }
}
