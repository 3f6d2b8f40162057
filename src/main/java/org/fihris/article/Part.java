package org.fihris.article;

/** A part of an article. How its date was found stands in the date. */
public enum Part {
  URL,
  TITLE,
  SUBTITLE,
  SUMMARY,
  BODY,
  CAPTION,
  DATE,
  SOURCE,
  AUTHOR,
  CATEGORY,
  TAGS,
  AGENCIES
}
