package org.fihris.suggest;

import java.util.List;
import java.util.Map;

/**
 * A text as its keys are on another keyboard.
 *
 * @param toArabic whether it was typed in Latin letters
 */
record OtherKeyboard(QueryText text, boolean toArabic) {

  /** The other keyboard, against a typing error, for words that are all known there. */
  private static final double KEYBOARD = 0.3;

  /** The texts that may have been meant by one of words in one alphabet; else none. */
  static List<OtherKeyboard> of(QueryText query, String text) {
    boolean latin = query.words().stream().noneMatch(QueryText.Word::isArabic);
    boolean arabic = query.words().stream().noneMatch(QueryText.Word::isLatin);
    if (latin == arabic) {
      return List.of();
    }
    // A key that is a sign on the other keyboard was not meant to be a letter.
    return (latin ? List.of(Keyboard.toArabic(text)) : Keyboard.toLatin(text))
        .stream()
            .filter(other -> other.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' '))
            .map(other -> new OtherKeyboard(QueryText.of(other), latin))
            .toList();
  }

  /**
   * What it counts where the archive has every word of it; infinitely little where it has not.
   *
   * @param articles about how many have any form of a folded word
   */
  double score(Map<String, Integer> articles) {
    double score = text.words().isEmpty() ? Double.NEGATIVE_INFINITY : 0;
    for (QueryText.Word word : text.words()) {
      int ofWord = articles.getOrDefault(word.folded(), 0);
      if (ofWord == 0 || word.isArabic() != toArabic || word.text().length() < 2) {
        score = Double.NEGATIVE_INFINITY;
      }
      score += new Candidate("", Offer.Kind.KEYBOARD, KEYBOARD, ofWord).score();
    }
    return score;
  }

  /** A name in Latin letters, which the archive may have in Arabic letters only; else empty. */
  List<String> latinName() {
    return text.words().stream().allMatch(QueryText.Word::isLatin)
        ? text.words().stream().map(QueryText.Word::text).toList()
        : List.of();
  }
}
