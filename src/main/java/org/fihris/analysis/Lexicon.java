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
  private int[] table;

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
    List<String> cells = line.cells();
    if (cells.size() > 2) {
      throw line.error("a line is a stem, a tab, and its other forms parted by spaces");
    }
    int stem = add(Folding.fold(cells.getFirst()), line);
    if (stems[stem] != stem && first) {
      throw line.error(cells.getFirst() + " is itself a form of another stem");
    }
    if (cells.size() == 1) {
      return;
    }
    for (String cell : cells.getLast().split(" ")) {
      int before = entries;
      int form = add(Folding.fold(cell), line);
      if (form == before) {
        stems[form] = stems[stem];
      } else if (form != stem && first) {
        throw line.error(cell + " stands already in an earlier line");
      }
    }
  }

  private void addWords(ConfigLine line) {
    for (String word : line.text().split(" ")) {
      add(Folding.fold(word), line);
    }
  }

  private int add(String word, ConfigLine line) {
    int length = word.length();
    if (length == 0 || length > LONGEST || word.indexOf(' ') >= 0) {
      throw line.error("a word has 1 to " + LONGEST + " letters, but this is '" + word + "'");
    }
    char[] units = word.toCharArray();
    int known = find(units, 0, length);
    if (known != 0) {
      return known;
    }
    grow(length);
    letters[used++] = (char) length;
    starts[entries] = used;
    word.getChars(0, length, letters, used);
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
    int slot = hash(letters, starts[entry], starts[entry] + length(entry)) & (table.length - 1);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = entry;
  }

  /** The entry of the word that {@code text} holds from {@code from} to {@code to}, 0 if none. */
  int find(char[] text, int from, int to) {
    int slot = hash(text, from, to) & (table.length - 1);
    for (int entry = table[slot]; entry != 0; entry = table[slot]) {
      int start = starts[entry];
      if (length(entry) == to - from
          && Arrays.equals(letters, start, start + to - from, text, from, to)) {
        return entry;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return 0;
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

  private static int hash(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
