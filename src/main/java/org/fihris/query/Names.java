package org.fihris.query;

import java.util.Map;

/** What the choices of a parameter are called. */
final class Names {
  private Names() {}

  /** The name of a value that has one. */
  static <T> String of(T value, Map<String, T> names) {
    return names.entrySet().stream()
        .filter(name -> name.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no parameter says " + value));
  }
}
