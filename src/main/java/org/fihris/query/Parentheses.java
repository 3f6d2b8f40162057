package org.fihris.query;

import org.fihris.query.Warning.Code;

/** Counts the parentheses of a query, so that they come out balanced and not too deep. */
final class Parentheses {
  private final String text;
  private final WarningList warnings;
  private final int[] opens = new int[QueryParser.MAX_DEPTH];
  private int depth;
  private int ignored;

  Parentheses(String text, WarningList warnings) {
    this.text = text;
    this.warnings = warnings;
  }

  boolean areOpen() {
    return depth > 0;
  }

  /** Whether the opening one at {@code at} counts. */
  boolean open(int at) {
    if (depth == QueryParser.MAX_DEPTH) {
      ignored++;
      warnings.add(
          Code.TOO_DEEP,
          Excerpt.from(text, at),
          "Parentheses that nest deeper than " + QueryParser.MAX_DEPTH + " levels were ignored.");
      return false;
    }
    opens[depth++] = at;
    return true;
  }

  /** Whether the closing one at {@code at} counts. */
  boolean close(int at) {
    if (ignored > 0) {
      ignored--;
      return false;
    }
    if (depth == 0) {
      String part = Excerpt.around(text, at);
      warnings.add(
          Code.UNBALANCED_PARENTHESIS,
          part,
          "The closing parenthesis in “" + part + "” has no partner; it was ignored.");
      return false;
    }
    depth--;
    return true;
  }

  /** Closes those that are open at the end of the text. */
  void end() {
    if (depth > 0) {
      String part = Excerpt.from(text, opens[depth - 1]);
      warnings.add(
          Code.UNBALANCED_PARENTHESIS,
          part,
          "The parenthesis of “" + part + "” was not closed; it ends with the query.");
      depth = 0;
    }
  }
}
