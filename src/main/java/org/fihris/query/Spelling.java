package org.fihris.query;

/** Which spellings of a word are looked for. */
public enum Spelling {
  /** All of its class: ترمب finds ترامب too. */
  ANY,
  /** The one that is typed, in every form of the word; hamza and vowel marks do not count. */
  AS_TYPED
}
