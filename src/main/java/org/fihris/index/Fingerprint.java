package org.fihris.index;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.fihris.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of 64 bits, by MurmurHash3: equal for equal values, and for different ones with a
 * chance of one in 2<sup>64</sup>.
 */
public final class Fingerprint {
  /** Odd, so that multiplying loses nothing: the golden ratio in 64 bits. */
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private Fingerprint() {}

  /** The fingerprint of everything that is indexed of an article. */
  public static long of(Article article) {
    long all = 0;
    for (Object part :
        new @Nullable Object[] {
          article.id(),
          article.url(),
          article.title(),
          article.summary(),
          article.text(),
          article.date(),
          article.source(),
          article.author(),
          article.category(),
          article.parentId(),
          article.details(),
          article.entities()
        }) {
      all = Long.rotateLeft(all * MULTIPLIER, 31) ^ of(String.valueOf(part));
    }
    return all;
  }

  /** The fingerprint of a text. */
  public static long of(CharSequence text) {
    return StringHelper.murmurhash3_x64_128(new BytesRef(text))[0];
  }
}
