package org.fihris.analysis;

import java.util.Arrays;
import java.util.List;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.fihris.text.Folding;

/**
 * The words that the stemmer knows, and for some of them the stem that no rule would find.
 *
 * <p>{@code lexicon.txt} holds words that are their own stems; {@code stems.tsv} holds, line by
 * line, a stem and the forms that lead to it, and wins where a word stands in both. A hash table
 * over one array of letters: it is asked several times for every word of an article, and asking
 * makes no object. Immutable, safe for any thread.
 */
public final class Lexicon {
  static final String WORDS_FILE = "lexicon.txt";
  static final String STEMS_FILE = "stems.tsv";
  static final String VERBS_FILE = "verbs.tsv";

  /** The longest word there is, so that a stem fits where a word has stood. */
  static final int LONGEST = 24;

  private char[] letters;
  private int used;

  /** Where each entry begins in {@link #letters}, after its length; entry 0 is no word. */
  private int[] starts = new int[1 << 12];

  /** For each entry the entry of its stem, most often itself. */
  private int[] stems = new int[1 << 12];

  private int entries = 1;

  /**
   * Entries by the hash of their word; the high bits are of the hash itself, so that a word that is
   * not here is known not to be without a look at letters.
   */
  private int[] table;

  private static final int TAG = 0xFFF00000;

  private Lexicon(int room) {
    letters = new char[room];
    table = new int[1 << 16];
  }

  /**
   * Reads the two tables.
   *
   * @throws org.fihris.config.ConfigException if a form is given two stems, or a word is too long
   */
  public static Lexicon of(IndexConfig config) {
    return of(config.lines(STEMS_FILE), config.lines(VERBS_FILE), config.lines(WORDS_FILE));
  }

  static Lexicon of(List<ConfigLine> stems, List<ConfigLine> verbs, List<ConfigLine> words) {
    Lexicon lexicon = new Lexicon(1 << 18);
    for (ConfigLine line : stems) {
      lexicon.addStem(line, true);
    }
    for (ConfigLine line : verbs) {
      lexicon.addStem(line, false);
    }
    for (ConfigLine line : words) {
      lexicon.addWords(line);
    }
    return lexicon;
  }

  /** Adds a stem and its forms; a form that an earlier table has keeps the stem it has there. */
  private void addStem(ConfigLine line, boolean first) {
    char[] text = Folding.fold(line.text()).toCharArray();
    int tab = endOfWord(text, 0, '\t');
    int stem = add(text, 0, tab, line);
    if (stems[stem] != stem && first) {
      throw line.error("the first word is itself a form of another stem");
    }
    for (int from = tab + 1; from < text.length; from = endOfWord(text, from, ' ') + 1) {
      int before = entries;
      int form = add(text, from, endOfWord(text, from, ' '), line);
      if (form == before) {
        stems[form] = stems[stem];
      } else if (form != stem && first) {
        throw line.error(copy(form) + " stands already in an earlier line");
      }
    }
  }

  private void addWords(ConfigLine line) {
    char[] text = Folding.fold(line.text()).toCharArray();
    for (int from = 0; from < text.length; from = endOfWord(text, from, ' ') + 1) {
      add(text, from, endOfWord(text, from, ' '), line);
    }
  }

  private static int endOfWord(char[] text, int from, char end) {
    int at = from;
    while (at < text.length && text[at] != end) {
      at++;
    }
    return at;
  }

  private String copy(int entry) {
    return new String(letters, starts[entry], length(entry));
  }

  private int add(char[] text, int from, int to, ConfigLine line) {
    int length = to - from;
    for (int i = from; i < to; i++) {
      if (Character.isWhitespace(text[i])) {
        throw line.error("a stem, a tab, its other forms parted by single spaces, nothing else");
      }
    }
    if (length == 0 || length > LONGEST) {
      throw line.error("a word has 1 to " + LONGEST + " letters");
    }
    int known = find(text, from, to);
    if (known != 0) {
      return known;
    }
    if (entries == -TAG) {
      throw line.error("the tables together hold too many words, at most " + (-TAG - 1));
    }
    grow(length);
    letters[used++] = (char) length;
    starts[entries] = used;
    System.arraycopy(text, from, letters, used, length);
    used += length;
    stems[entries] = entries;
    insert(entries);
    return entries++;
  }

  private void grow(int length) {
    if (used + length + 1 > letters.length) {
      letters = Arrays.copyOf(letters, letters.length * 2);
    }
    if (entries == starts.length) {
      starts = Arrays.copyOf(starts, entries * 2);
      stems = Arrays.copyOf(stems, entries * 2);
    }
    if (entries * 2 > table.length) {
      table = new int[table.length * 2];
      for (int entry = 1; entry < entries; entry++) {
        insert(entry);
      }
    }
  }

  private void insert(int entry) {
    int hash = hash(letters, starts[entry], starts[entry] + length(entry));
    int slot = hash & (table.length - 1);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = entry | (hash & TAG);
  }

  /** The entry of the word that {@code text} holds from {@code from} to {@code to}, 0 if none. */
  int find(char[] text, int from, int to) {
    int hash = hash(text, from, to);
    int slot = hash & (table.length - 1);
    for (int tagged = table[slot]; tagged != 0; tagged = table[slot]) {
      if ((tagged & TAG) == (hash & TAG) && isAt(tagged & ~TAG, text, from, to)) {
        return tagged & ~TAG;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return 0;
  }

  private boolean isAt(int entry, char[] text, int from, int to) {
    int start = starts[entry];
    return length(entry) == to - from
        && Arrays.equals(letters, start, start + to - from, text, from, to);
  }

  /** Writes the stem of an entry to the front of {@code out} and returns its length. */
  int copyStem(int entry, char[] out) {
    int stem = stems[entry];
    int length = length(stem);
    System.arraycopy(letters, starts[stem], out, 0, length);
    return length;
  }

  /** Whether the word is its own stem. */
  boolean isStem(int entry) {
    return stems[entry] == entry;
  }

  int length(int entry) {
    return letters[starts[entry] - 1];
  }

  /** A hash of letters of which all bits may be used. */
  static int hash(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
