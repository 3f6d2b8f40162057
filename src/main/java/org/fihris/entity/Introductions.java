package org.fihris.entity;

import static org.fihris.entity.WordClass.FUNCTION;
import static org.fihris.entity.WordClass.OFFICE;
import static org.fihris.entity.WordClass.ORIGIN;
import static org.fihris.entity.WordClass.PASSING;
import static org.fihris.entity.WordClass.RANK;
import static org.fihris.entity.WordClass.SPEECH;
import static org.fihris.entity.WordClass.TITLE;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What stands before persons' names: a verb of speech ({@code قال}), a title, with adjectives or
 * without ({@code الرئيس الأوغندي السابق}), or the phrase of an office ({@code وزير الدفاع
 * الأوغندي}, {@code نظيره}).
 */
final class Introductions {
  private static final int REACH = 6;
  private static final int ADJECTIVES = WordClass.all(ORIGIN, RANK, PASSING);

  private final Tokens tokens;
  private final BitSet taken;

  Introductions(Tokens tokens, BitSet taken) {
    this.tokens = tokens;
    this.taken = taken;
  }

  /** The word that introduces a person's name at this word, folded, or null. */
  @Nullable String before(int word) {
    int first = word - 1;
    if (first < 0 || !tokens.continues(first)) {
      return null;
    }
    if (tokens.isAny(first, WordClass.all(SPEECH, TITLE))) {
      return tokens.bare(first);
    }
    if (tokens.is(first, OFFICE)) {
      return isPossessed(first) ? tokens.bare(first) : null;
    }
    return isNoun(first) ? office(first) : null;
  }

  /** The office or title whose phrase ends with this noun or adjective, or null. */
  private @Nullable String office(int last) {
    boolean adjective = tokens.isAny(last, ADJECTIVES) && tokens.hasArticle(last);
    int at = last - 1;
    for (int steps = 1; steps < REACH && at >= 0 && tokens.continues(at); steps++, at--) {
      if (tokens.is(at, OFFICE) || adjective && tokens.is(at, TITLE)) {
        return tokens.bare(at);
      }
      if (tokens.isAny(at, WordClass.all(FUNCTION, SPEECH)) && !isNoun(at)) {
        return null;
      }
    }
    return null;
  }

  private boolean isNoun(int word) {
    return tokens.hasArticle(word) || taken.get(word) || tokens.isAny(word, ADJECTIVES);
  }

  /** Whether a pronoun is joined to the word: whose colleague it is has been said. */
  private boolean isPossessed(int word) {
    String text = tokens.bare(word);
    return text.endsWith("ه") || text.endsWith("ها");
  }
}
