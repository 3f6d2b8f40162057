package org.fihris.entity;

import static org.fihris.entity.WordClass.BODY;
import static org.fihris.entity.WordClass.BODYFOR;
import static org.fihris.entity.WordClass.BODYOF;
import static org.fihris.entity.WordClass.FAMILY;
import static org.fihris.entity.WordClass.FUNCTION;
import static org.fihris.entity.WordClass.GIVEN;
import static org.fihris.entity.WordClass.INPLACE;
import static org.fihris.entity.WordClass.NATIONAL;
import static org.fihris.entity.WordClass.NEVER;
import static org.fihris.entity.WordClass.OFFICE;
import static org.fihris.entity.WordClass.ORDINAL;
import static org.fihris.entity.WordClass.ORIGIN;
import static org.fihris.entity.WordClass.PLACE;
import static org.fihris.entity.WordClass.PURPOSE;
import static org.fihris.entity.WordClass.RANK;
import static org.fihris.entity.WordClass.SPEECH;
import static org.fihris.entity.WordClass.THEBODY;
import static org.fihris.entity.WordClass.TITLE;
import static org.fihris.entity.WordClass.VARIANT;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of organisations and places that are told by the word for what they are.
 *
 * <p>The name of an organisation is that word and the nouns and adjectives with article that follow
 * ({@code وزارة الداخلية الفرنسية}, {@code الاتحاد الدولي لكرة القدم}), or, where a word of no
 * language of the tables follows, that word alone ({@code صحيفة لوموند}).
 */
final class BodyGrammar {
  private static final int LONGEST = 7;
  private static final int KINDS = WordClass.all(PLACE, BODYOF);
  private static final int ADJECTIVES = WordClass.all(ORIGIN, RANK);
  private static final int HEADS = WordClass.all(BODY, THEBODY, OFFICE, TITLE);
  private static final int ENDS = WordClass.all(FUNCTION, NEVER, TITLE, SPEECH, ORDINAL);

  private final Tokens tokens;
  private final BitSet taken;
  private final PersonGrammar persons;

  /**
   * @param taken the words of names that a table holds
   */
  BodyGrammar(Tokens tokens, BitSet taken, PersonGrammar persons) {
    this.tokens = tokens;
    this.taken = taken;
    this.persons = persons;
  }

  /** The name that begins at this word, or null. */
  @Nullable Phrase at(int word) {
    if (taken.get(word)) {
      return null;
    }
    Phrase named = namedFor(word);
    if (named != null) {
      return named;
    }
    if (tokens.is(word, INPLACE)) {
      return place(word);
    }
    if (tokens.is(word, THEBODY)) {
      return theBody(word);
    }
    if (tokens.isAny(word, WordClass.all(BODY, BODYFOR))) {
      Phrase phrase = bodyFor(word);
      return phrase == null && tokens.is(word, BODY) ? body(word) : phrase;
    }
    return null;
  }

  /** A body by what it is for: لجنة حقوق الإنسان, مركز دراسات الوحدة العربية. */
  private @Nullable Phrase bodyFor(int word) {
    if (!isFree(word) || !isFree(word + 1)) {
      return null;
    }
    int next = word + 1;
    int second = word + 2;
    boolean fits =
        tokens.is(next, PURPOSE)
            && !tokens.isJoined(next)
            && tokens.hasArticle(second)
            && !tokens.isJoined(second)
            && !tokens.is(second, ORIGIN) // ألماني begins as a word with the article does
            && !tokens.isAny(second, ENDS);
    return fits ? organisation(word, second) : null;
  }

  /** An unknown word behind the word for what it is. */
  private @Nullable Phrase namedFor(int word) {
    // The word before is asked first, as it rarely is of these classes.
    if (word == 0
        || !tokens.isAny(word - 1, KINDS)
        || !tokens.continues(word - 1)
        || !tokens.isUnknown(word)) {
      return null;
    }
    EntityType type = tokens.is(word - 1, PLACE) ? EntityType.PLACE : EntityType.ORGANISATION;
    boolean tells = type == EntityType.PLACE && !tokens.hasArticle(word);
    return phrase(word, unknowns(word), type, word - 1, tells);
  }

  private int unknowns(int word) {
    int last = word;
    while (last - word < 2
        && isFree(last)
        && tokens.isUnknown(last + 1)
        && !tokens.isJoined(last + 1)) {
      last++;
    }
    return last;
  }

  private @Nullable Phrase place(int word) {
    if (!isFree(word)) {
      return null;
    }
    int next = word + 1;
    if (tokens.isUnknown(next)) {
      return phrase(word, unknowns(next), EntityType.PLACE, word, true);
    }
    if (tokens.isAny(next, WordClass.all(GIVEN, FAMILY))) {
      return phrase(word, persons.end(next), EntityType.PLACE, word, true);
    }
    return null;
  }

  private @Nullable Phrase body(int word) {
    if (!isFree(word)) {
      return null;
    }
    int next = word + 1;
    if (!tokens.hasArticle(next) || tokens.isJoined(next) || tokens.isAny(next, ENDS)) {
      return null;
    }
    return organisation(word, next);
  }

  private @Nullable Phrase theBody(int word) {
    if (!isFree(word)) {
      return null;
    }
    int next = word + 1;
    if (!tokens.isAny(next, ADJECTIVES) || !tokens.hasArticle(next)) {
      return null;
    }
    Phrase phrase = organisation(word, next);
    // المحكمة السعودية may be any court; المنتخب السعودي is one team.
    boolean any = phrase.last() == next && tokens.is(next, ORIGIN) && !tokens.is(word, NATIONAL);
    return any ? null : phrase;
  }

  private Phrase organisation(int word, int second) {
    int last = second;
    boolean country = tokens.is(second, ORIGIN);
    boolean adjectives = tokens.isAny(second, ADJECTIVES);
    boolean purpose = false;
    while (last - word + 1 < LONGEST && isFree(last)) {
      int next = last + 1;
      // No noun follows an adjective: المنتخب الفرنسي الفوز is a name and what it did.
      boolean fits = !adjectives || tokens.isAny(next, ADJECTIVES);
      if (tokens.hasArticle(next) && fits && !tokens.isAny(next, ENDS)) {
        country |= tokens.is(next, ORIGIN);
        adjectives |= tokens.isAny(next, ADJECTIVES);
        last = next;
      } else if (!tokens.is(word, NATIONAL) && purpose(next) >= next) {
        last = purpose(next);
        purpose = true;
        adjectives = false;
      } else {
        break;
      }
    }
    boolean tells = (country || purpose) && !hasVariant(word, last);
    return phrase(word, last, EntityType.ORGANISATION, word, tells);
  }

  private boolean hasVariant(int first, int last) {
    for (int word = first; word <= last; word++) {
      if (tokens.is(word, VARIANT)) {
        return true;
      }
    }
    return false;
  }

  /** The last word of {@code للتنمية}, {@code لكرة القدم}, {@code والتعليم} that begins here. */
  private int purpose(int word) {
    String text = tokens.words.text;
    int start = tokens.words.start(word);
    if (tokens.isAny(word, ENDS) || tokens.length(word) < 4) {
      return word - 1;
    }
    boolean another = text.charAt(start) == 'و' && tokens.isAny(word, HEADS);
    if (text.startsWith("لل", start) || text.startsWith("وال", start) && !another) {
      return word;
    }
    boolean noun = tokens.is(word, PURPOSE) && text.charAt(start) == 'ل';
    return noun && isFree(word) && tokens.hasArticle(word + 1) ? word + 1 : word - 1;
  }

  private boolean isFree(int word) {
    return tokens.continues(word) && !taken.get(word + 1) && !tokens.is(word + 1, OFFICE);
  }

  private Phrase phrase(int first, int last, EntityType type, int kind, boolean tells) {
    String word = tokens.words.text.substring(tokens.from(kind), tokens.words.end(kind));
    return new Phrase(first, last, tokens.from(first), type, new Evidence.Kind(word), tells);
  }
}
