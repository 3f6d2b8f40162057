package org.fihris.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.fihris.analysis.WordStems;
import org.jspecify.annotations.Nullable;

/**
 * The stems of a segment that is about to be written, derived from its words as they are written:
 * where a stem stands is where one of its words stands. To be read once from its beginning to its
 * end, as the writer of postings does.
 */
final class StemPostings extends Terms {
  /** Of a stop word. */
  private static final int NONE = -1;

  private final Terms words;
  private final WordStems stems;

  /**
   * @param words with positions, and with ordinals, as those in the memory of an index writer have
   */
  StemPostings(Terms words, WordStems stems) {
    this.words = words;
    this.stems = stems;
  }

  @Override
  public TermsEnum iterator() throws IOException {
    BytesRefHash distinct = new BytesRefHash();
    int[] stemOf = new int[1 << 10];
    int count = 0;
    TermsEnum word = words.iterator();
    for (BytesRef term = word.next(); term != null; term = word.next()) {
      stemOf = ArrayUtil.grow(stemOf, count + 1);
      BytesRef stem = stems.of(term);
      stemOf[count++] = stem.length == 0 ? NONE : id(distinct, stem);
    }
    return new Stems(word, distinct, Groups.of(stemOf, count, distinct.size()));
  }

  private static int id(BytesRefHash distinct, BytesRef stem) {
    int added = distinct.add(stem);
    return added >= 0 ? added : -added - 1; // known already
  }

  /**
   * Which words each stem has.
   *
   * @param ends for each stem where its words end
   * @param words the ordinals of words, those of one stem together
   */
  private record Groups(int[] ends, int[] words) {
    static Groups of(int[] stemOf, int count, int stems) {
      int[] ends = new int[stems];
      for (int word = 0; word < count; word++) {
        if (stemOf[word] != NONE) {
          ends[stemOf[word]]++;
        }
      }
      int total = 0;
      for (int stem = 0; stem < stems; stem++) {
        int size = ends[stem];
        ends[stem] = total;
        total += size;
      }
      int[] words = new int[total];
      for (int word = 0; word < count; word++) {
        if (stemOf[word] != NONE) {
          words[ends[stemOf[word]]++] = word;
        }
      }
      return new Groups(ends, words);
    }

    int start(int stem) {
      return stem == 0 ? 0 : ends[stem - 1];
    }
  }

  private static final class Stems extends BaseTermsEnum {
    private final TermsEnum words;
    private final BytesRefHash distinct;
    private final int[] sorted;
    private final Groups groups;
    private final BytesRef term = new BytesRef();
    private final Merged merged = new Merged();
    private PostingsEnum[] ofWords = {};
    private int next;

    Stems(TermsEnum words, BytesRefHash distinct, Groups groups) {
      this.words = words;
      this.distinct = distinct;
      this.groups = groups;
      this.sorted = distinct.sort();
    }

    @Override
    public @Nullable BytesRef next() {
      if (next == groups.ends.length) {
        return null;
      }
      distinct.get(sorted[next++], term);
      return term;
    }

    @Override
    public BytesRef term() {
      return term;
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
      int stem = sorted[next - 1];
      int start = groups.start(stem);
      int size = groups.ends[stem] - start;
      ofWords = size > ofWords.length ? ArrayUtil.grow(ofWords, size) : ofWords;
      for (int i = 0; i < size; i++) {
        words.seekExact((long) groups.words[start + i]);
        ofWords[i] = words.postings(ofWords[i], flags);
      }
      return size == 1 ? ofWords[0] : merged.of(ofWords, size);
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
      return new SlowImpactsEnum(postings(null, flags));
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) {
      throw onlyForward();
    }

    @Override
    public void seekExact(long ord) {
      throw onlyForward();
    }

    @Override
    public long ord() {
      throw onlyForward();
    }

    @Override
    public int docFreq() {
      throw onlyForward();
    }

    @Override
    public long totalTermFreq() {
      throw onlyForward();
    }

    private static UnsupportedOperationException onlyForward() {
      return new UnsupportedOperationException("stems are written once, from first to last");
    }
  }

  /** The postings of several words as those of one: a heap by document, positions in order. */
  private static final class Merged extends PostingsEnum {
    private PostingsEnum[] heap = {};
    private int[] docs = {};
    private int size;
    private int doc;
    private int[] positions = new int[16];
    private int freq;
    private int next;

    Merged of(PostingsEnum[] words, int count) throws IOException {
      if (count > heap.length) {
        heap = new PostingsEnum[ArrayUtil.oversize(count, Integer.BYTES)];
        docs = new int[heap.length];
      }
      size = 0;
      for (int i = 0; i < count; i++) {
        int first = words[i].nextDoc();
        if (first != NO_MORE_DOCS) {
          heap[size] = words[i];
          docs[size] = first;
          up(size++);
        }
      }
      doc = -1;
      return this;
    }

    @Override
    public int nextDoc() throws IOException {
      freq = 0;
      next = 0;
      if (size == 0) {
        doc = NO_MORE_DOCS;
        return doc;
      }
      doc = docs[0];
      boolean several = false;
      while (size > 0 && docs[0] == doc) {
        several |= freq > 0;
        take(heap[0]);
        int following = heap[0].nextDoc();
        if (following == NO_MORE_DOCS) {
          size--;
          heap[0] = heap[size];
          docs[0] = docs[size];
        } else {
          docs[0] = following;
        }
        down();
      }
      if (several) {
        Arrays.sort(positions, 0, freq);
      }
      return doc;
    }

    private void take(PostingsEnum word) throws IOException {
      int more = word.freq();
      positions = ArrayUtil.grow(positions, freq + more);
      for (int i = 0; i < more; i++) {
        positions[freq++] = word.nextPosition();
      }
    }

    private void up(int from) {
      int at = from;
      PostingsEnum moved = heap[at];
      int key = docs[at];
      while (at > 0 && docs[(at - 1) >>> 1] > key) {
        heap[at] = heap[(at - 1) >>> 1];
        docs[at] = docs[(at - 1) >>> 1];
        at = (at - 1) >>> 1;
      }
      heap[at] = moved;
      docs[at] = key;
    }

    private void down() {
      int at = 0;
      PostingsEnum moved = heap[0];
      int key = docs[0];
      while (2 * at + 1 < size) {
        int child = 2 * at + 1;
        child += child + 1 < size && docs[child + 1] < docs[child] ? 1 : 0;
        if (docs[child] >= key) {
          break;
        }
        heap[at] = heap[child];
        docs[at] = docs[child];
        at = child;
      }
      heap[at] = moved;
      docs[at] = key;
    }

    @Override
    public int freq() {
      return freq;
    }

    @Override
    public int nextPosition() {
      return positions[next++];
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public @Nullable BytesRef getPayload() {
      return null;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int advance(int target) throws IOException {
      return slowAdvance(target);
    }

    @Override
    public long cost() {
      return size;
    }
  }

  @Override
  public long size() {
    return -1;
  }

  @Override
  public long getSumTotalTermFreq() {
    throw new UnsupportedOperationException("known when the stems are written");
  }

  @Override
  public long getSumDocFreq() {
    throw new UnsupportedOperationException("known when the stems are written");
  }

  @Override
  public int getDocCount() {
    throw new UnsupportedOperationException("known when the stems are written");
  }

  @Override
  public boolean hasFreqs() {
    return true;
  }

  @Override
  public boolean hasOffsets() {
    return false;
  }

  @Override
  public boolean hasPositions() {
    return true;
  }

  @Override
  public boolean hasPayloads() {
    return false;
  }
}
