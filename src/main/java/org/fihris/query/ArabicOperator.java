package org.fihris.query;

import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Arabic words that join things between parentheses. They are words like any other elsewhere, since
 * a headline is full of them.
 */
enum ArabicOperator {
  OR,
  AND,
  NOT;

  /** The operator of a word; null if it is none. */
  static @Nullable ArabicOperator of(String word) {
    return word.length() > 8
        ? null
        : switch (Folding.fold(word)) {
          case "او" -> OR;
          case "و" -> AND;
          case "ليس", "وليس" -> NOT;
          default -> null;
        };
  }
}
