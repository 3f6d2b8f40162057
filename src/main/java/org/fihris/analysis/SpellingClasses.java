package org.fihris.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArrayMap;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.fihris.text.Folding;
import org.fihris.text.Proclitics;
import org.jspecify.annotations.Nullable;

/**
 * Words that are spelt in more than one way, each way mapped to one: ترمب to ترامب, أميركي to
 * أمريكي.
 *
 * <p>Each line of {@code spelling-classes.txt} is one class, its spellings separated by {@code |},
 * the first of them the one that is indexed. Immutable, safe for any thread.
 */
public final class SpellingClasses {
  static final String FILE = "spelling-classes.txt";

  private final CharArrayMap<String> canonical;

  /** By the indexed spelling of a class all its spellings, that one first. */
  private final Map<String, List<String>> members;

  private SpellingClasses(CharArrayMap<String> canonical, Map<String, List<String>> members) {
    this.canonical = canonical;
    this.members = members;
  }

  /**
   * Reads the table.
   *
   * @throws org.fihris.config.ConfigException if a class has one spelling only, or a spelling
   *     stands in two classes
   */
  public static SpellingClasses of(IndexConfig config) {
    return of(config.lines(FILE));
  }

  static SpellingClasses of(List<ConfigLine> lines) {
    CharArrayMap<String> canonical = new CharArrayMap<>(lines.size() * 4, false);
    Map<String, ConfigLine> claimed = new HashMap<>();
    Map<String, List<String>> members = new HashMap<>();
    for (ConfigLine line : lines) {
      Set<String> different = new LinkedHashSet<>();
      for (String spelling : line.text().split("\\|")) {
        different.add(Folding.fold(spelling.strip()));
      }
      List<String> spellings = List.copyOf(different);
      if (spellings.size() < 2) {
        throw line.error("a class needs two spellings or more, separated by |, that differ");
      }
      for (String spelling : spellings) {
        if (spelling.isEmpty() || spelling.indexOf(' ') >= 0) {
          throw line.error("a spelling is one word, but this is '" + spelling + "'");
        }
        ConfigLine earlier = claimed.put(spelling, line);
        if (earlier != null) {
          throw line.error(spelling + " stands already in the class of line " + earlier.number());
        }
        canonical.put(spelling, spellings.getFirst());
      }
      members.put(spellings.getFirst(), spellings);
    }
    return new SpellingClasses(canonical, members);
  }

  /** The spellings under which the words of the classes are indexed, folded. */
  public Set<String> indexed() {
    return Set.copyOf(members.keySet());
  }

  /** Every spelling of a folded word, itself first; particles and article at its front are kept. */
  public List<String> spellings(String word) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(word);
    for (Proclitics.Reading reading : Proclitics.readings(word)) {
      String front = word.substring(0, reading.length());
      String noun = reading.rest();
      for (String article : noun.startsWith("ال") ? List.of("", "ال") : List.of("")) {
        String indexed = canonical.get(noun.substring(article.length()));
        if (indexed != null) {
          members
              .getOrDefault(indexed, List.of())
              .forEach(other -> spellings.add(Proclitics.join(front, article + other)));
        }
      }
    }
    if (word.contains("ئو")) {
      spellings.add(word.replace("ئو", "ؤو"));
    } else if (word.contains("ؤو")) {
      spellings.add(word.replace("ؤو", "ئو"));
    }
    return List.copyOf(spellings);
  }

  /**
   * The spelling under which a word is indexed.
   *
   * @param word a folded word, with or without particles and article joined to its front
   * @return the word in its indexed spelling, particles and article kept; {@code null} if it is in
   *     no class
   */
  @Nullable String canonical(char[] word, int length) {
    String whole = canonical.get(word, 0, length);
    if (whole != null) {
      return whole;
    }
    String seen = behindFront(word, length);
    return seen == null ? withOneHamza(word, length) : seen;
  }

  /** Sees through particles and article, and makes nothing for a word that is in no class. */
  private @Nullable String behindFront(char[] word, int length) {
    for (int front = Proclitics.longest(word, length); front >= 0; front--) {
      String rest = front == 0 ? null : canonical.get(word, front, length - front);
      if (rest == null && front > 0 && swallowsAlef(word, front, length)) {
        rest = canonical.get("ا" + new String(word, front, length - front));
      }
      if (rest != null) {
        return Proclitics.join(new String(word, 0, front), rest);
      }
      String noun =
          hasArticle(word, front, length)
              ? canonical.get(word, front + 2, length - front - 2)
              : null;
      if (noun != null) {
        return new String(word, 0, front + 2) + noun;
      }
    }
    return null;
  }

  private static boolean swallowsAlef(char[] word, int rest, int length) {
    return length - rest >= 3 && word[rest - 1] == 'ل' && word[rest] == 'ل';
  }

  private static boolean hasArticle(char[] word, int front, int length) {
    boolean room = length - front >= 4;
    return room && (word[front] == 'ا' || word[front] == 'ل') && word[front + 1] == 'ل';
  }

  /** مسئول and شئون for مسؤول and شؤون: before waw, newsrooms write both. */
  private static @Nullable String withOneHamza(char[] word, int length) {
    for (int i = 0; i + 1 < length; i++) {
      if (word[i] == 'ئ' && word[i + 1] == 'و') {
        char[] changed = Arrays.copyOf(word, length);
        changed[i] = 'ؤ';
        return new String(changed);
      }
    }
    return null;
  }
}
