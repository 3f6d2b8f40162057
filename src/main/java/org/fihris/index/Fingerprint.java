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
  private static final char SEPARATOR = '\u001F';

  private Fingerprint() {}

  /** The fingerprint of everything that is indexed of an article. */
  public static long of(Article article) {
    StringBuilder all = new StringBuilder(article.text().length() + 512);
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
          article.entities()
        }) {
      all.append(part).append(SEPARATOR);
    }
    return of(all);
  }

  /** The fingerprint of a text. */
  public static long of(CharSequence text) {
    return StringHelper.murmurhash3_x64_128(new BytesRef(text))[0];
  }
}
