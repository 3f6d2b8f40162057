package org.fihris.query;

/**
 * How the text of a request is understood.
 *
 * @param syntax the language it is written in
 * @param words how many of its words an article must have
 * @param spelling which spellings of a word are looked for
 * @param entityUse what is made of words that name a known entity; of no meaning in the expert's
 *     syntax
 */
public record Interpretation(Syntax syntax, Words words, Spelling spelling, EntityUse entityUse) {

  /** That of a text which somebody types to search. */
  public static final Interpretation USUAL =
      new Interpretation(Syntax.FIHRIS, Words.ALL_THEN_ANY, Spelling.ANY, EntityUse.EVERY_NAME);

  public Interpretation withSyntax(Syntax newSyntax) {
    return new Interpretation(newSyntax, words, spelling, entityUse);
  }

  public Interpretation withWords(Words newWords) {
    return new Interpretation(syntax, newWords, spelling, entityUse);
  }

  public Interpretation withSpelling(Spelling newSpelling) {
    return new Interpretation(syntax, words, newSpelling, entityUse);
  }

  public Interpretation withEntityUse(EntityUse newEntityUse) {
    return new Interpretation(syntax, words, spelling, newEntityUse);
  }
}
