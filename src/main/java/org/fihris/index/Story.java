package org.fihris.index;

import java.util.HexFormat;
import org.apache.lucene.util.BytesRef;

/**
 * The story that an article tells: shared by its reprints, and its own where there are none.
 *
 * @param key hash of the words of the article that was its first
 * @param first sketch of that article
 */
public record Story(long key, StorySketch first) {

  /** The key as the index holds it, sixteen hexadecimal digits. */
  public String group() {
    return HexFormat.of().toHexDigits(key);
  }

  /**
   * The story of an article that an index holds.
   *
   * @param group as {@link #group()} gave it
   * @param first what {@link StorySketch#toBytes()} of its first article gave
   */
  public static Story of(String group, byte[] first) {
    long key = key(group);
    return new Story(key, StorySketch.of(key, new BytesRef(first)));
  }

  static long key(CharSequence group) {
    return HexFormat.fromHexDigitsToLong(group);
  }
}
