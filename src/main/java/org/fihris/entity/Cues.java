package org.fihris.entity;

import java.util.List;

/**
 * Words that support a conditional name, folded.
 *
 * @param before words that support it when they stand right before it
 * @param anywhere words that support it wherever they stand in the text
 */
record Cues(List<String> before, List<String> anywhere) {
  static final Cues NONE = new Cues(List.of(), List.of());

  boolean isEmpty() {
    return before.isEmpty() && anywhere.isEmpty();
  }
}
