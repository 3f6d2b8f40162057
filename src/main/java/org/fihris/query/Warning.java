package org.fihris.query;

import org.jspecify.annotations.Nullable;

/**
 * Something the user should know about how a query was read or carried out.
 *
 * @param code what it is, for programs and translations
 * @param message what it is, one English sentence for the user
 * @param part the text of the part of the query that is meant, as it was typed and cut where it is
 *     long; null where the whole query is meant or none of it
 */
public record Warning(Code code, String message, @Nullable String part) {

  public Warning {
    part = part == null ? null : Excerpt.shortened(part);
  }

  /** A warning that is about no part of a query. */
  public Warning(Code code, String message) {
    this(code, message, null);
  }

  /** The kinds of warning. */
  public enum Code {
    /** The text is longer than {@link QueryParser#MAX_LENGTH}: the rest was left out. */
    TOO_LONG,
    /** There are more than {@link QueryParser#MAX_CLAUSES} words: the rest was left out. */
    TOO_MANY_CLAUSES,
    /** Parentheses nest deeper than {@link QueryParser#MAX_DEPTH}: the inner ones were ignored. */
    TOO_DEEP,
    /** A quotation mark without its partner was ignored. */
    UNCLOSED_QUOTE,
    /** A parenthesis without its partner was ignored, or closed at the end. */
    UNBALANCED_PARENTHESIS,
    /** AND, OR or NOT without words to join was ignored. */
    STRAY_OPERATOR,
    /** A field name without a value was left out, or read as a word. */
    EMPTY_FIELD,
    /** A name before a colon that is no field was read as a word. */
    UNKNOWN_FIELD,
    /** A star or question mark in a word was not read as a wildcard. */
    WILDCARD_IGNORED,
    /** A ~ behind what can be no word with other letters was left out. */
    FUZZY_IGNORED,
    /** More letters or words were asked to lie between than there may be: the most is taken. */
    TOO_FAR,
    /** NEAR between things that stand at no place of a text was read as AND. */
    NOT_NEAR,
    /** More words have wildcards or ~ than may have them: the others were read as plain words. */
    TOO_MANY_PATTERNS,
    /** What stands behind {@code date:} names no days, so it was left out. */
    UNKNOWN_DATE,
    /** The query only excludes: all other articles match. */
    ONLY_EXCLUSIONS,
    /** Only words that are too common to be searched for: no article matches. */
    ONLY_STOP_WORDS,
    /** A person, place or organisation was asked for by a name that is not known. */
    UNKNOWN_NAME,
    /** The text holds nothing to search for: all articles match. */
    NO_WORDS,
    /** A word is in no article, so words with its consonants were looked for. */
    WORDS_OF_KIN,
    /** No article has all words, so those with some of them are shown. */
    SOME_WORDS,
    /** The text is no valid query of the expert's syntax, so it was read in the usual one. */
    EXPERT_SYNTAX,
    /** Words name a known entity: articles that name it otherwise are found too. */
    OTHER_NAMES,
    /** The file of corrections to entities is broken: other ones, or none, are in force. */
    ENTITY_EDITS,
    /** A word stands for more words of the index than are searched for: the most frequent are. */
    TOO_MANY_EXPANSIONS,
    /** The index is not the one that the page before was made of. */
    INDEX_CHANGED,
    /** Suggestions are missing, damaged, or of another state of the index. */
    SUGGESTIONS
  }
}
