package org.fihris.text;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Folds the spellings of one Arabic word to one form.
 *
 * <p>Removed: short vowels, shadda, sukun, tanwin marks, dagger alef and Quranic marks; tatweel;
 * zero-width and bidirectional control characters. Replaced: alef with hamza, madda or wasla by
 * bare alef; alef maqsura and Persian yeh by yeh; teh marbuta by heh; Persian kaf by kaf;
 * presentation forms and ligatures by their letters; Arabic-Indic and Persian digits by ASCII
 * digits; Latin letters by their lower case. Hamza on waw and on yeh stays, since words differ by
 * it.
 *
 * <p>Folding is idempotent and never grows a text by more than the letters of a ligature.
 */
public final class Folding {

  private static final int BMP = 0x10000;
  private static final char SAME = 0;

  /** Units that a folded text has room for beyond those of its original. */
  private static final int LIGATURES = 16;

  /** The first of the presentation forms, and of what has its place behind them. */
  static final char FIRST_FORM = '\uFB50';

  // Between these places there are no letters with case and nothing Arabic: ideographs and other
  // scripts of East Asia, surrogates, private use.
  private static final char CASELESS_FROM = '\u2E80';
  private static final char CASELESS_TO = '\uA4D0';
  private static final char CASELESS_AGAIN = '\uABF0';

  /**
   * For every UTF-16 unit before {@link #FIRST_FORM} its folded form: empty to remove it, null
   * where it stays as it is.
   */
  private static final @Nullable String[] TABLE = table();

  /** The same for the units from {@link #FIRST_FORM} on. */
  private static final class Forms {
    private static final @Nullable String[] TABLE = forms();
  }

  private Folding() {}

  /** The folded form of {@code text}. */
  public static String fold(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String to = replacement(c);
      if (to == null) {
        out.append(c);
      } else {
        out.append(to);
      }
    }
    return out.toString();
  }

  /** The folded form of {@code text} with, for every folded unit, the place it came from. */
  public static FoldedText foldWithOffsets(CharSequence text) {
    String original = text.toString();
    char[] out = new char[original.length() + LIGATURES];
    int[] origins = new int[out.length + 1];
    int length = 0;
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      String to = replacement(c);
      int grown = to == null ? 1 : to.length();
      if (length + grown > out.length) {
        out = Arrays.copyOf(out, out.length * 2 + grown);
        origins = Arrays.copyOf(origins, out.length + 1);
      }
      for (int k = 0; k < grown; k++) {
        origins[length] = i;
        out[length++] = to == null ? c : to.charAt(k);
      }
    }
    origins[length] = original.length();
    return new FoldedText(new String(out, 0, length), origins, original.length());
  }

  /**
   * What one UTF-16 unit folds to: empty if it is removed, {@code null} if it stays as it is (the
   * common case, and why this is not a string).
   */
  public static @Nullable String replacement(char c) {
    // Java's tables of what forms decompose to take long to load, and few texts hold such a form.
    return c < FIRST_FORM ? TABLE[c] : Forms.TABLE[c - FIRST_FORM];
  }

  /** What the units before {@link #FIRST_FORM} fold to. */
  static @Nullable String[] tableOfLetters() {
    return TABLE.clone();
  }

  private static @Nullable String[] table() {
    @Nullable String[] table = new String[FIRST_FORM];
    for (char c = 0; c < CASELESS_AGAIN; c = c == CASELESS_FROM ? CASELESS_TO : (char) (c + 1)) {
      table[c] = foldUnit(c);
    }
    return table;
  }

  private static @Nullable String[] forms() {
    @Nullable String[] table = new String[BMP - FIRST_FORM];
    for (int i = 0; i < table.length; i++) {
      char c = (char) (FIRST_FORM + i);
      table[i] = isPresentationForm(c) ? lettersOf(c, Folding::foldUnit) : foldUnit(c);
    }
    return table;
  }

  /** What a letter becomes; null where it stays as it is. */
  interface Letters {
    @Nullable String of(char letter);
  }

  /** The letters of a presentation form, folded; null where the form stays as it is. */
  static @Nullable String lettersOf(char form, Letters folded) {
    StringBuilder letters = new StringBuilder();
    for (char part :
        Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC).toCharArray()) {
      // A tail fragment (U+FE73) and unassigned units decompose to themselves.
      if (part == form) {
        letters.append(part);
      } else if (part != ' ') { // the isolated forms of vowel marks hold a space
        String letter = folded.of(part);
        letters.append(letter == null ? String.valueOf(part) : letter);
      }
    }
    return letters.length() == 1 && letters.charAt(0) == form ? null : letters.toString();
  }

  private static @Nullable String foldUnit(char c) {
    if (isMark(c)) {
      return "";
    }
    char letter = foldLetter(c);
    char folded = letter == SAME ? Character.toLowerCase(c) : letter;
    return folded == c ? null : String.valueOf(folded);
  }

  private static boolean isMark(char c) {
    return (c >= '\u0610' && c <= '\u061A') // signs above names
        || c == '\u061C' // Arabic letter mark
        || c == '\u0640' // tatweel
        || (c >= '\u064B' && c <= '\u065F') // vowel marks
        || c == '\u0670' // dagger alef
        || (c >= '\u06D6' && c <= '\u06DC')
        || (c >= '\u06DF' && c <= '\u06E8')
        || (c >= '\u06EA' && c <= '\u06ED')
        || c == '\u00AD' // soft hyphen
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2064')
        || (c >= '\u2066' && c <= '\u206F')
        || c == '\uFEFF';
  }

  static boolean isPresentationForm(char c) {
    return (c >= '\uFB50' && c <= '\uFDFF' && Character.isLetter(c))
        || (c >= '\uFE70' && c <= '\uFEFC');
  }

  private static char foldLetter(char c) {
    if (c >= '\u0660' && c <= '\u0669') {
      return (char) (c - '\u0660' + '0');
    }
    if (c >= '\u06F0' && c <= '\u06F9') {
      return (char) (c - '\u06F0' + '0');
    }
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ', '\u0672', '\u0673' -> 'ا';
      case 'ى', '\u06CC', '\u06D0', '\u06D2' -> 'ي';
      case 'ة' -> 'ه';
      case '\u06A9', '\u06AA' -> 'ك';
      case '\u06C0', '\u06C1', '\u06C2', '\u06C3', '\u06D5' -> 'ه';
      default -> SAME;
    };
  }
}
