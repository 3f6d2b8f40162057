package org.fihris.suggest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fihris.text.Folding;

/**
 * The words of a text as they are compared with what is typed: hamza, vowel marks, accents and case
 * make no difference, and the article none where it is not typed.
 */
final class TypedWords {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+|ء");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** The article, with a particle joined to it or not, before two letters or more. */
  private static final Pattern ARTICLE = Pattern.compile("^(?:[وف]?[بك]?ال|[وف]?لل)(?=..)");

  private TypedWords() {}

  static List<String> of(String text) {
    String plain = Normalizer.normalize(Folding.fold(text), Normalizer.Form.NFD);
    plain = MARKS.matcher(plain).replaceAll("").replace('ؤ', 'و').replace('ئ', 'ي');
    List<String> words = new ArrayList<>();
    for (String word : GAPS.split(plain)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** A word without its article; itself where it has none. */
  static String withoutArticle(String word) {
    return ARTICLE.matcher(word).replaceFirst("");
  }
}
