package org.fihris.page;

import java.util.Locale;
import org.fihris.analysis.MatchLevel;
import org.jspecify.annotations.Nullable;

/** How near a marked word is to the one that was typed, as far as a reader cares. */
enum Nearness {
  /** The word itself, whatever its vowel marks; or the query does not tell. */
  SAME,
  /** The word in another form or spelling. */
  FORM,
  /** Another name of the person, place or organisation. */
  NAME,
  /** A word that is only like it. */
  LIKE;

  static Nearness of(@Nullable MatchLevel level) {
    if (level == null) {
      return SAME;
    }
    return switch (level) {
      case EXACT, SURFACE -> SAME;
      case SPELLING, STEM -> FORM;
      case NAME -> NAME;
      case LIKE, KIN -> LIKE;
    };
  }

  /** The name in the style sheet and in the tables of texts. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
