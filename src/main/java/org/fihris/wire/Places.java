package org.fihris.wire;

import java.util.List;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * Places in a text where words stand, near each other or in an order. Lucene's sources of intervals
 * say nothing of what they are made of; these can be sent to a node.
 */
public sealed interface Places {

  /** Where any of some terms stands; they count as one clause of a query. None stand nowhere. */
  record AnyTerm(List<String> terms) implements Places {
    public AnyTerm {
      terms = List.copyOf(terms);
    }

    /** Where one term stands. */
    public static AnyTerm of(String term) {
      return new AnyTerm(List.of(term));
    }
  }

  /** Places of another field of the same text, which has the same positions. */
  record InField(String field, Places places) implements Places {}

  /** Any of some places. */
  record Any(List<Places> places) implements Places {
    public Any {
      places = List.copyOf(places);
    }
  }

  /** Places that follow each other with nothing between. */
  record SideBySide(List<Places> places) implements Places {
    public SideBySide {
      places = List.copyOf(places);
    }
  }

  /** Places that follow each other. */
  record Ordered(List<Places> places) implements Places {
    public Ordered {
      places = List.copyOf(places);
    }
  }

  /** Places in any order, which may be one. */
  record Unordered(List<Places> places) implements Places {
    public Unordered {
      places = List.copyOf(places);
    }
  }

  /** Two places in any order that share no word. */
  record Apart(Places one, Places other) implements Places {}

  /**
   * Places with no more than some words between their parts.
   *
   * @param gaps how many, from 0
   */
  record Within(int gaps, Places places) implements Places {}

  /** No place at all. */
  record Nowhere() implements Places {}

  /**
   * As Lucene finds them.
   *
   * @throws IllegalArgumentException if disjunctions multiply to more than Lucene follows
   */
  default IntervalsSource source() {
    return switch (this) {
      case AnyTerm any -> source(any.terms);
      case InField inField -> Intervals.fixField(inField.field, inField.places.source());
      case Any any -> Intervals.or(sources(any.places));
      case SideBySide side ->
          Intervals.phrase(sources(side.places).toArray(IntervalsSource[]::new));
      case Ordered ordered ->
          Intervals.ordered(sources(ordered.places).toArray(IntervalsSource[]::new));
      case Unordered unordered ->
          Intervals.unordered(sources(unordered.places).toArray(IntervalsSource[]::new));
      case Apart apart -> Intervals.unorderedNoOverlaps(apart.one.source(), apart.other.source());
      case Within within -> Intervals.maxgaps(within.gaps, within.places.source());
      case Nowhere nowhere -> Intervals.noIntervals("nowhere");
    };
  }

  private static List<IntervalsSource> sources(List<Places> places) {
    return places.stream().map(Places::source).toList();
  }

  /** Several terms are an automaton, so that they are one clause however many they are. */
  private static IntervalsSource source(List<String> terms) {
    if (terms.isEmpty()) {
      return Intervals.noIntervals("no such word");
    }
    if (terms.size() == 1) {
      return Intervals.term(terms.getFirst());
    }
    List<BytesRef> sorted = terms.stream().map(BytesRef::new).sorted().toList();
    return Intervals.multiterm(
        new CompiledAutomaton(Automata.makeStringUnion(sorted), true, false),
        terms.size(),
        "any of " + terms.size());
  }
}
