package org.fihris.article;

/** How paragraphs are told from what else stands on a page: by markup, or by their words alone. */
interface Paragraphs {

  /** Whether a line of the head begins the body. */
  boolean opensBody(PageLine line, boolean belowHeadline);

  /** Whether the body goes on with a line below headlines of other pages. */
  boolean resumesBody(PageLine line);
}
