package org.fihris.analysis;

/**
 * How near a word of a text has to be to the word that is looked for, nearest first.
 *
 * <p>Every level counts the words of a text alike, so a position at one level is the same place at
 * another.
 */
public enum MatchLevel {
  /** As it is written, with hamza and vowel marks; stop words are words like others. */
  EXACT,
  /** The same letters once folded: what a quoted phrase looks for. */
  SURFACE,
  /** Another spelling of the word: ترمب for ترامب. */
  SPELLING,
  /** The stem: what is a hit. */
  STEM,
  /** Another name of the person, place or organisation that the words name. */
  NAME,
  /** A word that one with wildcards stands for, or one written with a few other letters. */
  LIKE,
  /** The same consonants: looked for, with a notice, only where nothing nearer is found. */
  KIN
}
