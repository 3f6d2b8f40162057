package org.fihris.entity;

import java.util.BitSet;
import java.util.List;

/**
 * What a tagger is told of each word of one text: the word and its neighbours, their affixes, what
 * the tables say of them, which names tables and grammar found beside it and elsewhere in the text,
 * and the punctuation between. Each feature is a hash of 64 bits. For one text and one thread.
 *
 * <p>Words may be hidden: they then look as a name does that no table and no text of the training
 * has, so that a tagger learns what stands around names instead of the names.
 */
final class TaggerFeatures {

  /** To be raised with every change of what a feature says: a model fits one version only. */
  static final int VERSION = 1;

  /** At most so many features has a word. */
  static final int MOST = 64;

  private static final long HIDDEN = 0x5851F42D4C957F2DL;
  private static final long NONE = 0x14057B7EF767814FL;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private static final int REACH = 4;
  private static final int LONG = 8;
  private static final int CUES =
      WordClass.all(
          WordClass.TITLE,
          WordClass.OFFICE,
          WordClass.SPEECH,
          WordClass.BODY,
          WordClass.THEBODY,
          WordClass.BODYOF,
          WordClass.PLACE,
          WordClass.INPLACE);

  private final Tokens tokens;
  private final BitSet hidden;
  private final int count;
  private final long[] words;
  private final long[] shapes;
  private final int[] gaps;
  private final int[] found;
  private final long[] own;
  private final Occurrences occurrences;

  private long[] into = new long[MOST];
  private int filled;

  /**
   * @param placed what tables and grammar found in the text
   * @param hidden words that are to look as if nothing were known of them
   */
  TaggerFeatures(Tokens tokens, List<Placed> placed, BitSet hidden) {
    this.tokens = tokens;
    this.hidden = hidden;
    count = tokens.count();
    own = new long[count];
    occurrences = new Occurrences(count);
    words = new long[count];
    shapes = new long[count];
    gaps = new int[count + 1];
    found = new int[count];
    for (int word = 0; word < count; word++) {
      Words all = tokens.words;
      own[word] = WordTable.hash(all.text, all.bare(word), all.end(word));
      words[word] = hidden.get(word) ? HIDDEN : own[word];
      shapes[word] = shape(word);
      gaps[word] = gap(word == 0 ? 0 : all.end(word - 1), all.start(word));
      occurrences.add(own[word]);
    }
    gaps[count] = gap(count == 0 ? 0 : tokens.words.end(count - 1), tokens.words.text.length());
    placed.forEach(this::note);
  }

  private void note(Placed placed) {
    for (int word = placed.first(); word <= placed.last(); word++) {
      if (!hidden.get(word)) {
        int label =
            word == placed.first() ? Label.begin(placed.type()) : Label.inside(placed.type());
        found[word] = label * Placed.Source.values().length + placed.source().ordinal() + 1;
        occurrences.name(own[word], placed.type());
      }
    }
  }

  /** Where the word begins behind the particles that are seen of it. */
  private int from(int word) {
    Words all = tokens.words;
    return hidden.get(word)
        ? all.start(word) + WordMemo.particlesOfUnknown(all.text, all.start(word), all.end(word))
        : all.bare(word);
  }

  /** Writes the features of a word and returns how many there are. */
  int fill(int word, long[] features) {
    into = features;
    filled = 0;
    long before = word(word - 1);
    long after = word(word + 1);
    add(0, NONE);
    if (!hidden.get(word)) {
      add(1, words[word]);
      add(2, before, words[word]);
      add(3, words[word], after);
    }
    add(4, before);
    add(5, after);
    add(6, word(word - 2));
    add(7, word(word + 2));
    add(8, word(word - 2), before);
    add(9, before, shapes[word]);
    add(10, shape(word));
    add(11, at(shapes, word - 1));
    add(12, at(shapes, word + 1));
    add(13, at(shapes, word - 1), shapes[word]);
    add(14, shapes[word], at(shapes, word + 1));
    add(15, at(shapes, word - 1), shapes[word], at(shapes, word + 1));
    add(16, at(shapes, word - 2), at(shapes, word - 1), shapes[word]);
    add(17, found(word - 1));
    add(18, found(word + 1));
    add(19, found(word - 1), shapes[word]);
    add(20, found(word + 1), shapes[word]);
    add(21, found(word - 2), found(word - 1));
    add(22, gaps[word]);
    add(23, gaps[word + 1]);
    add(24, gaps[word], gaps[word + 1]);
    add(25, gaps[word], shapes[word]);
    add(26, gaps[word + 1], shapes[word], at(shapes, word + 1));
    addAffixes(word);
    addText(word);
    addCue(word);
    return filled;
  }

  private void addAffixes(int word) {
    String text = tokens.words.text;
    int from = from(word);
    int to = tokens.words.end(word);
    int length = to - from;
    add(30, Math.min(length, LONG));
    add(31, from > tokens.words.start(word) ? text.charAt(tokens.words.start(word)) : 0);
    for (int part = 1; part <= 4; part++) {
      if (length > part) {
        add(32 + part, WordTable.hash(text, from, from + part));
        add(36 + part, WordTable.hash(text, to - part, to));
      }
    }
  }

  private void addText(int word) {
    int types = hidden.get(word) ? 0 : occurrences.types(own[word]);
    add(41, types);
    add(42, types, found(word - 1));
    add(43, Math.min(occurrences.count(own[word]), 3), shapes[word]);
  }

  /** The nearest word before it, in the same phrase, that tells what may follow. */
  private void addCue(int word) {
    for (int at = word - 1; at >= 0 && word - at <= REACH && gaps[at + 1] <= 2; at--) {
      if (tokens.isAny(at, CUES) && !hidden.get(at)) {
        add(44, tokens.words.classes(at) & CUES, word - at);
        add(45, words[at]);
        return;
      }
    }
    add(44, NONE);
  }

  private long word(int word) {
    return at(words, word);
  }

  private long at(long[] values, int word) {
    return word < 0 || word >= count ? NONE : values[word];
  }

  private long found(int word) {
    return word < 0 || word >= count ? NONE : found[word];
  }

  private long shape(int word) {
    int classes = hidden.get(word) ? 0 : tokens.words.classes(word);
    int language;
    if (hidden.get(word)) {
      language = 2;
    } else if (tokens.isUnknown(word)) {
      language = 2;
    } else {
      language = tokens.mayBeUnknown(word) ? 1 : 0;
    }
    int article = tokens.hasArticle(word) ? 1 : 0;
    int joined = from(word) > tokens.words.start(word) ? 1 : 0;
    int digits = Character.isDigit(tokens.words.text.charAt(tokens.words.start(word))) ? 1 : 0;
    return mix(classes, language << 3 | article << 2 | joined << 1 | digits);
  }

  /** What stands between two words: quotation marks, brackets, stops, ends of lines. */
  private int gap(int from, int to) {
    int bits = 0;
    for (int i = from; i < to; i++) {
      bits |=
          switch (tokens.words.text.charAt(i)) {
            case ' ', '\t', '\u00A0', '\r' -> 0;
            case '\n' -> 1 << 2;
            case '-', '_', '\u2010', '\u2011', '\u2013' -> 1 << 1;
            case '"', '\'', '\u00AB', '\u00BB', '\u201C', '\u201D', '\u2018', '\u2019' -> 1 << 3;
            case '(', '[' -> 1 << 4;
            case ')', ']' -> 1 << 5;
            case ',', '\u060C', ';', '\u061B' -> 1 << 6;
            case ':', '/' -> 1 << 7;
            default -> 1 << 8;
          };
    }
    return bits;
  }

  private void add(int kind, long value) {
    into[filled++] = mix(kind * FACTOR, value);
  }

  private void add(int kind, long one, long two) {
    into[filled++] = mix(mix(kind * FACTOR, one), two);
  }

  private void add(int kind, long one, long two, long three) {
    into[filled++] = mix(mix(mix(kind * FACTOR, one), two), three);
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * FACTOR;
    mixed ^= mixed >>> 29;
    mixed = (mixed + value) * 0xBF58476D1CE4E5B9L;
    return mixed ^ mixed >>> 32;
  }
}
