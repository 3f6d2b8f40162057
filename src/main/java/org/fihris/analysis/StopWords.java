package org.fihris.analysis;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.util.ArrayUtil;
import org.fihris.text.Folding;

/** Tells of a word as it is written whether it is a stop word. For one thread. */
final class StopWords {
  private final CharArraySet folded;
  private final int longest;
  private char[] word = new char[64];

  StopWords(CharArraySet folded) {
    this.folded = folded;
    this.longest = folded.stream().mapToInt(w -> ((char[]) w).length).max().orElse(0);
  }

  boolean holds(char[] exact, int length) {
    word = ArrayUtil.grow(word, length);
    int folds = 0;
    for (int i = 0; i < length; i++) {
      String to = Folding.replacement(exact[i]);
      if (to == null) {
        word[folds++] = exact[i];
      } else if (!to.isEmpty()) {
        word[folds++] = to.charAt(0);
      }
    }
    return folds <= longest && folded.contains(word, 0, folds);
  }
}
