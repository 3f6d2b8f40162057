package org.fihris.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * A word in Latin letters and what it may be in Arabic ones: names as English, French and German
 * write them, and Arabic as it is typed in chats, with digits for letters that Latin lacks (3 for
 * ع, 7 for ح). The weights are estimates by hand: 0 for what a letter always is.
 */
final class Romanisation {

  /** Longer words are no names. */
  static final int LONGEST = 24;

  /**
   * Latin letters, and what they may be with its weight; - is nothing. ^ before the letters: only
   * at the beginning of the word; $ behind them: only at its end.
   */
  private static final String TABLE =
      """
      a ا .1 - .3 ع .5 ي .7
      ^a ا 0 ع .2
      a$ ا .1 ه .1 ي .3 - .7
      ah$ ه .1 اه .2 ا .3
      aa ا 0 ع .5
      ai اي .1 ي .2 اي .1 ائ .3
      ay اي .1 ي .2
      ei ي .1 اي .2
      ey ي .1 اي .2
      au او .1 و .2
      aw او .1 و .2
      ou و 0 او .3
      ow و .1 او .2
      oo و 0
      ee ي 0
      ea ي .1 ا .3
      ie ي .1 - .5
      b ب 0
      c ك .1 س .2
      ch ش .1 تش .1 خ .3 ك .3
      ck ك 0
      d د 0 ض .3 ذ .5
      dh ذ .1 ظ .1 ض .2
      dj ج 0
      e - .1 ي .2 ا .5
      ^e ا .1 اي .2 ع .3
      e$ - .1 ه .2 ي .2 ا .4
      f ف 0
      g غ .1 ج .1 ق .3 ك .4 قج .5
      gh غ 0 ق .6
      gu غ .3 غو .1 جو .2 ج .3
      h ه .1 ح .1 - .8
      i ي .05 - .3 ا .6
      ^i ا .1 اي .1 ع .3
      j ج 0 ي .6 خ .8
      k ك 0 ق .1
      kh خ 0 ك .6
      l ل 0
      m م 0
      n ن 0
      o و .05 - .4 ا .4 ع .6
      ^o او .05 ا .2 ع .2
      p ب 0
      ph ف 0
      q ق 0 ك .5
      qu كو .1 ق .2 ك .2
      r ر 0
      s س .05 ص .1 ز .4
      sh ش 0
      sch ش 0
      t ت .05 ط .1
      th ث .1 ذ .2 ت .3 ظ .5
      tch تش 0
      tsch تش 0
      tion شن .2
      u و .05 - .4 ا .2 ي .7
      ^u او .1 ا .2 ع .2 يو .3
      v ف .05 ب .3 و .5
      w و 0 ف .6
      x كس .05 ز .5
      y ي .05 - .6
      ^y ي 0 اي .5
      yu يو .1
      z ز 0 ظ .2 س .4 ذ .4 ض .6
      zh ج .1 ز .3
      ^al ال 0
      ^el ال .1
      2 ء .1 ا .1 ئ .2 ؤ .2 ق .5 - .3
      3 ع 0
      4 ذ .2 ش .3
      5 خ 0
      6 ط 0
      7 ح 0
      8 ق .1 غ .1
      9 ق .1 ص .1
      ' ع .2 ء .3 - .1
      """;

  private record Reading(String arabic, double weight) {}

  private static final Map<String, List<Reading>> READINGS = readings();
  private static final int MOST_LETTERS = 4;

  /** Of letters that the table lacks: no Arabic word is meant. */
  private static final List<Reading> NONE = List.of();

  private final String latin;

  private Romanisation(String latin) {
    this.latin = latin;
  }

  /** Reads a word; one with letters that the table lacks is read as no Arabic word. */
  static Romanisation of(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replaceAll("[’ʿʾ`]", "'");
    // A doubled consonant is one in Arabic; a doubled vowel is a long one.
    String latin = lower.replaceAll("([^aeiou])\\1", "$1");
    return new Romanisation(latin.length() > LONGEST ? "" : latin);
  }

  private static Map<String, List<Reading>> readings() {
    Map<String, List<Reading>> readings = new HashMap<>();
    for (String line : TABLE.split("\n")) {
      String[] cells = line.split(" ");
      List<Reading> of = new ArrayList<>();
      for (int i = 1; i < cells.length; i += 2) {
        String arabic = cells[i].equals("-") ? "" : cells[i];
        of.add(new Reading(arabic, Double.parseDouble(cells[i + 1])));
      }
      readings.put(cells[0], List.copyOf(of));
    }
    return Map.copyOf(readings);
  }

  /** What the Latin letters from one place to another may be. */
  private List<Reading> readings(int from, int to) {
    String letters = latin.substring(from, to);
    List<Reading> readings = null;
    if (from == 0) {
      readings = READINGS.get("^" + letters);
    }
    if (readings == null && to == latin.length()) {
      readings = READINGS.get(letters + "$");
    }
    return readings == null ? READINGS.getOrDefault(letters, NONE) : readings;
  }

  /** The folded Arabic words that this may be, with the article or without; deterministic. */
  Automaton words() {
    Automaton.Builder words = new Automaton.Builder();
    for (int state = 0; state <= latin.length() + 1; state++) {
      words.createState(); // one for each place in the Latin word, and the beginning
    }
    words.setAccept(latin.length() + 1, !latin.isEmpty());
    for (int from = latin.length() - 1; from >= 0; from--) {
      for (int to = from + 1; to <= Math.min(latin.length(), from + MOST_LETTERS); to++) {
        for (Reading reading : readings(from, to)) {
          add(words, from + 1, to + 1, reading.arabic);
        }
      }
    }
    if (!latin.isEmpty()) {
      words.addEpsilon(0, 1);
      add(words, 0, 1, "ال");
    }
    try {
      return Operations.removeDeadStates(
          Operations.determinize(words.finish(), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    } catch (TooComplexToDeterminizeException e) {
      return Automata.makeEmpty(); // no word of a language
    }
  }

  private static void add(Automaton.Builder words, int from, int to, String arabic) {
    if (arabic.isEmpty()) {
      words.addEpsilon(from, to);
      return;
    }
    int state = from;
    for (int i = 0; i < arabic.length(); i++) {
      int next = i + 1 == arabic.length() ? to : words.createState();
      words.addTransition(state, next, arabic.charAt(i));
      state = next;
    }
  }

  /** The least weight at which this is a folded Arabic word; infinite if it is not. */
  double weight(String arabic) {
    boolean article = arabic.startsWith("ال") && arabic.length() > 3;
    double whole = weight(arabic, 0);
    return article ? Math.min(whole, 0.15 + weight(arabic, 2)) : whole;
  }

  private double weight(String arabic, int from) {
    int length = arabic.length() - from;
    double[][] least = new double[latin.length() + 1][length + 1];
    for (double[] row : least) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    least[0][0] = 0;
    for (int at = 0; at < latin.length(); at++) {
      for (int to = at + 1; to <= Math.min(latin.length(), at + MOST_LETTERS); to++) {
        for (Reading reading : readings(at, to)) {
          for (int j = 0; j + reading.arabic.length() <= length; j++) {
            if (arabic.startsWith(reading.arabic, from + j)) {
              int end = j + reading.arabic.length();
              least[to][end] = Math.min(least[to][end], least[at][j] + reading.weight);
            }
          }
        }
      }
    }
    return latin.isEmpty() ? Double.POSITIVE_INFINITY : least[latin.length()][length];
  }
}
