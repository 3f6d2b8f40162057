package org.fihris.entity;

/**
 * Words that the grammar takes for the name of something that no table holds.
 *
 * @param first its first word
 * @param last its last word
 * @param start where it starts in the folded text, behind any particles
 * @param tells whether the name tells its bearer from others, as a full name does
 */
record Phrase(int first, int last, int start, EntityType type, Evidence evidence, boolean tells) {

  int length() {
    return last - first + 1;
  }
}
