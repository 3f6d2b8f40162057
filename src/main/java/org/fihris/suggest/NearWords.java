package org.fihris.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.fihris.index.Schema;
import org.jspecify.annotations.Nullable;

/** Finds words of the archive that are near to one that was typed. Safe for any thread. */
final class NearWords {
  /** Shorter words are near to too many. */
  private static final int SHORTEST = 3;

  /** From this length on two errors are looked for. */
  private static final int LONG = 6;

  /** With fewer consonants words of the same sound are too many. */
  private static final int CONSONANTS = 3;

  /** Words further than this are not meant. */
  private static final double FURTHEST = 1.8;

  /** A word that articles have is only doubted for one small error. */
  private static final double FURTHEST_BESIDE = 1.3;

  private static final double FURTHEST_LATIN = 1.5;
  private static final double SPACE = 0.3;
  private static final int LONGEST = 40;

  /** Of the candidates for a word so many are kept. */
  private static final int MOST = 8;

  private static final int MOST_BESIDE = 30;
  private static final int OFTENER = 20;

  private final ArchiveWords archive;
  private final IndexSearcher searcher;

  NearWords(ArchiveWords archive, IndexSearcher searcher) {
    this.archive = archive;
    this.searcher = searcher;
  }

  /** Words near to a folded Arabic word, the likeliest first, without it. */
  List<Candidate> near(String typed) throws IOException {
    return near(typed, MOST);
  }

  private List<Candidate> near(String typed, int most) throws IOException {
    if (typed.length() < SHORTEST || typed.length() > LONGEST) {
      return List.of();
    }
    int errors = typed.length() >= LONG ? 2 : 1;
    Automaton near = new LevenshteinAutomata(typed, true).toAutomaton(errors);
    Map<String, Integer> words = new HashMap<>(archive.matching(near));
    Automaton sound = sound(typed);
    if (sound != null) {
      words.putAll(archive.matching(sound));
    }
    words.remove(typed);
    List<Candidate> candidates = new ArrayList<>();
    words.forEach(
        (word, articles) -> {
          double weight = TypingErrors.between(typed, word);
          if (weight <= FURTHEST) {
            candidates.add(new Candidate(word, Offer.Kind.SPELLING, weight, articles));
          }
        });
    return best(candidates, most);
  }

  /** Arabic words that a word in Latin letters may be. */
  List<Candidate> romanised(String latin) throws IOException {
    Romanisation romanisation = Romanisation.of(latin);
    List<Candidate> candidates = new ArrayList<>();
    archive
        .matching(romanisation.words())
        .forEach(
            (word, articles) -> {
              double weight = romanisation.weight(word);
              if (weight <= FURTHEST_LATIN && word.length() > 1) {
                candidates.add(new Candidate(word, Offer.Kind.LATIN, weight, articles));
              }
            });
    return best(candidates, MOST);
  }

  /** Two words that a folded word may be, if they stand side by side in articles. */
  List<Candidate> apart(String typed) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (int at = 2; at <= Math.min(typed.length(), LONGEST) - 2; at++) {
      String front = typed.substring(0, at);
      String end = typed.substring(at);
      int articles = sideBySide(front, end);
      if (articles > 0) {
        candidates.add(new Candidate(front + " " + end, Offer.Kind.SPACING, SPACE, articles));
      }
    }
    return best(candidates, MOST);
  }

  /** Two folded words as one, if articles have it more often than the two; else null. */
  @Nullable Candidate joined(String front, String end) throws IOException {
    String joined = front + end;
    int articles = joined.length() > LONGEST ? 0 : archive.articles(joined);
    return articles > sideBySide(front, end)
        ? new Candidate(joined, Offer.Kind.SPACING, SPACE, articles)
        : null;
  }

  /**
   * Words near to a folded one that stand beside its neighbour in articles, far oftener than it
   * does; how many articles have them there is what they count by.
   *
   * @param neighbour folded
   * @param before whether the neighbour comes first
   */
  List<Candidate> beside(String typed, String neighbour, boolean before) throws IOException {
    int asTyped = besides(typed, neighbour, before);
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate near : near(typed, MOST_BESIDE)) {
      int articles = near.weight() > FURTHEST_BESIDE ? 0 : besides(near.text(), neighbour, before);
      if (articles > OFTENER * asTyped) {
        candidates.add(new Candidate(near.text(), near.kind(), near.weight(), articles));
      }
    }
    return candidates;
  }

  private int besides(String word, String neighbour, boolean before) throws IOException {
    return before ? sideBySide(neighbour, word) : sideBySide(word, neighbour);
  }

  /** How many articles have the words next to each other in headline or text. */
  int sideBySide(String front, String end) throws IOException {
    int articles = 0;
    for (String field : Schema.TEXTS) {
      List<Term> fronts = archive.writings(front, field);
      List<Term> ends = fronts.isEmpty() ? List.of() : archive.writings(end, field);
      if (!ends.isEmpty()) {
        MultiPhraseQuery phrase =
            new MultiPhraseQuery.Builder()
                .add(fronts.toArray(Term[]::new))
                .add(ends.toArray(Term[]::new))
                .build();
        articles += searcher.count(phrase);
      }
    }
    return articles;
  }

  private static List<Candidate> best(List<Candidate> candidates, int most) {
    candidates.sort(
        Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::text));
    return List.copyOf(candidates.subList(0, Math.min(most, candidates.size())));
  }

  /**
   * Words that sound alike: consonants of the same sound in their order, with weak letters between
   * them or not.
   */
  private static @Nullable Automaton sound(String typed) {
    List<Automaton> parts = new ArrayList<>();
    int consonants = 0;
    Automaton some = Operations.repeat(Automata.makeCharSet("ءؤئاهوي".chars().toArray()), 0, 2);
    for (int i = 0; i < typed.length(); i++) {
      char letter = typed.charAt(i);
      boolean repeated = i > 0 && typed.charAt(i - 1) == letter;
      if (!TypingErrors.isWeak(letter) && !repeated) {
        parts.add(some);
        int[] alike = TypingErrors.soundsLike(letter).chars().sorted().distinct().toArray();
        parts.add(Automata.makeCharSet(alike));
        consonants++;
      }
    }
    if (consonants < CONSONANTS) {
      return null;
    }
    parts.add(some);
    try {
      return Operations.determinize(
          Operations.concatenate(parts), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    } catch (TooComplexToDeterminizeException e) {
      return null; // no word of a language
    }
  }
}
