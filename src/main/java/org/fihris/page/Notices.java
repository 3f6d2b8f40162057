package org.fihris.page;

import java.util.ArrayList;
import java.util.List;
import org.fihris.query.ParameterFault;
import org.fihris.query.Warning;

/** What the engine says of a search, in the reader's language. */
final class Notices {
  private Notices() {}

  /**
   * @param quiet whether words are not asked for, so that it goes without saying that there are
   *     none
   */
  static List<Notice> of(
      List<Warning> warnings, List<ParameterFault> faults, boolean quiet, Texts texts) {
    List<Notice> notices = new ArrayList<>();
    for (Warning warning : warnings) {
      if (!quiet || warning.code() != Warning.Code.NO_WORDS) {
        notices.add(of(warning, texts));
      }
    }
    for (ParameterFault fault : faults) {
      notices.add(new Notice(texts.get("fault", fault.name()), fault.message()));
    }
    return List.copyOf(notices);
  }

  private static Notice of(Warning warning, Texts texts) {
    String part = warning.part();
    String text = texts.get("warning." + warning.code().name());
    if (part != null && !part.isBlank()) {
      text = texts.get("warning.part", part, text);
    }
    return new Notice(
        text,
        switch (warning.code()) {
          case EXPERT_SYNTAX, ENTITY_EDITS -> warning.message();
          case UNKNOWN_NAME -> part == null ? warning.message() : null;
          case TOO_LONG,
              TOO_MANY_CLAUSES,
              TOO_DEEP,
              UNCLOSED_QUOTE,
              UNBALANCED_PARENTHESIS,
              STRAY_OPERATOR,
              EMPTY_FIELD,
              UNKNOWN_FIELD,
              WILDCARD_IGNORED,
              FUZZY_IGNORED,
              TOO_FAR,
              NOT_NEAR,
              TOO_MANY_PATTERNS,
              UNKNOWN_DATE,
              ONLY_EXCLUSIONS,
              ONLY_STOP_WORDS,
              NO_WORDS,
              WORDS_OF_KIN,
              SOME_WORDS,
              OTHER_NAMES,
              TOO_MANY_EXPANSIONS,
              INDEX_CHANGED,
              SUGGESTIONS ->
              null;
        });
  }
}
