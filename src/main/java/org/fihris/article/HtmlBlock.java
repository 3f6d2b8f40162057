package org.fihris.article;

import org.fihris.article.PageLine.Shape;

/**
 * A run of text in a page that stands on lines of its own.
 *
 * @param text tidied, on one line
 * @param words how many words it has
 * @param linked the share of its letters that lead elsewhere, from 0 to 1
 * @param level of the heading that it is; 0 if it is none
 * @param picture whether it stands in the caption of a picture
 * @param tag whether it is a link in an element for key words
 * @param region number of the innermost element around it that may stand beside the article; -1 if
 *     there is none
 */
record HtmlBlock(
    String text,
    int words,
    double linked,
    Shape shape,
    int level,
    boolean picture,
    boolean tag,
    int region) {

  private static final int PROSE_WORDS = 12;
  private static final double MOSTLY = 0.5;

  /** Whether it leads elsewhere and says nothing else. */
  boolean isLink() {
    return linked > 0.8 || (linked > MOSTLY && words < PROSE_WORDS);
  }

  boolean isProse() {
    return linked < MOSTLY
        && level == 0
        && (words >= PROSE_WORDS || (words >= 5 && Sentences.endsSentence(text)));
  }
}
