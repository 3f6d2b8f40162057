package org.fihris.entity;

import static org.fihris.entity.WordClass.BODY;
import static org.fihris.entity.WordClass.BODYOF;
import static org.fihris.entity.WordClass.FAMILY;
import static org.fihris.entity.WordClass.FAMILY_TOO;
import static org.fihris.entity.WordClass.FUNCTION;
import static org.fihris.entity.WordClass.GIVEN;
import static org.fihris.entity.WordClass.GIVEN_TOO;
import static org.fihris.entity.WordClass.INPLACE;
import static org.fihris.entity.WordClass.KUNYA;
import static org.fihris.entity.WordClass.LINK;
import static org.fihris.entity.WordClass.NEVER;
import static org.fihris.entity.WordClass.OFFICE;
import static org.fihris.entity.WordClass.ORDINAL;
import static org.fihris.entity.WordClass.ORIGIN;
import static org.fihris.entity.WordClass.PASSING;
import static org.fihris.entity.WordClass.PLACE;
import static org.fihris.entity.WordClass.RANK;
import static org.fihris.entity.WordClass.SPEECH;
import static org.fihris.entity.WordClass.TITLE;
import static org.fihris.entity.WordClass.VERB;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of persons' names: where a name begins and how far it goes.
 *
 * <p>A name begins with a given name, with أبو and a word, or, behind a title, an office or a verb
 * of speech, with a word that is not of the language. It goes on with given and family names, words
 * that are not of the language, and what بن and its like join. It ends at any other word.
 */
final class PersonGrammar {
  private static final int LONGEST = 6;
  private static final int OFFICE_REACH = 6;
  private static final int ADJECTIVES = WordClass.all(ORIGIN, RANK, PASSING);
  private static final int NAMES = WordClass.all(GIVEN, GIVEN_TOO, FAMILY, FAMILY_TOO);

  private final Tokens tokens;
  private final BitSet taken;

  /**
   * @param taken the words of names that a table holds
   */
  PersonGrammar(Tokens tokens, BitSet taken) {
    this.tokens = tokens;
    this.taken = taken;
  }

  /** The name that begins at this word, or null. */
  @Nullable Phrase at(int word) {
    if (taken.get(word)) {
      return null;
    }
    if (tokens.isPreposition(word) || isNamedFor(word)) {
      return null;
    }
    if (tokens.is(word, KUNYA)) {
      return kunya(word);
    }
    if (tokens.is(word, GIVEN)) {
      int last = extend(word);
      return phrase(word, last, new Evidence.GivenName(), last > word);
    }
    if (tokens.isAny(word, NAMES) || isUnknown(word)) {
      return doubtful(word);
    }
    return null;
  }

  /** Whether the word before says that this is the name of a place or a body. */
  private boolean isNamedFor(int word) {
    return word > 0
        && tokens.continues(word - 1)
        && tokens.isAny(word - 1, WordClass.all(BODY, BODYOF, PLACE, INPLACE))
        && !tokens.isJoined(word);
  }

  private @Nullable Phrase doubtful(int word) {
    String introduced = introducedBy(word);
    if (introduced != null && !tokens.hasArticle(word) && !looksLikeVerb(word)) {
      int last = extend(word);
      return phrase(word, last, new Evidence.Introduced(introduced), last > word);
    }
    if (tokens.is(word, GIVEN_TOO) && !tokens.hasArticle(word) && goesOn(word)) {
      int last = extend(word);
      return phrase(word, last, new Evidence.GivenName(), true);
    }
    if (tokens.is(word, FAMILY) && !followsNoun(word)) {
      return phrase(word, word, new Evidence.FamilyName(), false);
    }
    if (isUnknown(word)
        && looksForeign(word)
        && goesOn(word)
        && tokens.isAny(word + 1, WordClass.all(FAMILY, GIVEN))) {
      return phrase(word, extend(word), new Evidence.FamilyName(), true);
    }
    return null;
  }

  /** Whether a word that is surely of a name follows one that may be something else. */
  private boolean goesOn(int word) {
    int next = word + 1;
    if (!tokens.continues(word) || taken.get(next) || tokens.isJoined(next)) {
      return false;
    }
    if (tokens.isAny(next, WordClass.all(GIVEN, FAMILY))
        || tokens.isAny(next, WordClass.all(LINK, KUNYA)) && continues(word) > next) {
      return true;
    }
    return !tokens.is(word, FUNCTION)
        && (tokens.is(next, FAMILY_TOO) && tokens.hasArticle(next)
            || tokens.isNisba(next)
            || isUnknown(next) && !tokens.hasArticle(next));
  }

  /** Whether a word that no table holds has no letter or ending that only words of Arabic have. */
  private boolean looksForeign(int word) {
    String text = text(word);
    return !looksLikeVerb(word)
        && !tokens.hasArticle(word)
        && !tokens.endsInTehMarbuta(word)
        && text.chars().noneMatch(c -> c == 'ؤ' || c == 'ء')
        && !(text.length() == 4 && text.startsWith("ا"))
        && !text.endsWith("ت")
        && !text.endsWith("وا")
        && !text.endsWith("ها")
        && !text.endsWith("هم");
  }

  /** Whether a word that no table holds has the form of a verb of the present, or a pronoun. */
  private boolean looksLikeVerb(int word) {
    if (!isUnknown(word)) {
      return false;
    }
    String text = text(word);
    if (text.endsWith("اته") || text.endsWith("تها") || text.endsWith("تهم")) {
      return true;
    }
    boolean present =
        text.startsWith("ي")
            || text.startsWith("ت")
            || text.startsWith("سي")
            || text.startsWith("ست");
    return present
        && (text.length() <= 4
            || text.endsWith("ه")
            || text.endsWith("ها")
            || text.endsWith("هم")
            || text.endsWith("ون"));
  }

  /** Whether a word with the article may be the adjective of the one before it. */
  private boolean followsNoun(int word) {
    if (word == 0 || !tokens.continues(word - 1)) {
      return false;
    }
    return tokens.hasArticle(word) && tokens.hasArticle(word - 1) && !tokens.is(word - 1, TITLE);
  }

  private @Nullable Phrase kunya(int word) {
    int next = word + 1;
    if (!tokens.continues(word)
        || taken.get(next)
        || tokens.isJoined(next)
        || tokens.endsInMaqsura(word)
        || !isAllah(next) && tokens.isAny(next, WordClass.all(FUNCTION, NEVER, TITLE))) {
      return null;
    }
    if (tokens.is(next, KUNYA)) {
      Phrase more = kunya(next);
      return more == null
          ? null
          : phrase(word, more.last(), new Evidence.GivenName(), more.last() > next + 1);
    }
    if (tokens.isAny(next, NAMES) || isUnknown(next) || tokens.hasArticle(next)) {
      int last = extend(next);
      return phrase(word, last, new Evidence.GivenName(), last > next);
    }
    return null;
  }

  /** The last word of a person's name that begins here. */
  int end(int word) {
    return extend(word);
  }

  /** The last word of the name whose first words end here. */
  private int extend(int word) {
    int last = word;
    if (isRuler(word)) {
      return word + 1;
    }
    while (last - word + 1 < LONGEST) {
      int next = continues(last);
      if (next == last || tokens.isAny(next, ADJECTIVES) && last > word) {
        break;
      }
      last = next;
    }
    return tokens.isInitial(last + 1) && tokens.continues(last) ? last + 1 : last;
  }

  /** The last word of what continues a name after this word; the word itself if nothing does. */
  private int continues(int word) {
    int next = word + 1;
    if (!tokens.continues(word) || taken.get(next) || tokens.isJoined(next)) {
      return word;
    }
    if (tokens.is(next, LINK) || tokens.is(next, KUNYA)) {
      int after = next + 1;
      if (tokens.continues(next) && tokens.is(after, KUNYA) && !tokens.isJoined(after)) {
        int end = continues(next);
        return end > next ? end : word;
      }
      boolean joins =
          tokens.continues(next)
              && !taken.get(after)
              && (isAllah(after) || !tokens.isAny(after, WordClass.all(FUNCTION, NEVER, VERB)));
      return joins ? after : word;
    }
    if (tokens.isAny(next, WordClass.all(FUNCTION, NEVER, TITLE, BODY, ORDINAL))) {
      boolean name =
          tokens.is(next, GIVEN_TOO) && !tokens.isPreposition(next)
              || tokens.is(next, FAMILY_TOO) && tokens.is(next, TITLE) && !goesOn(next);
      return name ? next : word;
    }
    boolean name =
        tokens.isAny(next, NAMES)
            || tokens.mayBeUnknown(next)
            || tokens.isNisba(next)
            || isAllah(next);
    return name ? next : word;
  }

  private boolean isRuler(int word) {
    return tokens.continues(word)
        && tokens.is(word + 1, ORDINAL)
        && !tokens.isJoined(word + 1)
        && tokens.isAny(word, NAMES);
  }

  private boolean isUnknown(int word) {
    return tokens.isUnknown(word);
  }

  private boolean isAllah(int word) {
    return tokens.words.text.startsWith("الله", tokens.words.start(word))
        && tokens.length(word) == 4;
  }

  /** The word that introduces a person's name right behind it, or null. */
  private @Nullable String introducedBy(int word) {
    int at = word - 1;
    boolean adjectives = false;
    for (int steps = 0; steps < OFFICE_REACH && at >= 0 && tokens.continues(at); steps++, at--) {
      if (steps == 0 && tokens.is(at, SPEECH)) {
        return text(at);
      }
      if (tokens.is(at, TITLE) && (steps == 0 || adjectives)) {
        return text(at);
      }
      if (tokens.is(at, OFFICE)) {
        return steps > 0 || isPossessed(at) ? text(at) : null;
      }
      boolean noun = tokens.hasArticle(at) || taken.get(at) || tokens.isAny(at, ADJECTIVES);
      if (steps == 0) {
        adjectives = tokens.isAny(at, ADJECTIVES) && tokens.hasArticle(at);
        if (!noun) {
          return null;
        }
      }
      if (tokens.isAny(at, WordClass.all(FUNCTION, SPEECH)) && !noun) {
        return null;
      }
    }
    return null;
  }

  private boolean isPossessed(int word) {
    return tokens.words.text.charAt(tokens.words.end(word) - 1) == 'ه'
        || tokens.words.text.startsWith("ها", tokens.words.end(word) - 2);
  }

  private String text(int word) {
    return tokens.words.text.substring(tokens.from(word), tokens.words.end(word));
  }

  private Phrase phrase(int first, int last, Evidence evidence, boolean tells) {
    return new Phrase(first, last, tokens.from(first), EntityType.PERSON, evidence, tells);
  }
}
