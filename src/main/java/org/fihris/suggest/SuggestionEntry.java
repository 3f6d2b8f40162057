package org.fihris.suggest;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something to suggest, as it is laid down, wherever that is: documents of one kind, found by words
 * and by beginnings of words, in the order of their rank.
 *
 * @param kind what it is: {@link #ENTITY}, {@link #PHRASE} or {@link #HEADLINE}
 * @param rank the higher, the earlier; the kinds lie one behind the other
 * @param tie the lower, the earlier among those of one rank
 * @param words it is found by these, folded
 * @param shown what is read back of it, by the names of fields
 */
public record SuggestionEntry(
    String kind, long rank, long tie, Set<String> words, Map<String, String> shown) {

  public static final String ENTITY = "e";
  public static final String PHRASE = "p";
  public static final String HEADLINE = "h";

  /** The field of what a document is. */
  public static final String KIND = "kind";

  /** The field of its words, with their article and without. */
  public static final String WORDS = "words";

  /** The field of the first letters of its words, up to {@value #PREFIX_LETTERS}. */
  public static final String PREFIXES = "prefixes";

  /** The field that documents are laid down by, the highest first. */
  public static final String RANK = "rank";

  /** The field that documents of one rank are laid down by, the lowest first. */
  public static final String TIE = "tie";

  /** The version of all this. */
  public static final String FORMAT = "3";

  static final int PREFIX_LETTERS = 4;

  static final String TEXT = "text";
  static final String ID = "id";
  static final String TYPE = "type";
  static final String LABEL_EN = "label_en";
  static final String COUNT = "count";
  static final String DAY = "day";

  /** The names of all fields that are read back. */
  public static final Set<String> SHOWN = Set.of(TEXT, ID, TYPE, LABEL_EN, COUNT, DAY);

  public SuggestionEntry {
    words = Set.copyOf(words);
    shown = Map.copyOf(shown);
  }

  /** The beginnings of its words that are looked up as they are. */
  public Set<String> prefixes() {
    Set<String> prefixes = new TreeSet<>();
    for (String word : words) {
      int most = Math.min(word.length(), PREFIX_LETTERS);
      for (int length = 1; length <= most; length++) {
        prefixes.add(word.substring(0, length));
      }
    }
    return prefixes;
  }
}
