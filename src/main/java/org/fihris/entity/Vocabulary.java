package org.fihris.entity;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.fihris.text.Proclitics;

/**
 * The classes of words that names are recognised by: from {@code entities/names.tsv} and {@code
 * entities/grammar.tsv}, and the words of the language from the tables of the analysis. Immutable,
 * thread-safe.
 */
final class Vocabulary {
  private static final String NAMES = "entities/names.tsv";
  private static final String FORMS = "entities/forms.tsv";
  private static final String GRAMMAR = "entities/grammar.tsv";
  private static final int NAME =
      WordClass.all(WordClass.GIVEN, WordClass.GIVEN_TOO, WordClass.FAMILY, WordClass.FAMILY_TOO);
  private static final Set<WordClass> ADJECTIVES =
      EnumSet.of(WordClass.ORIGIN, WordClass.RANK, WordClass.PASSING, WordClass.VARIANT);
  private static final int NOT_COMMON = NAME | WordClass.FOREIGN.bit();

  /** Endings of nouns and verbs, and joined pronouns; longest first. */
  private static final List<String> ENDINGS =
      List.of(
          "تهما", "اتها", "اتهم", "وها", "تها", "تهم", "ياته", "هما", "ات", "ان", "ين", "ون", "ها",
          "هم", "هن", "كم", "نا", "وا", "ته", "تا", "ني", "يه", "ه", "ت", "ا", "ي", "ن", "و");

  private static final List<String> PRONOUNS =
      List.of(
          "تهما", "اتها", "اتهم", "وها", "تها", "تهم", "هما", "ها", "هم", "هن", "نا", "ته", "ه");

  private static final int STEM = 2;

  /** No words. */
  static final Vocabulary NONE = new Vocabulary(Map.of());

  private final WordTable table;
  private final int[] classes;

  private Vocabulary(Map<String, Integer> words) {
    table = new WordTable(words.keySet());
    classes = new int[table.size()];
    words.forEach((word, bits) -> classes[table.find(word)] = bits);
  }

  /**
   * @throws org.fihris.config.ConfigException with file and line on a class that is not known or a
   *     line without words
   */
  static Vocabulary of(IndexConfig config) {
    Map<String, Integer> words = new HashMap<>();
    read(config.lines(NAMES), words);
    read(config.lines(GRAMMAR), words);
    read(config.lines(FORMS), words);
    for (ConfigLine line : config.lines("lexicon.txt")) {
      for (String word : Name.words(line.text())) {
        if ((words.getOrDefault(word, 0) & NOT_COMMON) == 0) {
          add(words, word, WordClass.COMMON);
        }
      }
    }
    for (ConfigLine line : config.lines("stopwords.txt")) {
      Name.words(line.text()).forEach(word -> add(words, word, WordClass.FUNCTION));
    }
    for (ConfigLine line : config.lines("verbs.tsv")) {
      Name.words(line.text()).forEach(word -> add(words, word, WordClass.VERB));
    }
    return new Vocabulary(words);
  }

  /** The words that the tables of names and grammar give a class, without reading the others. */
  static Set<String> wordsOf(IndexConfig config, WordClass kind) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace("_too", "?") + "\t";
    Set<String> words = new HashSet<>();
    for (String file : List.of(NAMES, GRAMMAR, FORMS)) {
      for (ConfigLine line : config.lines(file)) {
        if (line.text().startsWith(name)) {
          words.addAll(Name.words(line.text().substring(name.length())));
        }
      }
    }
    return words;
  }

  private static void read(List<ConfigLine> lines, Map<String, Integer> words) {
    for (ConfigLine line : lines) {
      List<String> cells = line.cells();
      if (cells.size() != 2) {
        throw line.error("expected a class and its words in 2 columns");
      }
      WordClass kind = classOf(line, cells.getFirst());
      for (String word : Name.words(cells.get(1))) {
        if (ADJECTIVES.contains(kind)) {
          addAdjective(words, word, kind);
        } else {
          add(words, word, kind);
        }
      }
    }
  }

  private static WordClass classOf(ConfigLine line, String name) {
    String constant = name.replace("?", "_too").toUpperCase(Locale.ROOT);
    for (WordClass kind : WordClass.values()) {
      if (kind.name().equals(constant)) {
        return kind;
      }
    }
    throw line.error("'" + name + "' is no class of words");
  }

  private static void addAdjective(Map<String, Integer> words, String masculine, WordClass kind) {
    for (String form : List.of(masculine, masculine + "ه")) {
      add(words, form, kind);
      add(words, "ال" + form, kind);
    }
  }

  private static void add(Map<String, Integer> words, String word, WordClass kind) {
    words.merge(word, kind.bit(), (a, b) -> a | b);
  }

  /** The classes of the word as it stands; 0 if no table holds it. */
  int classes(String text, int from, int to) {
    return classes(WordTable.hash(text, from, to));
  }

  /** The classes of the word with a {@link WordTable#hash}. */
  int classes(long hash) {
    int id = table.find(hash);
    return id < 0 ? 0 : classes[id];
  }

  int classesAfterAlef(String text, int from, int to) {
    int id = table.findAfterAlef(text, from, to);
    return id < 0 ? 0 : classes[id];
  }

  /**
   * Whether the word is one of the language once particles, article and endings are taken off. A
   * word that is not is a name in most places.
   */
  boolean isOfTheLanguage(String text, int from, int to) {
    return isOfTheLanguage(text, from, to, ENDINGS);
  }

  /** The same, but a preposition and an ending other than a pronoun at once tell nothing. */
  boolean isSurelyOfTheLanguage(String text, int from, int to) {
    return isOfTheLanguage(text, from, to, PRONOUNS);
  }

  private boolean isOfTheLanguage(String text, int from, int to, List<String> behindPreposition) {
    int longest = Proclitics.longest(text, from, to);
    for (int length = 0; length <= longest; length++) {
      int rest = from + length;
      boolean article = true;
      if (length > 0 && Proclitics.swallowsAlef(text, rest, to)) {
        rest++; // the article without its alef
      } else if (text.startsWith("ال", rest) && to - rest > 3) {
        rest += 2;
      } else {
        article = false;
      }
      char particle = length > 0 ? text.charAt(from) : 'و';
      boolean any = article || particle == 'و' || particle == 'ف';
      List<String> endings = any ? ENDINGS : behindPreposition;
      if (to - rest >= STEM
          && (isStem(text.substring(rest, to)) || hasStem(text, rest, to, endings))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasStem(String text, int from, int to, List<String> endings) {
    for (String ending : endings) {
      int end = to - ending.length();
      if (end - from >= STEM + 1 && text.startsWith(ending, end)) {
        String stem = text.substring(from, end);
        if (isStem(stem) || isStem(stem + "ه") || isStem(stem + "ي")) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a word with the article has the form of an adjective of origin and is no common one.
   */
  boolean isNisba(String text, int from, int to) {
    return text.startsWith("ال", from)
        && text.charAt(to - 1) == 'ي'
        && to - from > 5
        && (classes(text, from + 2, to) | classes(text, from, to)) == 0;
  }

  private boolean isStem(String word) {
    int language = WordClass.all(WordClass.COMMON, WordClass.FUNCTION, WordClass.VERB);
    if ((classes(word, 0, word.length()) & language) != 0) {
      return true;
    }
    char first = word.charAt(0);
    boolean present = word.length() > 3 && (first == 'ت' || first == 'ن' || first == 'س');
    return present && isStem("ي" + word.substring(first == 'س' && word.charAt(1) == 'ي' ? 2 : 1));
  }
}
