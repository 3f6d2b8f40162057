package org.fihris.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.fihris.text.Folding;

/**
 * Folds words that were cut from a text of exact folding: the rest of the way to what {@link
 * FoldingCharFilter} makes of the text. For a chain that needs both forms of a word from one pass.
 */
final class FoldFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  FoldFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    term.setLength(fold(term.buffer(), term.length()));
    return true;
  }

  /** Folds in place and returns the new length: no unit of an exact form becomes several. */
  private static int fold(char[] word, int length) {
    int to = 0;
    for (int from = 0; from < length; from++) {
      String folded = Folding.replacement(word[from]);
      if (folded == null) {
        word[to++] = word[from];
      } else if (!folded.isEmpty()) {
        word[to++] = folded.charAt(0);
      }
    }
    return to;
  }
}
