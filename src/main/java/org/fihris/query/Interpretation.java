package org.fihris.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a request is understood.
 *
 * @param syntax the language it is written in
 * @param words how many of its words an article must have
 * @param spelling which spellings of a word are looked for
 * @param entityUse what is made of words that name a known entity; of no meaning in the expert's
 *     syntax
 * @param today the day that words such as أمس behind {@code date:} count from; null for the day it
 *     is when the request is carried out, by the clock and the time zone of the machine
 */
public record Interpretation(
    Syntax syntax, Words words, Spelling spelling, EntityUse entityUse, @Nullable LocalDate today) {

  /** As of the day it is when the request is carried out. */
  public Interpretation(Syntax syntax, Words words, Spelling spelling, EntityUse entityUse) {
    this(syntax, words, spelling, entityUse, null);
  }

  /** That of a text which somebody types to search. */
  public static final Interpretation USUAL =
      new Interpretation(Syntax.FIHRIS, Words.ALL_THEN_ANY, Spelling.ANY, EntityUse.EVERY_NAME);

  public Interpretation withSyntax(Syntax newSyntax) {
    return new Interpretation(newSyntax, words, spelling, entityUse, today);
  }

  public Interpretation withWords(Words newWords) {
    return new Interpretation(syntax, newWords, spelling, entityUse, today);
  }

  public Interpretation withSpelling(Spelling newSpelling) {
    return new Interpretation(syntax, words, newSpelling, entityUse, today);
  }

  public Interpretation withEntityUse(EntityUse newEntityUse) {
    return new Interpretation(syntax, words, spelling, newEntityUse, today);
  }

  /** This counting from a day; null for the day it is when the request is carried out. */
  public Interpretation withToday(@Nullable LocalDate newToday) {
    return new Interpretation(syntax, words, spelling, entityUse, newToday);
  }

  /** Written out: to make a record's own takes a hundredth of the time of a short command. */
  @Override
  public String toString() {
    return syntax + " " + words + " " + spelling + " " + entityUse + " " + today;
  }
}
