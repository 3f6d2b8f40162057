package org.fihris.article;

/**
 * A line of a page with what it is to the article.
 *
 * @param text tidied; never blank
 * @param value what the line names, for those roles that name something; else empty
 * @param rule what told the role
 * @param phrase the phrase of {@code boilerplate.txt} by which it was told, if any; else empty
 */
record PageLine(String text, Role role, String value, LineRule rule, String phrase, Shape shape) {

  enum Role {
    /** The article's own, so far as the line alone tells. */
    CONTENT,
    /** As content, behind a bullet, which {@link #value} leaves out. */
    BULLET,
    DROPPED,
    /** A menu or breadcrumb in one line; the value is the section that a breadcrumb ends in. */
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
    /** Tools that stand behind the end of an article. */
    TAIL,
    /** Announces key words, or gives them as its value. */
    TAGS,
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
    /** Names the section. */
    SECTION,
    /** The caption of a picture. */
    CAPTION,
    /** Stands outside the text in a place where only a sub-headline may stand. */
    DECK
  }

  /** What the markup says of a line, if there is any. */
  enum Shape {
    LINE,
    PARAGRAPH,
    HEADING,
    ITEM
  }

  /** A line of a page without markup. */
  PageLine(String text, Role role, String value, LineRule rule) {
    this(text, role, value, rule, "", Shape.LINE);
  }

  boolean is(Role other) {
    return role == other;
  }

  /** Whether it is the article's own, so far as the line alone tells. */
  boolean isContent() {
    return role == Role.CONTENT || role == Role.BULLET;
  }

  PageLine as(Role newRole, String newValue, LineRule newRule) {
    return new PageLine(text, newRole, newValue, newRule, phrase, shape);
  }

  PageLine withShape(Shape newShape) {
    return new PageLine(text, role, value, rule, phrase, newShape);
  }

  /** The words a reader is meant to read. */
  String words() {
    return role == Role.BULLET ? value : text;
  }

  int wordCount() {
    return PlainText.words(text);
  }
}
