package org.fihris.query;

import java.util.regex.Pattern;

/** Values of {@link Dimension#DATE}: a year, a month of it, a day of that. */
final class DatePath {
  private static final Pattern FORM =
      Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");

  private DatePath() {}

  /** {@code path} itself if it is one, else throws. */
  static String checked(String path) {
    if (!FORM.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "expected a year, month or day as 2025, 2025-02 or 2025-02-14, found " + path);
    }
    return path;
  }
}
