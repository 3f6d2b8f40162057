package org.fihris.text;

import java.util.Arrays;
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
  /** For the units before {@link Folding#FIRST_FORM}. */
  private static final @Nullable String[] TABLE = table();

  /** For the units from {@link Folding#FIRST_FORM} on. */
  private static final class Forms {
    private static final @Nullable String[] TABLE = forms();
  }

  private ExactFolding() {}

  /** What one UTF-16 unit becomes: empty if it is removed, {@code null} if it stays. */
  public static @Nullable String replacement(char c) {
    return c < Folding.FIRST_FORM ? TABLE[c] : Forms.TABLE[c - Folding.FIRST_FORM];
  }

  private static @Nullable String[] table() {
    @Nullable String[] table = Folding.tableOfLetters();
    // Letters and marks that folding unites although they are spelt, not merely drawn, apart.
    Arrays.fill(table, 0x0621, 0x063B, null);
    Arrays.fill(table, 0x0641, 0x0660, null);
    Arrays.fill(table, 0x0670, 0x0674, null);
    table['\u06CC'] = "ي";
    table['\u06A9'] = "ك";
    table['\u06AA'] = "ك";
    return table;
  }

  private static @Nullable String[] forms() {
    @Nullable String[] table = new String[Character.MAX_VALUE + 1 - Folding.FIRST_FORM];
    for (int i = 0; i < table.length; i++) {
      char c = (char) (Folding.FIRST_FORM + i);
      table[i] =
          Folding.isPresentationForm(c)
              ? Folding.lettersOf(c, letter -> TABLE[letter])
              : Folding.replacement(c);
    }
    return table;
  }
}
