package org.fihris.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.fihris.text.Proclitics;

/**
 * The first words of all names in the tables: tells in a fraction of the time that a {@link
 * Gazetteer} takes to read whether a short text may name anything, so that most queries need none.
 * Immutable, thread-safe.
 */
public final class FirstWords {
  private static final int LABEL = 1;
  private static final int NAMES = 3;

  private final Set<String> words = new HashSet<>();

  private FirstWords(IndexConfig config) {
    for (EntityType type : EntityType.values()) {
      for (ConfigLine line : config.lines(Gazetteer.file(type))) {
        List<String> cells = line.cells();
        if (cells.size() > LABEL + 1) {
          add(cells.get(LABEL));
          if (cells.size() > NAMES) {
            addAll(cells.get(NAMES));
          }
        }
      }
    }
  }

  /** The first words of the three tables under {@code entities/}, which are not checked. */
  public static FirstWords of(IndexConfig config) {
    return new FirstWords(config);
  }

  /** Names of one cell, parted by a bar; the first word of each may offer spellings. */
  private void addAll(String names) {
    int start = 0;
    while (start < names.length()) {
      int end = names.indexOf('|', start);
      end = end < 0 ? names.length() : end;
      add(names.substring(start, end));
      start = end + 1;
    }
  }

  private void add(String name) {
    String bare = name.strip();
    int space = bare.indexOf(' ');
    for (String option : (space < 0 ? bare : bare.substring(0, space)).split("/")) {
      List<String> parts = Name.words(option);
      if (!parts.isEmpty()) {
        words.add(parts.getFirst());
      }
    }
    // عبد الله and عبدالله are one name; so are ابو علي and ابوعلي.
    List<String> all = Name.words(bare.replace('/', ' '));
    for (int i = 1; i < all.size(); i++) {
      words.add(all.getFirst() + all.get(i));
    }
  }

  /** Whether a text holds the first word of some name, with or without joined particles. */
  public boolean mayName(String text) {
    return Name.words(text).stream().anyMatch(this::begins);
  }

  private boolean begins(String word) {
    int longest = Proclitics.longest(word, 0, word.length());
    for (int length = 0; length <= longest; length++) {
      String rest = word.substring(length);
      boolean hasArticle = length > 0 && Proclitics.swallowsAlef(word, length, word.length());
      if (words.contains(rest) || (hasArticle && words.contains("ا" + rest))) {
        return true;
      }
    }
    return false;
  }
}
