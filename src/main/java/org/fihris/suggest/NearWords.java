package org.fihris.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.fihris.facet.IndexTerms;
import org.fihris.index.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Words of the archive that are near to those of one query: all of them are looked for at once, and
 * then all pairs of them are counted at once. Immutable.
 */
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

  /** By folded word what is near to it, the likeliest first. */
  private final Map<String, List<Candidate>> near;

  private final Map<String, List<Candidate>> romanised;
  private final FoundWords words;
  private final QueryCounts counts;

  private NearWords(
      Map<String, List<Candidate>> near,
      Map<String, List<Candidate>> romanised,
      FoundWords words,
      QueryCounts counts) {
    this.near = near;
    this.romanised = romanised;
    this.words = words;
    this.counts = counts;
  }

  /** Two folded words side by side. */
  record Pair(String front, String end) {
    String joined() {
      return front + end;
    }
  }

  /**
   * A word that may be wrong for what stands beside it.
   *
   * @param neighbour folded
   * @param before whether the neighbour comes first
   */
  record Beside(String word, String neighbour, boolean before) {
    Pair with(String other) {
      return before ? new Pair(neighbour, other) : new Pair(other, neighbour);
    }
  }

  /**
   * What is asked about the words of a query.
   *
   * @param doubted folded Arabic words that may not be meant
   * @param latin words in Latin letters
   * @param pairs words that may be one
   */
  record Asked(
      Collection<String> doubted,
      Collection<String> latin,
      Collection<Pair> pairs,
      Collection<Beside> besides) {}

  /** Looks up what is asked. */
  static NearWords of(ArchiveWords archive, IndexTerms index, Asked asked) throws IOException {
    Set<String> typed = new LinkedHashSet<>(asked.doubted);
    asked.besides.forEach(beside -> typed.add(beside.word));
    List<Automaton> patterns = new ArrayList<>();
    Map<String, List<Integer>> ofTyped = new LinkedHashMap<>();
    for (String word : typed) {
      List<Integer> numbers = new ArrayList<>();
      for (Automaton pattern : patterns(word)) {
        numbers.add(patterns.size());
        patterns.add(pattern);
      }
      ofTyped.put(word, numbers);
    }
    List<String> latin = asked.latin.stream().distinct().toList();
    latin.forEach(word -> patterns.add(Romanisation.of(word).words()));
    Set<String> whole = whole(asked);
    if (!whole.isEmpty()) {
      patterns.add(ArchiveWords.anyOf(whole));
    }
    List<FoundWords> found = archive.matching(patterns);
    FoundWords all = new FoundWords();
    found.forEach(all::addAll);
    Map<String, List<Candidate>> near = new HashMap<>();
    ofTyped.forEach(
        (word, numbers) -> near.put(word, near(word, numbers.stream().map(found::get).toList())));
    Map<String, List<Candidate>> romanised = new HashMap<>();
    int firstLatin = patterns.size() - latin.size() - (whole.isEmpty() ? 0 : 1);
    for (int i = 0; i < latin.size(); i++) {
      romanised.put(latin.get(i), romanised(latin.get(i), found.get(firstLatin + i)));
    }
    return new NearWords(
        near, romanised, all, QueryCounts.of(index, queries(pairs(asked, near), all)));
  }

  /** What accepts the words that may be near to a folded one. */
  private static List<Automaton> patterns(String typed) {
    if (typed.length() < SHORTEST || typed.length() > LONGEST) {
      return List.of();
    }
    int errors = typed.length() >= LONG ? 2 : 1;
    Automaton near = new LevenshteinAutomata(typed, true).toAutomaton(errors);
    Automaton sound = sound(typed);
    return sound == null ? List.of(near) : List.of(near, sound);
  }

  /** The words that are looked up as they are. */
  private static Set<String> whole(Asked asked) {
    Set<String> whole = new TreeSet<>();
    asked.doubted.forEach(word -> splits(word).forEach(pair -> addBoth(pair, whole)));
    for (Pair pair : asked.pairs) {
      addBoth(pair, whole);
      if (pair.joined().length() <= LONGEST) {
        whole.add(pair.joined());
      }
    }
    asked.besides.forEach(beside -> addBoth(beside.with(beside.word), whole));
    return whole;
  }

  private static void addBoth(Pair pair, Set<String> words) {
    words.add(pair.front);
    words.add(pair.end);
  }

  /** The pairs of words that a folded word may be. */
  private static List<Pair> splits(String typed) {
    List<Pair> splits = new ArrayList<>();
    for (int at = 2; at <= Math.min(typed.length(), LONGEST) - 2; at++) {
      splits.add(new Pair(typed.substring(0, at), typed.substring(at)));
    }
    return splits;
  }

  /** The pairs that have to be counted. */
  private static Set<Pair> pairs(Asked asked, Map<String, List<Candidate>> near) {
    Set<Pair> pairs = new LinkedHashSet<>(asked.pairs);
    asked.doubted.forEach(word -> pairs.addAll(splits(word)));
    for (Beside beside : asked.besides) {
      pairs.add(beside.with(beside.word));
      besides(near, beside).forEach(other -> pairs.add(beside.with(other.text())));
    }
    return pairs;
  }

  private static List<Query> queries(Set<Pair> pairs, FoundWords words) {
    return pairs.stream().flatMap(pair -> phrases(pair, words).stream()).toList();
  }

  /** For articles that have a pair in headline or text. */
  private static List<Query> phrases(Pair pair, FoundWords words) {
    List<Query> phrases = new ArrayList<>();
    for (String field : Schema.TEXTS) {
      List<Term> fronts = words.writings(pair.front, field);
      List<Term> ends = words.writings(pair.end, field);
      if (!fronts.isEmpty() && !ends.isEmpty()) {
        phrases.add(
            new MultiPhraseQuery.Builder()
                .add(fronts.toArray(Term[]::new))
                .add(ends.toArray(Term[]::new))
                .build());
      }
    }
    return phrases;
  }

  private static List<Candidate> near(String typed, List<FoundWords> found) {
    Map<String, Integer> words = new HashMap<>();
    for (FoundWords some : found) {
      some.words().forEach(word -> words.put(word, some.articles(word)));
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
    return best(candidates, MOST_BESIDE);
  }

  private static List<Candidate> romanised(String latin, FoundWords found) {
    Romanisation romanisation = Romanisation.of(latin);
    List<Candidate> candidates = new ArrayList<>();
    for (String word : found.words()) {
      double weight = romanisation.weight(word);
      if (weight <= FURTHEST_LATIN && word.length() > 1) {
        candidates.add(new Candidate(word, Offer.Kind.LATIN, weight, found.articles(word)));
      }
    }
    return best(candidates, MOST);
  }

  /** All words that were looked up. */
  FoundWords words() {
    return words;
  }

  /** Words near to a doubted one, the likeliest first, without it. */
  List<Candidate> near(String typed) {
    return near.getOrDefault(typed, List.of()).stream().limit(MOST).toList();
  }

  /** Arabic words that a word in Latin letters may be. */
  List<Candidate> romanised(String latin) {
    return romanised.getOrDefault(latin, List.of());
  }

  /** Two words that a doubted word may be, if they stand side by side in articles. */
  List<Candidate> apart(String typed) {
    List<Candidate> candidates = new ArrayList<>();
    for (Pair pair : splits(typed)) {
      int articles = sideBySide(pair);
      if (articles > 0) {
        String text = pair.front + " " + pair.end;
        candidates.add(new Candidate(text, Offer.Kind.SPACING, SPACE, articles));
      }
    }
    return best(candidates, MOST);
  }

  /** A pair as one word, if articles have it more often than the two; else null. */
  @Nullable Candidate joined(Pair pair) {
    String joined = pair.joined();
    int articles = joined.length() > LONGEST ? 0 : words.articles(joined);
    return articles > sideBySide(pair)
        ? new Candidate(joined, Offer.Kind.SPACING, SPACE, articles)
        : null;
  }

  /**
   * Words near to one that stand beside its neighbour in articles, far oftener than it does; how
   * many articles have them there is what they count by.
   */
  List<Candidate> beside(Beside beside) {
    int asTyped = sideBySide(beside.with(beside.word));
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate other : besides(near, beside)) {
      int articles = sideBySide(beside.with(other.text()));
      if (articles > OFTENER * asTyped) {
        candidates.add(new Candidate(other.text(), other.kind(), other.weight(), articles));
      }
    }
    return candidates;
  }

  private static List<Candidate> besides(Map<String, List<Candidate>> near, Beside beside) {
    return near.getOrDefault(beside.word, List.of()).stream()
        .filter(other -> other.weight() <= FURTHEST_BESIDE)
        .toList();
  }

  /** How many articles have the words next to each other in headline or text. */
  private int sideBySide(Pair pair) {
    return phrases(pair, words).stream().mapToInt(counts::of).sum();
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
