package org.fihris.page;

import java.util.Locale;

/** Whether the page is light or dark. */
enum Theme {
  /** As the reader's system is set. */
  SYSTEM,
  LIGHT,
  DARK;

  /** The name in addresses and in the style sheet. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
