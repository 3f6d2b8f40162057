package org.fihris.analysis;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the analyzer makes of each word, remembered: a few ten thousand words are nearly all that a
 * day's news is written in, and every stage of the chain looks at one word alone.
 *
 * <p>An entry is one run of bytes, so that a word costs two looks into memory: the slot of its hash
 * and its entry, which holds the lengths of word and stem, two bytes each, then both as UTF-8.
 * Full, the cache forgets everything and begins anew. For one thread.
 */
final class StemCache {
  private static final int MOST_WORDS = 1 << 16;

  /** Bits of a slot that say where the entry is; the others are of the hash of its word. */
  private static final int PLACE = (1 << 22) - 1;

  private static final int HEAD = 4;
  private static final int FREE = 0;
  private static final int FIRST = 1; // no entry begins where a free slot points to

  private final int[] table = new int[MOST_WORDS * 2];
  private byte[] entries = new byte[1 << 14];
  private int used = FIRST;
  private int count;

  private final OneWord word = new OneWord();
  private final TokenStream chain;
  private final CharTermAttribute stem;

  StemCache(NewsAnalyzer analyzer) {
    chain = analyzer.stages(new FoldFilter(word));
    stem = chain.getAttribute(CharTermAttribute.class);
  }

  /**
   * Points {@code out} to the stem of a word, which is empty for a stop word. It holds until the
   * next call.
   *
   * @param utf8 the word once more
   */
  void find(CharTermAttribute text, BytesRef utf8, BytesRef out) throws IOException {
    int hash = hash(text);
    int slot = hash & (table.length - 1);
    while (table[slot] != FREE) {
      int entry = table[slot] & PLACE;
      if (((table[slot] ^ hash) & ~PLACE) == 0 && isAt(entry, utf8)) {
        pointTo(entry, out);
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    word.turnTo(text);
    chain.reset();
    int stemLetters = chain.incrementToken() ? stem.length() : 0;
    int most = HEAD + utf8.length + UnicodeUtil.maxUTF8Length(stemLetters);
    if (count == MOST_WORDS || used + most > PLACE) {
      Arrays.fill(table, FREE);
      used = FIRST;
      count = 0;
      slot = hash & (table.length - 1);
    }
    if (used + most > entries.length) {
      entries = Arrays.copyOf(entries, (used + most) * 2);
    }
    table[slot] = (hash & ~PLACE) | used;
    pointTo(add(utf8, stemLetters), out);
  }

  private boolean isAt(int entry, BytesRef utf8) {
    int start = entry + HEAD;
    return number(entry) == utf8.length
        && Arrays.equals(
            entries,
            start,
            start + utf8.length,
            utf8.bytes,
            utf8.offset,
            utf8.offset + utf8.length);
  }

  private void pointTo(int entry, BytesRef out) {
    out.bytes = entries;
    out.offset = entry + HEAD + number(entry);
    out.length = number(entry + 2);
  }

  private int add(BytesRef utf8, int stemLetters) {
    int entry = used;
    System.arraycopy(utf8.bytes, utf8.offset, entries, entry + HEAD, utf8.length);
    int end = entry + HEAD + utf8.length;
    used = UnicodeUtil.UTF16toUTF8(stem, 0, stemLetters, entries, end);
    setNumber(entry, utf8.length);
    setNumber(entry + 2, used - end);
    count++;
    return entry;
  }

  private int number(int at) {
    return (entries[at] & 0xFF) << 8 | (entries[at + 1] & 0xFF);
  }

  private void setNumber(int at, int number) {
    entries[at] = (byte) (number >> 8);
    entries[at + 1] = (byte) number;
  }

  private static int hash(CharTermAttribute text) {
    char[] letters = text.buffer();
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 31 + letters[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /** Hands one word to the chain. */
  private static final class OneWord extends TokenStream {
    private final CharTermAttribute out = addAttribute(CharTermAttribute.class);
    private @Nullable CharTermAttribute text;

    void turnTo(CharTermAttribute newText) {
      text = newText;
    }

    @Override
    public boolean incrementToken() {
      if (text == null) {
        return false;
      }
      clearAttributes();
      out.append(text);
      text = null;
      return true;
    }
  }
}
