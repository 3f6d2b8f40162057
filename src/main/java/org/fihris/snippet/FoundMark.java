package org.fihris.snippet;

/**
 * A mark in the text of a field, for the choice of passages.
 *
 * @param mark in the whole text
 * @param word number of the word of the query, the same for all its forms
 */
record FoundMark(Snippet.Mark mark, int word) {
  int start() {
    return mark.start();
  }

  int end() {
    return mark.end();
  }
}
