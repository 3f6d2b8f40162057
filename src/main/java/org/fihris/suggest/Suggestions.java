package org.fihris.suggest;

import java.util.List;
import org.fihris.query.Warning;

/**
 * Ways to go on with what was typed: entities, then phrases, then headlines; in each the most
 * frequent or the newest first.
 *
 * @param warnings why there may be more than these
 */
public record Suggestions(List<Suggestion> suggestions, List<Warning> warnings) {
  public Suggestions {
    suggestions = List.copyOf(suggestions);
    warnings = List.copyOf(warnings);
  }
}
