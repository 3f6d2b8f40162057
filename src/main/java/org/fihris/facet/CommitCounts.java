package org.fihris.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.fihris.entity.EntityType;
import org.fihris.query.Dimension;
import org.fihris.query.Periods;
import org.jspecify.annotations.Nullable;

/** What was found in one commit of an index, counted article by article. */
public final class CommitCounts implements ValueCounts {
  private static final int UNDATED = 0;
  private static final int NOT_SEEN = -1;

  private final Snapshot snapshot;
  private final Matches matches;

  public CommitCounts(Snapshot snapshot, Matches matches) {
    this.snapshot = snapshot;
    this.matches = matches;
  }

  @Override
  public Counted counted() {
    return matches.counted();
  }

  @Override
  public Best labels(Dimension dimension, Predicate<String> wanted, int most) throws IOException {
    ValueGroups groups = snapshot.labels(dimension);
    int[] counts = groups.counts(matches, snapshot);
    Map<String, Integer> found = new HashMap<>();
    for (int group = 0; group < counts.length; group++) {
      if (counts[group] > 0) {
        String label = snapshot.label(dimension, groups, group);
        if (wanted.test(label)) {
          found.put(label, counts[group]);
        }
      }
    }
    return new Best(found, found.size());
  }

  @Override
  public Best entities(EntityType type, Choice wanted, int most) throws IOException {
    Map<String, Integer> found = snapshot.entityCounts(type, matches);
    Collection<String> chosen = wanted.of(found.keySet());
    if (chosen.size() < found.size()) {
      found.keySet().retainAll(Set.copyOf(chosen));
    }
    return new Best(found, found.size());
  }

  @Override
  public Dated periods(Periods periods, @Nullable ZoneId zone, int newest) throws IOException {
    return new PeriodNumbers(periods).counted(days(zone));
  }

  private Days days(@Nullable ZoneId zone) throws IOException {
    StatedDays stated = snapshot.days();
    if (zone == null) {
      return new Days(stated.first(), stated.count(), stated::of);
    }
    int first = stated.first() - ArticleDays.MOST_SHIFTED;
    return new Days(
        first,
        stated.count() + 2 * ArticleDays.MOST_SHIFTED,
        articles -> {
          ArticleDays days = ArticleDays.of(articles.context().reader(), zone);
          return doc -> StatedDays.number(days.of(doc), first);
        });
  }

  /**
   * Days as {@link StatedDays} numbers them.
   *
   * @param first the day that has number 1
   */
  private record Days(int first, int count, ArticleNumbers.Source numbers) {}

  /** Numbers periods in the order in which they are found. */
  private final class PeriodNumbers {
    private final Periods periods;
    private final List<LocalDate> firsts = new ArrayList<>();
    private final Map<LocalDate, Integer> numbers = new HashMap<>();

    PeriodNumbers(Periods periods) {
      this.periods = periods;
    }

    Dated counted(Days days) throws IOException {
      int[] counts = counts(days);
      NavigableMap<LocalDate, Integer> found = new TreeMap<>();
      for (int number = 0; number < firsts.size(); number++) {
        found.put(firsts.get(number), counts[number + 1]);
      }
      return new Dated(found, counts[UNDATED]);
    }

    /** The counts of the undated and then of the periods in the order in which they were found. */
    private int[] counts(Days days) throws IOException {
      Tally tally = Tally.of(days.count + 1, matches.counted(), snapshot);
      int[] ofDay = new int[days.count + 1];
      Arrays.fill(ofDay, NOT_SEEN);
      ofDay[UNDATED] = UNDATED;
      int[] byDay = new int[days.count + 1];
      for (MatchingDocs matching : matches.articles()) {
        ArticleNumbers.Numbers dayOf = Objects.requireNonNull(days.numbers.of(matching));
        DocIdSetIterator docs = matching.bits().iterator();
        if (tally.isOfArticles()) {
          dayOf.count(docs, byDay);
          continue;
        }
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          tally.add(matching.context(), doc, value(dayOf.of(doc), days.first, ofDay));
        }
      }
      for (int day = 0; day < byDay.length; day++) {
        if (byDay[day] > 0) {
          tally.add(value(day, days.first, ofDay), byDay[day]);
        }
      }
      return tally.counts();
    }

    /** What an article of a day counts for: the undated, or a period, found now or before. */
    private int value(int day, int first, int[] ofDay) {
      if (ofDay[day] == NOT_SEEN) {
        ofDay[day] = number(first + day - 1) + 1;
      }
      return ofDay[day];
    }

    private int number(int day) {
      LocalDate first = periods.counted().first(LocalDate.ofEpochDay(day), periods.weekStart());
      return numbers.computeIfAbsent(
          first,
          fresh -> {
            firsts.add(fresh);
            return firsts.size() - 1;
          });
    }
  }
}
