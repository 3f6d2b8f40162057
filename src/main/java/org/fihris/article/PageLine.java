package org.fihris.article;

/**
 * A line of a page with what it is to the article.
 *
 * @param text tidied; never blank
 * @param value what the line names, for those roles that name something; else empty
 */
record PageLine(String text, Role role, String value) {

  enum Role {
    /** The article's own, so far as the line alone tells. */
    CONTENT,
    /** As content, behind a bullet, which {@link #value} leaves out. */
    BULLET,
    DROPPED,
    /** A menu or breadcrumb in one line. */
    NAVIGATION,
    DATELINE,
    /** A day beside a place, which the value leaves out: a dateline, or the words of a picture. */
    PLACE_DATE,
    /** A day beside a place and an agency: a dateline. */
    AGENCY_DATE,
    /** Announces the summary. */
    SUMMARY,
    RELATED,
    READ_ALSO,
    /** Tools and key words that stand behind the end of an article. */
    TAIL,
    ENDS_ARTICLE,
    /** States the outlet. */
    SOURCE,
    /** Names an outlet and perhaps a place, which states the source where it is no sub-headline. */
    BYLINE,
    /** The name of the outlet at the top of the page. */
    MASTHEAD,
    /** Credits outlets in brackets. */
    CREDIT,
    AUTHOR,
    /** The caption of a picture. */
    CAPTION
  }

  boolean is(Role other) {
    return role == other;
  }

  /** The words a reader is meant to read. */
  String words() {
    return role == Role.BULLET ? value : text;
  }

  int wordCount() {
    return PlainText.words(text);
  }
}
