package org.fihris.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.fihris.text.ExactFolding;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * From the folded form of a word back to the ways it may be written: which terms of a field of
 * words as written ({@link MatchLevel#EXACT}) are one word at a wider level.
 *
 * <p>An index holds words as written and stems; the levels between are sets of the first, found in
 * the term dictionary when they are asked for. The automata are kept small by hand, since one is
 * made for every quoted word.
 */
public final class WordForms {

  /** Letters of folded words that come and go between the consonants of a root. */
  private static final String WEAK = "اويءئؤ";

  /** ة once folded: at the end of a stem an ending, before it a consonant. */
  private static final char FEMININE = 'ه';

  /** As وبال before a word and تهما behind it, with some vowel marks. */
  private static final int FRONT = 5;

  private static final int END = 6;

  /** A range of UTF-16 units. */
  record Units(char first, char last) {}

  /** By folded letter all that fold to it, itself among them. */
  static final Map<Character, List<Units>> LETTERS = letters();

  /** What stands in a word as written and is not in its folded form. */
  static final List<Units> MARKS = marks();

  /** What folding changes or removes. */
  static final List<Units> CHANGED = changed();

  static final Automaton CONJUNCTION = optional("وف");
  static final Automaton PARTICLES = Operations.concatenate(List.of(CONJUNCTION, optional("بلك")));

  private WordForms() {}

  /** The ways to write any of these folded words: hamza or none, vowel marks or none. */
  public static Automaton writings(List<String> foldedWords) {
    return union(foldedWords.stream().map(WordForms::writings).toList());
  }

  /** As {@link #writings}, with or without particles joined to the front. */
  public static Automaton joinedWritings(List<String> foldedWords) {
    List<Automaton> forms = new ArrayList<>();
    for (String word : foldedWords) {
      forms.add(Operations.concatenate(List.of(PARTICLES, writings(word))));
      if (word.startsWith("ال")) {
        // The preposition ل swallows the alef of the article.
        forms.add(Operations.concatenate(List.of(CONJUNCTION, writings("ل" + word.substring(1)))));
      }
    }
    return union(forms);
  }

  /**
   * The ways to write any word that holds the letters of {@code core}, with up to {@value #FRONT}
   * letters before them and {@value #END} behind: its forms, and words of other meanings.
   */
  public static Automaton around(String core) {
    Automaton letter = Automata.makeCharRange('\u0621', '\u0671');
    return deterministic(
        Operations.concatenate(
            List.of(
                Operations.repeat(letter, 0, FRONT),
                writings(core),
                Operations.repeat(letter, 0, END))));
  }

  private static Automaton writings(String folded) {
    Automaton.Builder word = new Automaton.Builder();
    int state = word.createState();
    for (char letter : folded.toCharArray()) {
      int next = word.createState();
      for (Units units : LETTERS.getOrDefault(letter, List.of(new Units(letter, letter)))) {
        word.addTransition(state, next, units.first, units.last);
      }
      for (Units units : MARKS) {
        word.addTransition(next, next, units.first, units.last);
      }
      state = next;
    }
    word.setAccept(state, true);
    return word.finish();
  }

  /**
   * The stems with the consonants of {@code stem} in their order, whatever weak letters stand
   * between them: كتب, كتاب and كاتب.
   *
   * @return {@code null} where fewer than three consonants are left, which mean nothing
   */
  public static @Nullable Automaton kin(String stem) {
    int end = stem.length() - (stem.endsWith(String.valueOf(FEMININE)) ? 1 : 0);
    StringBuilder consonants = new StringBuilder();
    for (char c : stem.substring(0, end).toCharArray()) {
      boolean repeats = !consonants.isEmpty() && consonants.charAt(consonants.length() - 1) == c;
      if (WEAK.indexOf(c) < 0 && !repeats) {
        consonants.append(c);
      }
    }
    if (consonants.length() < 3) {
      return null;
    }
    Automaton weak = Operations.repeat(oneOf(WEAK));
    List<Automaton> parts = new ArrayList<>();
    parts.add(weak);
    for (char c : consonants.toString().toCharArray()) {
      parts.add(Automata.makeChar(c));
      parts.add(weak);
    }
    parts.add(Operations.optional(Automata.makeChar(FEMININE)));
    return deterministic(Operations.concatenate(parts));
  }

  private static Automaton optional(String letters) {
    return Operations.optional(oneOf(letters));
  }

  private static Automaton oneOf(String letters) {
    return Automata.makeCharSet(letters.chars().sorted().toArray());
  }

  private static Automaton union(List<Automaton> automata) {
    return deterministic(automata.size() == 1 ? automata.getFirst() : Operations.union(automata));
  }

  private static Automaton deterministic(Automaton automaton) {
    return Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
  }

  private static Map<Character, List<Units>> letters() {
    Map<Character, List<Units>> letters = new HashMap<>();
    for (char c : written()) {
      String folded = Folding.replacement(c);
      if (folded != null && folded.length() == 1) {
        char letter = folded.charAt(0);
        add(
            letters.computeIfAbsent(
                letter, self -> new ArrayList<>(List.of(new Units(letter, letter)))),
            c);
      }
    }
    return Map.copyOf(letters);
  }

  private static List<Units> marks() {
    List<Units> marks = new ArrayList<>();
    for (char c : written()) {
      if ("".equals(Folding.replacement(c))) {
        add(marks, c);
      }
    }
    return List.copyOf(marks);
  }

  private static List<Units> changed() {
    List<Units> changed = new ArrayList<>();
    written().forEach(c -> add(changed, c));
    return List.copyOf(changed);
  }

  /** The units that stand in words as written and folding changes, in order. */
  private static List<Character> written() {
    List<Character> units = new ArrayList<>();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (ExactFolding.replacement((char) c) == null && Folding.replacement((char) c) != null) {
        units.add((char) c);
      }
    }
    return units;
  }

  private static void add(List<Units> ranges, char c) {
    Units last = ranges.isEmpty() ? null : ranges.getLast();
    if (last != null && last.last + 1 == c) {
      ranges.set(ranges.size() - 1, new Units(last.first, c));
    } else {
      ranges.add(new Units(c, c));
    }
  }
}
