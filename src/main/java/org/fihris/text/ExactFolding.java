package org.fihris.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Removes from a word what a reader does not see as spelling, and nothing else.
 *
 * <p>Removed: tatweel, zero-width and bidirectional control characters. Replaced: presentation
 * forms and ligatures by their letters, Persian yeh and kaf by the Arabic ones, Arabic-Indic and
 * Persian digits by ASCII digits, Latin letters by their lower case. Hamza, madda, vowel marks, ة
 * and ى stay as they are written. What it gives, {@link Folding} folds to the same as the original.
 */
public final class ExactFolding {
  private static final String[] TABLE = table();

  private ExactFolding() {}

  /** What one UTF-16 unit becomes: empty if it is removed, {@code null} if it stays. */
  public static @Nullable String replacement(char c) {
    return TABLE[c];
  }

  @SuppressWarnings("NullAway") // an array of null means "stays as it is"
  private static String[] table() {
    String[] table = new String[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      String folded = foldUnit((char) c);
      if (!(folded.length() == 1 && folded.charAt(0) == c)) {
        table[c] = folded;
      }
    }
    return table;
  }

  private static String foldUnit(char c) {
    if (Folding.isPresentationForm(c)) {
      StringBuilder letters = new StringBuilder();
      for (char part :
          Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).toCharArray()) {
        if (part == c) {
          letters.append(part);
        } else if (part != ' ') {
          letters.append(foldUnit(part));
        }
      }
      return letters.toString();
    }
    return switch (c) {
      case '\u06CC' -> "ي";
      case '\u06A9', '\u06AA' -> "ك";
      default -> isSpelling(c) ? String.valueOf(c) : Folding.fold(String.valueOf(c));
    };
  }

  /** Letters and marks that folding unites although they are spelt, not merely drawn, apart. */
  private static boolean isSpelling(char c) {
    return (c >= '\u0621' && c <= '\u063A')
        || (c >= '\u0641' && c <= '\u065F')
        || (c >= '\u0670' && c <= '\u0673');
  }
}
