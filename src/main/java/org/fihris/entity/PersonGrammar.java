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
import static org.fihris.entity.WordClass.ORDINAL;
import static org.fihris.entity.WordClass.ORIGIN;
import static org.fihris.entity.WordClass.PASSING;
import static org.fihris.entity.WordClass.PLACE;
import static org.fihris.entity.WordClass.RANK;
import static org.fihris.entity.WordClass.TITLE;
import static org.fihris.entity.WordClass.VERB;

import java.util.BitSet;
import java.util.Set;
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
  private static final int JOINING = 3;
  private static final int NO_NAMES = WordClass.all(FUNCTION, NEVER, VERB);
  private static final int ADJECTIVES = WordClass.all(ORIGIN, RANK, PASSING);
  private static final int NAMES = WordClass.all(GIVEN, GIVEN_TOO, FAMILY, FAMILY_TOO);

  private static final Set<String> DESCENT = Set.of("بن", "ابي", "ابو");

  private final Tokens tokens;
  private final BitSet taken;
  private final Introductions introductions;
  private final Shapes shapes;

  /**
   * @param taken the words of names that a table holds
   */
  PersonGrammar(Tokens tokens, BitSet taken) {
    this.tokens = tokens;
    this.taken = taken;
    introductions = new Introductions(tokens, taken);
    shapes = new Shapes(tokens);
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
      return last == word && isCutShort(word)
          ? null
          : phrase(word, last, new Evidence.GivenName(), last > word);
    }
    if (tokens.isAny(word, NAMES) || tokens.isUnknown(word)) {
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
    String introduced = introductions.before(word);
    if (introduced != null && !tokens.hasArticle(word) && !shapes.isVerb(word)) {
      int last = extend(word);
      return last == word && isCutShort(word)
          ? null
          : phrase(word, last, new Evidence.Introduced(introduced), last > word);
    }
    if (tokens.is(word, GIVEN_TOO)
        && (!tokens.hasArticle(word) || isDescendant(word))
        && goesOn(word)) {
      int last = extend(word);
      return phrase(word, last, new Evidence.GivenName(), true);
    }
    if (tokens.isUnknown(word) && isNational(word - 1) && shapes.isForeign(word) && goesOn(word)) {
      Evidence evidence = new Evidence.Introduced(tokens.bare(word - 1));
      return phrase(word, extend(word), evidence, true);
    }
    if (tokens.is(word, FAMILY) && !followsNoun(word)) {
      return phrase(word, word, new Evidence.FamilyName(), false);
    }
    if (tokens.isUnknown(word)
        && shapes.isForeign(word)
        && goesOn(word)
        && tokens.isAny(word + 1, WordClass.all(FAMILY, GIVEN))) {
      return phrase(word, extend(word), new Evidence.FamilyName(), false);
    }
    return null;
  }

  /** Whether بن follows: الحسن بن علي. */
  private boolean isDescendant(int word) {
    return tokens.continues(word)
        && tokens.words.text.startsWith("بن", tokens.words.start(word + 1))
        && tokens.length(word + 1) == 2;
  }

  /**
   * Whether the word is an adjective of origin that stands for a person, since no noun is before
   * it: تغلب على الصربي.
   */
  private boolean isNational(int word) {
    return word > 0
        && tokens.continues(word)
        && tokens.hasArticle(word)
        && !taken.get(word)
        && (tokens.is(word, ORIGIN) || tokens.isNisba(word))
        && tokens.continues(word - 1)
        && tokens.isAny(word - 1, WordClass.all(FUNCTION, VERB))
        && !tokens.hasArticle(word - 1);
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
            || tokens.isUnknown(next) && !tokens.hasArticle(next));
  }

  /** Whether a word with the article may be the adjective of the one before it. */
  private boolean followsNoun(int word) {
    if (word == 0 || !tokens.continues(word - 1)) {
      return false;
    }
    return tokens.hasArticle(word) && tokens.hasArticle(word - 1) && !tokens.is(word - 1, TITLE);
  }

  private @Nullable Phrase kunya(int word) {
    int name = joined(word);
    if (name < word || tokens.endsInMaqsura(word) || tokens.is(name, TITLE)) {
      return null;
    }
    boolean fits = tokens.isAny(name, NAMES) || tokens.isUnknown(name) || tokens.hasArticle(name);
    if (!fits) {
      return null;
    }
    int last = extend(name);
    return phrase(word, last, new Evidence.GivenName(), last > name);
  }

  /**
   * The word that one or more of أبو, ابن, بن and the like, beginning at this word, join to a name;
   * the word before if there is none.
   */
  private int joined(int word) {
    int at = word;
    while (at - word < JOINING && isJoining(at) && tokens.continues(at) && !taken.get(at + 1)) {
      at++;
    }
    boolean joins =
        at > word
            && !isJoining(at)
            && !tokens.isJoined(at)
            && (isAllah(at)
                || tokens.isAny(at, NAMES)
                || !tokens.isAny(at, NO_NAMES)
                || isDescent(at - 1) && !tokens.isAny(at, WordClass.all(FUNCTION, NEVER)));
    return joins ? at : word - 1;
  }

  /** Behind بن and أبي even the form of a verb is a name: بن أبي طالب. */
  private boolean isDescent(int word) {
    return DESCENT.contains(tokens.bare(word));
  }

  private boolean isJoining(int word) {
    return tokens.isAny(word, WordClass.all(LINK, KUNYA));
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
    if (isJoining(next)) {
      return Math.max(word, joined(next));
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

  /**
   * Whether a common noun without article follows, which may be the rest of the name: where a name
   * of one word ends is then not known.
   */
  private boolean isCutShort(int word) {
    int next = word + 1;
    return tokens.continues(word) && !taken.get(next) && tokens.isPlainNoun(next);
  }

  private boolean isRuler(int word) {
    return tokens.continues(word)
        && tokens.is(word + 1, ORDINAL)
        && !tokens.isJoined(word + 1)
        && tokens.isAny(word, NAMES);
  }

  private boolean isAllah(int word) {
    return tokens.words.text.startsWith("الله", tokens.words.start(word))
        && tokens.length(word) == 4;
  }

  private Phrase phrase(int first, int last, Evidence evidence, boolean tells) {
    return new Phrase(first, last, tokens.from(first), EntityType.PERSON, evidence, tells);
  }
}
