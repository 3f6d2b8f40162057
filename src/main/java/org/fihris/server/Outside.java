package org.fihris.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the library's words is for whoever runs the server only: sentences that name its files
 * and what to do with them. Others are told that something is wrong, and no more.
 */
final class Outside {
  private static final Set<String> OF_FILES = Set.of("entity_edits", "suggestions");
  private static final Set<String> PROBLEMS = Set.of("entity_edits_problem", "problem");
  private static final String TOLD = "Something with the index needs its keeper's attention.";

  private Outside() {}

  /** An answer without them. */
  static Map<String, Object> told(Map<String, ?> json) {
    Map<String, Object> told = new LinkedHashMap<>(json);
    told.replaceAll(
        (key, value) ->
            PROBLEMS.contains(key) && value != null
                ? TOLD
                : key.equals("warnings") && value instanceof List<?> list
                    ? list.stream().map(Outside::warning).toList()
                    : value);
    return told;
  }

  private static @Nullable Object warning(@Nullable Object warning) {
    if (warning instanceof Map<?, ?> map && OF_FILES.contains(String.valueOf(map.get("code")))) {
      Map<Object, @Nullable Object> told = new LinkedHashMap<>(map);
      told.put("message", TOLD);
      return told;
    }
    return warning;
  }
}
