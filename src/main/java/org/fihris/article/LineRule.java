package org.fihris.article;

import java.util.Locale;

/** The rules that decide on the lines of a page. What each does stands in docs/extraction.md. */
public enum LineRule {
  // Phrases of boilerplate.txt.
  LINE,
  PREFIX,
  SHORT_PREFIX,
  CONTAINS,
  WITH_NEXT,
  MASTHEAD,
  SUMMARY,
  RELATED,
  READ_ALSO,
  TAGS,
  TAIL,
  ENDS_ARTICLE,
  SOURCE,
  AUTHOR,
  IN_SECTION,
  SECTION,

  // What a line looks like.
  DATELINE,
  PLACE_AND_DAY,
  AGENCY_AND_DAY,
  CREDITS,
  BYLINE,
  OUTLET_NAME,
  MENU,
  PICTURE_CREDIT,
  PICTURE_WORDS,

  // What stands on other pages of the outlet, by repeated-lines.tsv.
  REPEATED,

  // Where it stands.
  BESIDE_OFFICE,
  HEADLINE,
  REPEATS_HEADLINE,
  BELOW_HEADLINE,
  SHORT_IN_HEAD,
  PARAGRAPH,
  IN_BODY,
  IN_SUMMARY,
  IN_TAGS,
  RELATED_HEADLINE,
  AFTER_THE_END,

  // What the markup says.
  LINK,
  REGION,
  OUTSIDE_TEXT,
  PICTURE_ELEMENT;

  /** The name of the rule as it is written in files and output. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
