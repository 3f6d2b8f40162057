package org.fihris.query;

import org.fihris.query.Warning.Code;

/** Keeps the words of a query within the limits of {@link QueryParser}. */
final class Leaves {
  private final WarningList warnings;
  private int count;
  private int patterns;
  private int leading;

  Leaves(WarningList warnings) {
    this.warnings = warnings;
  }

  /** Whether there is room for one more. */
  boolean add(QueryNode node) {
    if (count == QueryParser.MAX_CLAUSES) {
      warnings.add(
          Code.TOO_MANY_CLAUSES,
          node.display(),
          "The query has more than " + QueryParser.MAX_CLAUSES + " words: the rest was left out.");
      return false;
    }
    count++;
    return true;
  }

  /** A node that stands for many words, as long as there are not too many of them. */
  QueryNode pattern(QueryNode node) {
    String typed = node.display();
    boolean leads = typed.startsWith("*");
    if (patterns < QueryParser.MAX_PATTERNS && (!leads || leading < QueryParser.MAX_LEADING)) {
      patterns++;
      leading += leads ? 1 : 0;
      return node;
    }
    warnings.add(
        Code.TOO_MANY_PATTERNS,
        typed,
        "There may be "
            + QueryParser.MAX_PATTERNS
            + " words with *, ? or ~ in a query, "
            + QueryParser.MAX_LEADING
            + " with * in front; “"
            + typed
            + "” was read as a plain word.");
    String word = Signs.trimToWord(typed.replaceFirst("~\\d$", ""));
    return WordToken.isOperator(word) ? new QueryNode.Phrase(word) : new QueryNode.Word(word);
  }
}
