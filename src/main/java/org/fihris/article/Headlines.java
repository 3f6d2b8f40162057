package org.fihris.article;

import org.fihris.article.Outlets.Outlet;
import org.jspecify.annotations.Nullable;

/** Headlines as pages print them: with the outlet's name behind a bar or dash. */
final class Headlines {

  /**
   * A headline.
   *
   * @param outlet label of the outlet that stood behind it, if any
   */
  record Headline(String text, @Nullable String outlet) {}

  private static final String[] SEPARATORS = {" | ", " - ", " – ", " — ", " |", "|"};

  private final Outlets outlets;

  Headlines(Outlets outlets) {
    this.outlets = outlets;
  }

  /** The headline without the known outlet that ends it; the line as it is if none does. */
  Headline withoutOutlet(String line) {
    for (String separator : SEPARATORS) {
      int at = line.lastIndexOf(separator);
      Outlet outlet = at <= 0 ? null : outlets.named(line.substring(at + separator.length()));
      if (outlet != null) {
        return new Headline(line.substring(0, at).strip(), outlet.label());
      }
    }
    return new Headline(line, null);
  }
}
