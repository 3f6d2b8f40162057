package org.fihris.query;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.query.Warning.Code;
import org.jspecify.annotations.Nullable;

/** Collects warnings, the first of each kind: a pasted page must not give a hundred of them. */
final class WarningList {
  /** Faults that a text has anyway after it was cut. */
  private static final Set<Code> LOOSE_ENDS =
      EnumSet.of(
          Code.UNCLOSED_QUOTE, Code.UNBALANCED_PARENTHESIS, Code.STRAY_OPERATOR, Code.EMPTY_FIELD);

  private final Map<Code, Warning> warnings = new LinkedHashMap<>();

  /**
   * @param part of the query that is meant; null for all of it
   */
  void add(Code code, @Nullable String part, String message) {
    boolean wasCut =
        warnings.containsKey(Code.TOO_LONG) || warnings.containsKey(Code.TOO_MANY_CLAUSES);
    if (!(wasCut && LOOSE_ENDS.contains(code))) {
      warnings.putIfAbsent(code, new Warning(code, message, part));
    }
  }

  List<Warning> toList() {
    return List.copyOf(warnings.values());
  }
}
