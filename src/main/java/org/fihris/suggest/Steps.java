package org.fihris.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fihris.query.Dimension;
import org.fihris.query.EntityUse;
import org.fihris.query.Filters;
import org.fihris.query.SearchRequest;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Words;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a request taken away, one by one and then together, from the smallest change to
 * the largest, with what each would find. For one use.
 */
final class Steps {
  private static final Pattern SIGNS = Pattern.compile("[\"“”„«»=]");
  private static final Pattern FIELDS = Pattern.compile("(?<=^|[\\s(-])[\\p{L}_]+:(?=\\S)");
  private static final Pattern EXCLUSIONS =
      Pattern.compile("(?<=^|[\\s(])(-|NOT\\s+)([\\p{L}_]+:)?(\"[^\"]*\"|«[^»]*»|[^\\s\")]+)");

  private final SearchRequest asked;
  private final List<Step> steps = new ArrayList<>();
  private final Set<SearchRequest> tried = new HashSet<>();

  private record Step(Offer.Kind kind, SearchRequest request, @Nullable String detail) {}

  private Steps(SearchRequest asked) {
    this.asked = asked;
    tried.add(asked);
  }

  /** The steps that would find more than {@code found} articles, each of them counted. */
  static List<Offer> of(SearchRequest request, long found, ArticleCount count) throws IOException {
    Steps made = new Steps(request);
    made.ofWords();
    made.ofFilters();
    made.ofFewerWords();
    List<Long> counts = count.of(made.steps.stream().map(Step::request).toList());
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      Step step = made.steps.get(i);
      if (counts.get(i) > found) {
        offers.add(new Offer(step.kind, step.request, counts.get(i), step.detail));
      }
    }
    return offers;
  }

  private void ofWords() {
    add(Offer.Kind.ANY_SPELLING, asked.withSpelling(Spelling.ANY), null);
    add(Offer.Kind.OTHER_NAMES, asked.withEntityUse(EntityUse.EVERY_NAME), null);
    if (asked.interpretation().syntax() == Syntax.FIHRIS) {
      addText(Offer.Kind.ANY_FORM, SIGNS.matcher(asked.text()).replaceAll(" "));
      addText(Offer.Kind.ANYWHERE, FIELDS.matcher(asked.text()).replaceAll(""));
      addText(Offer.Kind.WITHOUT_EXCLUSIONS, EXCLUSIONS.matcher(asked.text()).replaceAll(" "));
    }
  }

  private void addText(Offer.Kind kind, String text) {
    String tidy = text.replaceAll("\\s+", " ").strip();
    if (!tidy.isEmpty() && !tidy.equals(asked.text().strip())) {
      add(kind, asked.withText(tidy), null);
    }
  }

  private void ofFilters() {
    Filters filters = asked.filters();
    Filters anyDate = filters.withDays(null, null).without(Dimension.DATE);
    add(Offer.Kind.ANY_DATE, asked.withFilters(anyDate), null);
    for (Dimension dimension : filters.values().keySet()) {
      if (dimension != Dimension.DATE) {
        Filters fewer = filters.without(dimension);
        add(Offer.Kind.WITHOUT_FILTER, asked.withFilters(fewer), dimension.key());
      }
    }
    add(Offer.Kind.WITHOUT_FILTERS, asked.withFilters(Filters.NONE), null);
  }

  private void ofFewerWords() {
    if (asked.interpretation().syntax() == Syntax.LUCENE) {
      return;
    }
    QueryText query = QueryText.of(asked.text());
    if (query.words().size() > 1) {
      for (int i = 0; i < query.words().size(); i++) {
        String fewer = query.without(i);
        if (!fewer.isEmpty()) {
          add(Offer.Kind.WITHOUT_WORD, asked.withText(fewer), query.words().get(i).text());
        }
      }
    }
    if (asked.interpretation().words() != Words.ANY) {
      add(Offer.Kind.SOME_WORDS, asked.withWords(Words.ANY), null);
    }
  }

  private void add(Offer.Kind kind, SearchRequest request, @Nullable String detail) {
    if (tried.add(request)) {
      steps.add(new Step(kind, request, detail));
    }
  }
}
