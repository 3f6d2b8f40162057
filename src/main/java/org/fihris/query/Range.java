package org.fihris.query;

/** Checks the numbers that a program asks with. */
final class Range {
  private Range() {}

  static void check(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be from " + min + " to " + max + ", not " + value);
    }
  }
}
