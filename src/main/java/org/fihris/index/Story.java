package org.fihris.index;

import java.util.HexFormat;

/**
 * The story that an article tells: shared by its reprints, and its own where there are none.
 *
 * @param key hash of the words of the article that was its first
 * @param first sketch of that article
 */
record Story(long key, StorySketch first) {

  /** The key as the index holds it, sixteen hexadecimal digits. */
  String group() {
    return HexFormat.of().toHexDigits(key);
  }

  static long key(CharSequence group) {
    return HexFormat.fromHexDigitsToLong(group);
  }
}
