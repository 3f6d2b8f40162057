package org.fihris.text;

/**
 * A folded text that knows where each of its units stood in the original.
 *
 * <p>Made by {@link Folding#foldWithOffsets}. Immutable.
 */
public final class FoldedText {
  private final String text;
  private final int[] origins;
  private final int originalLength;

  FoldedText(String text, int[] origins, int originalLength) {
    this.text = text;
    this.origins = origins;
    this.originalLength = originalLength;
  }

  /** The folded text. */
  public String text() {
    return text;
  }

  /** Where in the original the folded unit at {@code offset} began; the length for the end. */
  public int originalStart(int offset) {
    return origins[offset];
  }

  /**
   * Where in the original a span ends whose folded form ends before {@code end}. Marks that folding
   * removed after its last letter belong to the span.
   *
   * @param end exclusive end in the folded text, at least 1
   */
  public int originalEnd(int end) {
    return end >= text.length() ? originalLength : trimmedEnd(end);
  }

  private int trimmedEnd(int end) {
    // A ligature folds to several units of one origin: a span that ends inside it takes it whole.
    int next = end;
    while (next < text.length() && origins[next] == origins[end - 1]) {
      next++;
    }
    return origins[next];
  }
}
