package org.fihris.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Tells the forms of a word in the spelling that is typed from those in others, which have the same
 * stem in the index. Safe for any thread.
 */
final class TypedSpelling {
  /** Of a shorter word no letter is given up. */
  private static final int SHORT = 4;

  private final NewsAnalyzer stems;
  private final NewsAnalyzer spellings;

  /** The stems of words that are spelt in several ways; made when they are first needed. */
  private volatile @Nullable Set<String> spelledVariously;

  TypedSpelling(NewsAnalyzer stems) {
    this.stems = stems;
    this.spellings = stems.at(MatchLevel.SPELLING);
  }

  /** Whether articles may have a word in another spelling. */
  boolean hasOthers(String word) {
    Set<String> known = spelledVariously;
    if (known == null) {
      known = new HashSet<>();
      for (String indexed : stems.spellings().indexed()) {
        known.add(first(indexed, stems, indexed));
      }
      spelledVariously = known;
    }
    return known.contains(first(word, stems, ""));
  }

  /**
   * A word in the spelling that is typed.
   *
   * @param stem as the index has it, for all spellings
   * @param core what this spelling has in the place of the stem, or of its beginning
   */
  record Typed(String stem, String core) {

    /** Whether another word is a form of this one in the same spelling. */
    boolean alike(Typed other) {
      return stem.equals(other.stem)
          && (core.startsWith(other.core) || other.core.startsWith(core));
    }

    /** Letters that all forms have: the last one of a core may be an ending. */
    String shared() {
      return core.length() > SHORT ? core.substring(0, core.length() - 1) : core;
    }
  }

  /**
   * The word as typed: اميركيين is indexed as امريكيين by the stem امريكا, of which it holds امريك;
   * so its core is اميرك.
   */
  Typed typed(String word) {
    String folded = Folding.fold(word);
    String indexed = first(word, spellings, folded);
    String stem = first(word, stems, indexed);
    for (int length = stem.length(); length >= Math.min(SHORT - 1, stem.length()); length--) {
      int at = indexed.indexOf(stem.substring(0, length));
      if (at >= 0) {
        return new Typed(
            stem, inPlaceOf(folded, indexed.substring(0, at), indexed.substring(at + length)));
      }
    }
    return new Typed(stem, folded);
  }

  /** What stands in a word between a front and an end; the whole word if it has others. */
  private static String inPlaceOf(String word, String front, String end) {
    boolean alike =
        word.length() > front.length() + end.length()
            && word.startsWith(front)
            && word.endsWith(end);
    return alike ? word.substring(front.length(), word.length() - end.length()) : word;
  }

  private static String first(String word, NewsAnalyzer analyzer, String otherwise) {
    List<AnalysedWord> terms = AnalysedWord.of(word, analyzer);
    return terms.isEmpty() ? otherwise : terms.getFirst().term();
  }
}
