package org.fihris.facet;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.fihris.text.Folding;

/**
 * The beginning of a word of a label, typed to find the label: hamza, vowel marks, accents, case
 * and the Arabic article make no difference.
 */
final class LabelPrefix {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+|ء");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ARTICLES = Pattern.compile("(?<=^| )ال(?=[^ ])");

  private final String typed;
  private final String withoutArticle;

  LabelPrefix(String typed) {
    this.typed = plain(typed);
    this.withoutArticle = ARTICLES.matcher(this.typed).replaceAll("");
  }

  /** Whether some word of the label begins like this; what is typed may go on over more words. */
  boolean isIn(String label) {
    String plain = " " + plain(label);
    return plain.contains(" " + typed)
        || ARTICLES.matcher(plain).replaceAll("").contains(" " + withoutArticle);
  }

  private static String plain(String text) {
    String folded = Normalizer.normalize(Folding.fold(text), Normalizer.Form.NFD);
    return GAPS.matcher(MARKS.matcher(folded).replaceAll("")).replaceAll(" ").strip();
  }
}
