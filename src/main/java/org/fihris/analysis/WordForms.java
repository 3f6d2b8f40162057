package org.fihris.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
 * the term dictionary when they are asked for.
 */
public final class WordForms {

  /** Letters of folded words that come and go between the consonants of a root. */
  private static final String WEAK = "اويءئؤ";

  /** ة once folded: at the end of a stem an ending, before it a consonant. */
  private static final char FEMININE = 'ه';

  /** By folded letter all that fold to it. */
  private static final Map<Character, char[]> LETTERS = letters();

  private static final Automaton MARKS = marks();

  private WordForms() {}

  /**
   * The ways to write any of these folded words: with hamza or without, with vowel marks or not.
   */
  public static Automaton writings(List<String> foldedWords) {
    return deterministic(Operations.union(foldedWords.stream().map(WordForms::writings).toList()));
  }

  private static Automaton writings(String folded) {
    Automaton[] parts = new Automaton[folded.length()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Operations.concatenate(List.of(letter(folded.charAt(i)), MARKS));
    }
    return Operations.concatenate(Arrays.asList(parts));
  }

  private static Automaton letter(char folded) {
    char[] letters = LETTERS.get(folded);
    if (letters == null) {
      return Automata.makeChar(folded);
    }
    int[] points = new int[letters.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = letters[i];
    }
    return Automata.makeCharSet(points);
  }

  /**
   * The stems with the consonants of {@code stem} in their order, whatever weak letters stand
   * between them: سياسي and سياسة, مسلح and تسلح not.
   *
   * @return {@code null} where too few consonants are left to mean anything
   */
  public static @Nullable Automaton kin(String stem) {
    StringBuilder consonants = new StringBuilder();
    int end = stem.length() - (stem.endsWith(String.valueOf(FEMININE)) ? 1 : 0);
    for (char c : stem.substring(0, end).toCharArray()) {
      boolean repeats = !consonants.isEmpty() && consonants.charAt(consonants.length() - 1) == c;
      if (WEAK.indexOf(c) < 0 && !repeats) {
        consonants.append(c);
      }
    }
    if (consonants.length() < 3) {
      return null;
    }
    Automaton weak = Operations.repeat(Automata.makeCharSet(WEAK.chars().toArray()));
    Automaton kin = weak;
    for (char c : consonants.toString().toCharArray()) {
      kin = Operations.concatenate(List.of(kin, Automata.makeChar(c), weak));
    }
    Automaton feminine = Operations.optional(Automata.makeChar(FEMININE));
    return deterministic(Operations.concatenate(List.of(kin, feminine)));
  }

  private static Automaton deterministic(Automaton automaton) {
    return Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
  }

  private static Map<Character, char[]> letters() {
    Map<Character, StringBuilder> sets = new HashMap<>();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String folded = Folding.replacement((char) c);
      boolean written = ExactFolding.replacement((char) c) == null;
      if (written && folded != null && folded.length() == 1) {
        char to = folded.charAt(0);
        sets.computeIfAbsent(to, self -> new StringBuilder().append(to)).append((char) c);
      }
    }
    Map<Character, char[]> letters = new HashMap<>();
    sets.forEach((folded, set) -> letters.put(folded, set.toString().toCharArray()));
    return Map.copyOf(letters);
  }

  private static Automaton marks() {
    int[] marks =
        IntStream.rangeClosed(0, Character.MAX_VALUE)
            .filter(c -> ExactFolding.replacement((char) c) == null)
            .filter(c -> "".equals(Folding.replacement((char) c)))
            .toArray();
    return Operations.repeat(Automata.makeCharSet(marks));
  }
}
