package org.fihris.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.apache.lucene.util.BytesRef;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.text.Folding;
import org.fihris.text.Units;

/**
 * What is kept of an article's words to tell whether another one is a reprint of it.
 *
 * <p>The words are folded, so that spelling, marks and punctuation do not count. The shingles are
 * pairs of neighbouring words; how alike two sets of them are is estimated with one-permutation
 * MinHash (A. Broder, On the resemblance and containment of documents, 1997; P. Li, A. Owen, C.
 * Zhang, One permutation hashing, 2012), whose empty bins borrow from others (A. Shrivastava,
 * Optimal densification for fast and accurate minwise hashing, 2017).
 */
public final class StorySketch {
  /** Minima kept, one for each bin of the hash values. */
  static final int BINS = 64;

  /** Numbers kept of those in the text: the ones with the smallest hashes. */
  private static final int NUMBERS = 8;

  /** Shorter texts have too few shingles to be compared. */
  private static final int MIN_WORDS = 30;

  /** With fewer words, headline included, the same words are not the same story. */
  private static final int MIN_EXACT_WORDS = 12;

  /** What tells two reports on one matter from each other stands here. */
  private static final int LEAD_WORDS = 24;

  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int BIN_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(BINS);
  private static final int BYTES = 2 * BINS + 2 * NUMBERS + 4 * Integer.BYTES + Long.BYTES;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L; // the golden ratio in 64 bits

  private final long content;
  private final short[] minima; // empty if the text is too short
  private final short[] numbers;
  private final int numberCount;
  private final int shingles;
  private final int day;
  private final int source;
  private final long lead;

  private StorySketch(
      long content,
      short[] minima,
      short[] numbers,
      int numberCount,
      int shingles,
      int day,
      int source,
      long lead) {
    this.content = content;
    this.minima = minima;
    this.numbers = numbers;
    this.numberCount = numberCount;
    this.shingles = shingles;
    this.day = day;
    this.source = source;
    this.lead = lead;
  }

  /** The sketch of an article. */
  public static StorySketch of(Article article) {
    Words title = Words.of(article.title());
    Words text = Words.of(article.text());
    int count = title.count + text.count;
    // Two empty records, or two pictures under one stock headline, are not one story.
    long salt = count < MIN_EXACT_WORDS ? Fingerprint.of(article.id()) : 0;
    long content = mix(mix(salt ^ title.all) * MULTIPLIER ^ text.all);
    int day =
        article.date() instanceof PublicationDate.Known known
            ? Math.toIntExact(known.day().toEpochDay())
            : NO_DAY;
    String source = article.source();
    int sourceHash = source == null ? 0 : (int) Words.of(source).all | 1;
    long[] numbers = text.numbers();
    return new StorySketch(
        content,
        text.count < MIN_WORDS ? new short[0] : text.minima(),
        smallest(numbers),
        numbers.length,
        Math.max(0, text.count - 1),
        day,
        sourceHash,
        text.lead());
  }

  /** A hash of headline and text: equal for articles of the same words. */
  public long content() {
    return content;
  }

  /** Whether the text is long enough to be compared. */
  boolean comparable() {
    return minima.length > 0;
  }

  /** The minimum of a bin, cut to 16 bits. */
  short minimum(int bin) {
    return minima[bin];
  }

  /**
   * How much of the shingles of both are in both (Broder's resemblance), estimated with a standard
   * error of 0.06 at most; 0 if one is too short.
   */
  double resemblance(StorySketch other) {
    if (!comparable() || !other.comparable()) {
      return 0;
    }
    int same = 0;
    for (int i = 0; i < BINS; i++) {
      same += minima[i] == other.minima[i] ? 1 : 0;
    }
    return (double) same / BINS;
  }

  /** How much of the shorter one is in the longer one (Broder's containment), estimated. */
  double containment(StorySketch other) {
    double resemblance = resemblance(other);
    int shorter = Math.min(shingles, other.shingles);
    double both = resemblance / (1 + resemblance) * ((double) shingles + other.shingles);
    return shorter == 0 ? 0 : Math.min(1, both / shorter);
  }

  /** Days between the two; 0 where one is undated. */
  int daysFrom(StorySketch other) {
    return day == NO_DAY || other.day == NO_DAY ? 0 : Math.abs(day - other.day);
  }

  /** Whether both are known to be of one outlet. */
  boolean sameSource(StorySketch other) {
    return source != 0 && source == other.source;
  }

  /** How much of the words that the texts begin with is in both, about: 0.2 for strangers. */
  double leadInCommon(StorySketch other) {
    int either = Long.bitCount(lead | other.lead);
    return either == 0 ? 0 : (double) Long.bitCount(lead & other.lead) / either;
  }

  /**
   * How much of the numbers of the one that has fewer is in the other, estimated from the eight
   * smallest hashes; 1 where one has fewer than two.
   */
  double numbersInCommon(StorySketch other) {
    int fewer = Math.min(numberCount, other.numberCount);
    if (fewer < 2) {
      return 1;
    }
    int seen = 0;
    int common = 0;
    int i = 0;
    int j = 0;
    // The smallest of the union, as far as both lists go.
    while (seen < NUMBERS && i < numbers.length && j < other.numbers.length) {
      int order = Short.compareUnsigned(numbers[i], other.numbers[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      seen++;
    }
    if (numberCount <= NUMBERS && other.numberCount <= NUMBERS) {
      return (double) common / fewer;
    }
    double resemblance = (double) common / Math.max(1, seen);
    double both = resemblance / (1 + resemblance) * (numberCount + other.numberCount);
    return Math.min(1, both / fewer);
  }

  /** The sketch as an index holds it, without {@link #content()}. */
  BytesRef toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.putInt(shingles).putInt(day).putInt(source).putInt(numberCount).putLong(lead);
    for (int i = 0; i < NUMBERS; i++) {
      bytes.putShort(i < numbers.length ? numbers[i] : 0);
    }
    for (short minimum : minima) {
      bytes.putShort(minimum);
    }
    return new BytesRef(bytes.array(), 0, bytes.position());
  }

  /**
   * @param content as {@link #content()} gave it
   * @param value what {@link #toBytes()} gave
   */
  static StorySketch of(long content, BytesRef value) {
    ByteBuffer bytes = ByteBuffer.wrap(value.bytes, value.offset, value.length);
    int shingles = bytes.getInt();
    int day = bytes.getInt();
    int source = bytes.getInt();
    int numberCount = bytes.getInt();
    long lead = bytes.getLong();
    short[] numbers = new short[Math.min(numberCount, NUMBERS)];
    for (int i = 0; i < NUMBERS; i++) {
      short number = bytes.getShort();
      if (i < numbers.length) {
        numbers[i] = number;
      }
    }
    short[] minima = new short[bytes.remaining() / 2];
    bytes.asShortBuffer().get(minima);
    return new StorySketch(content, minima, numbers, numberCount, shingles, day, source, lead);
  }

  private static short[] smallest(long[] sorted) {
    short[] smallest = new short[Math.min(sorted.length, NUMBERS)];
    for (int i = 0; i < smallest.length; i++) {
      smallest[i] = (short) sorted[i];
    }
    return smallest;
  }

  private static long mix(long value) {
    long h = value;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return h ^ (h >>> 32);
  }

  /** The words of a text, as hashes. */
  private static final class Words {
    private long[] hashes = new long[128];
    private boolean[] numeric = new boolean[128];
    private int count;
    private long all;

    static Words of(String text) {
      Words words = new Words();
      words.read(text);
      return words;
    }

    private void read(String text) {
      long word = 0;
      int letters = 0;
      boolean digits = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        String folded = Folding.replacement(c);
        int length = folded == null ? 1 : folded.length();
        for (int k = 0; k < length; k++) {
          char to = folded == null ? c : folded.charAt(k);
          if (Units.isLetterOrDigit(to)) {
            word = (word + to) * MULTIPLIER;
            word ^= word >>> 29;
            letters++;
            digits |= Units.isDigit(to);
          } else if (letters > 0) {
            add(word, digits);
            word = 0;
            letters = 0;
            digits = false;
          }
        }
      }
      if (letters > 0) {
        add(word, digits);
      }
    }

    private void add(long word, boolean digits) {
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, count * 2);
        numeric = Arrays.copyOf(numeric, count * 2);
      }
      hashes[count] = word;
      numeric[count] = digits;
      count++;
      all = mix(all * MULTIPLIER ^ word);
    }

    private void forEachShingle(LongConsumer each) {
      for (int i = 1; i < count; i++) {
        each.accept(mix(hashes[i - 1] * MULTIPLIER + hashes[i]));
      }
    }

    /** The different numbers, as sorted hashes of 16 bits. */
    private long[] numbers() {
      long[] numbers = new long[count];
      int found = 0;
      for (int i = 0; i < count; i++) {
        if (numeric[i]) {
          numbers[found++] = mix(hashes[i]) & 0xFFFF;
        }
      }
      return Arrays.stream(numbers, 0, found).sorted().distinct().toArray();
    }

    /** One bit for each of the first words. */
    private long lead() {
      long lead = 0;
      for (int i = 0; i < Math.min(count, LEAD_WORDS); i++) {
        lead |= 1L << (mix(hashes[i]) >>> 58);
      }
      return lead;
    }

    private short[] minima() {
      long[] bins = new long[BINS];
      Arrays.fill(bins, Long.MAX_VALUE);
      forEachShingle(
          hash -> {
            int bin = (int) (hash >>> BIN_SHIFT);
            bins[bin] = Math.min(bins[bin], hash << (Long.SIZE - BIN_SHIFT) >>> 1);
          });
      short[] minima = new short[BINS];
      for (int i = 0; i < BINS; i++) {
        minima[i] = (short) mix(bins[filled(bins, i)]);
      }
      return minima;
    }

    /** The bin itself, or if it is empty one that is not, by hashing its number again and again. */
    private static int filled(long[] bins, int bin) {
      int at = bin;
      for (int attempt = 1; bins[at] == Long.MAX_VALUE; attempt++) {
        at = (int) (mix(bin * MULTIPLIER + attempt) >>> BIN_SHIFT);
      }
      return at;
    }
  }
}
