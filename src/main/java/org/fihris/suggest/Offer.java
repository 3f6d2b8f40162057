package org.fihris.suggest;

import org.fihris.query.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * Another request that finds more than the one that was made, for the user to choose.
 *
 * @param kind what was changed
 * @param request to carry out as it stands; its page and order are those of the request made
 * @param articles how many articles have all that it asks for, at least 1
 * @param detail which word, filter or entity was concerned; null where the kind says it all
 */
public record Offer(Kind kind, SearchRequest request, long articles, @Nullable String detail) {

  /** What is changed in a request. */
  public enum Kind {
    /** Words of the archive that are near to those typed. */
    SPELLING,
    /** A word taken apart, or two joined. */
    SPACING,
    /** The same keys on the other keyboard. */
    KEYBOARD,
    /** Arabic words for words in Latin letters. */
    LATIN,
    /** Every spelling of the words, not only the one typed. */
    ANY_SPELLING,
    /** Articles that name a person, place or organisation otherwise, too. */
    OTHER_NAMES,
    /** The words in any form and order, not quoted or exact. */
    ANY_FORM,
    /** The words anywhere in an article, not in a field. */
    ANYWHERE,
    /** Without what was excluded. */
    WITHOUT_EXCLUSIONS,
    /** Published at any time. */
    ANY_DATE,
    /** Without the chosen values of a facet; the detail is its name. */
    WITHOUT_FILTER,
    /** Without any date or filter. */
    WITHOUT_FILTERS,
    /** Without one of the words; the detail is the word. */
    WITHOUT_WORD,
    /** Articles with some of the words. */
    SOME_WORDS
  }
}
