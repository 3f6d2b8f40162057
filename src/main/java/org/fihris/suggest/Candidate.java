package org.fihris.suggest;

/**
 * A word, or two, that may have been meant by one that was typed.
 *
 * @param weight of the errors between them; 0 for the word itself
 * @param articles about how many articles have it
 */
record Candidate(String text, Offer.Kind kind, double weight, int articles) {

  /**
   * What an error of weight 1 costs against the frequency of a word, which counts by its log. This
   * and what follows was tried on misspelt words of one archive; docs/suggestions.md has the
   * figures on others.
   */
  private static final double ERROR = 6.0;

  /** Readings of Latin letters: what differs is the usual thing there. */
  private static final double LETTER = 3.0;

  private static final double FREQUENCY = 0.2;

  /** The higher, the likelier. */
  double score() {
    double errors = weight * (kind == Offer.Kind.LATIN ? LETTER : ERROR);
    return FREQUENCY * Math.log1p(articles) - errors;
  }
}
