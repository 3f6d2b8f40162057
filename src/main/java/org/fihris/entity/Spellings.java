package org.fihris.entity;

import java.util.HashSet;
import java.util.Set;
import org.fihris.text.ExactFolding;
import org.jspecify.annotations.Nullable;

/**
 * The spelling of a name as a text has it. Immutable, thread-safe.
 *
 * <p>{@code للأمم} is ل and {@code الأمم}: behind ل the alef of the article is not written, and
 * only the table tells whether the name has one.
 */
public final class Spellings {
  private static final String LAM = "ل";

  private final Set<String> behindLam = new HashSet<>();

  public Spellings(Gazetteer gazetteer) {
    for (GazetteerTable.Row row : gazetteer.rows()) {
      for (Name name : row.names()) {
        if (name.words().getFirst().startsWith("ال")) {
          behindLam.add(String.join(" ", name.words()).substring(1));
        }
      }
    }
  }

  /** The spelling of a mention that was found in this text. */
  public String of(CharSequence text, Mention mention) {
    String written = tidy(text.subSequence(mention.start(), mention.end()));
    if (mention.start() > 0
        && text.charAt(mention.start() - 1) == LAM.charAt(0)
        && behindLam.contains(key(written))) {
      return "ا" + written;
    }
    return written;
  }

  /** A spelling without vowel marks and tatweel, its words parted by one space. */
  static String tidy(CharSequence spelling) {
    StringBuilder tidy = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < spelling.length(); i++) {
      char c = spelling.charAt(i);
      @Nullable String to = keepsItsCase(c) ? null : ExactFolding.replacement(c);
      int units = to == null ? 1 : to.length();
      for (int k = 0; k < units; k++) {
        char letter = to == null ? c : to.charAt(k);
        if (Character.isLetterOrDigit(letter)) {
          tidy.append(gap && !tidy.isEmpty() ? " " : "").append(letter);
          gap = false;
        } else {
          gap |= Character.getType(letter) != Character.NON_SPACING_MARK;
        }
      }
    }
    return tidy.toString();
  }

  /** What two spellings have in common that folding makes equal. */
  static String key(String spelling) {
    return String.join(" ", Name.words(spelling));
  }

  /** Latin letters are folded by {@link #key} only. */
  private static boolean keepsItsCase(char c) {
    return c < 'ء';
  }
}
