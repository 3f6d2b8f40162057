package org.fihris.analysis;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.fihris.config.IndexConfig;
import org.fihris.text.Folding;

/**
 * Measures which words of a treebank in CoNLL-U meet in one stem, for Lucene's stock analyzer and
 * for {@link NewsAnalyzer}. Recall: of the pairs of word types with one lemma, those that meet;
 * precision: of the pairs that meet, those with one lemma. The file is not part of the project.
 *
 * <p>Argument: the file. Its tokens have their clitics split off; for "as printed" they are joined
 * again. The lemmas are halved by hash.
 */
public final class ConflationReport {
  private static final Set<String> CONTENT = Set.of("NOUN", "VERB", "ADJ");
  private static final Set<String> BEFORE = Set.of("و", "ف", "ب", "ل", "ك", "س");
  private static final Set<String> BEHIND =
      Set.of("ها", "ه", "هم", "هما", "هن", "نا", "ي", "ني", "كم", "ك");

  private record Token(String form, String lemma, String kind, String features) {
    String bare() {
      return Folding.fold(form);
    }

    boolean joinsNext() {
      return !CONTENT.contains(kind) && BEFORE.contains(bare());
    }

    boolean joinsBefore() {
      return features.startsWith("SP") && BEHIND.contains(bare());
    }
  }

  private ConflationReport() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Token> tokens = read(Path.of(arguments[0]));
    Map<String, Set<String>> printed = printed(tokens);
    Map<String, Set<String>> split = new TreeMap<>();
    for (Token token : tokens) {
      if (CONTENT.contains(token.kind)) {
        split.computeIfAbsent(unvowelled(token.form), form -> new TreeSet<>()).add(token.lemma);
      }
    }
    Predicate<String> first = lemma -> (lemma.hashCode() & 1) == 0;
    print(out, "as printed, first half", only(printed, first));
    print(out, "as printed, second half", only(printed, first.negate()));
    print(out, "as printed", printed);
    print(out, "clitics split", split);
  }

  private static List<Token> read(Path file) throws IOException {
    List<Token> tokens = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t");
      if (cells.length == 10 && cells[0].matches("\\d+")) {
        tokens.add(new Token(cells[1], cells[2], cells[3], cells[4]));
      }
    }
    return tokens;
  }

  /** Words as a newspaper prints them, with the lemma of their noun, verb or adjective. */
  private static Map<String, Set<String>> printed(List<Token> tokens) {
    Map<String, Set<String>> words = new TreeMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (!CONTENT.contains(token.kind)) {
        continue;
      }
      String word = unvowelled(token.form);
      for (int k = i - 1; k >= 0 && tokens.get(k).joinsNext(); k--) {
        word = before(tokens.get(k).bare(), word);
      }
      if (i + 1 < tokens.size() && tokens.get(i + 1).joinsBefore()) {
        word = word.replaceAll("ة$", "ت") + unvowelled(tokens.get(i + 1).form);
      }
      words.computeIfAbsent(word, form -> new TreeSet<>()).add(token.lemma);
    }
    return words;
  }

  private static String before(String particle, String word) {
    boolean swallows = particle.equals("ل") && word.startsWith("ال");
    return particle + (swallows ? word.substring(1) : word);
  }

  private static String unvowelled(String form) {
    return form.replaceAll("[\\u064B-\\u0652\\u0670]", "").replace('ٱ', 'ا');
  }

  private static Map<String, Set<String>> only(
      Map<String, Set<String>> words, Predicate<String> half) {
    Map<String, Set<String>> kept = new TreeMap<>();
    words.forEach(
        (word, lemmas) -> {
          if (lemmas.stream().allMatch(half)) {
            kept.put(word, lemmas);
          }
        });
    return kept;
  }

  private static void print(PrintStream out, String name, Map<String, Set<String>> words)
      throws IOException {
    try (Analyzer stock = new ArabicAnalyzer();
        Analyzer fihris = new NewsAnalyzer(IndexConfig.packaged())) {
      out.printf(Locale.ROOT, "%-26s %,6d types%n", name, words.size());
      out.println("  stock  " + score(words, stock));
      out.println("  fihris " + score(words, fihris));
    }
  }

  private static String score(Map<String, Set<String>> words, Analyzer analyzer)
      throws IOException {
    List<Set<String>> lemmas = new ArrayList<>();
    List<String> stems = new ArrayList<>();
    for (Map.Entry<String, Set<String>> word : words.entrySet()) {
      lemmas.add(word.getValue());
      stems.add(stem(word.getKey(), analyzer));
    }
    Map<String, List<Integer>> byStem = new HashMap<>();
    Map<String, List<Integer>> byLemma = new HashMap<>();
    for (int i = 0; i < stems.size(); i++) {
      byStem.computeIfAbsent(stems.get(i), stem -> new ArrayList<>()).add(i);
      for (String lemma : lemmas.get(i)) {
        byLemma.computeIfAbsent(lemma, key -> new ArrayList<>()).add(i);
      }
    }
    long both = 0;
    long meet = 0;
    for (List<Integer> group : byStem.values()) {
      for (int i = 0; i < group.size(); i++) {
        for (int k = 0; k < i; k++) {
          meet++;
          both += shareOne(lemmas.get(group.get(i)), lemmas.get(group.get(k))) ? 1 : 0;
        }
      }
    }
    long related = 0;
    for (List<Integer> group : byLemma.values()) {
      related += (long) group.size() * (group.size() - 1) / 2;
    }
    return String.format(
        Locale.ROOT, "recall %.3f precision %.3f", (double) both / related, (double) both / meet);
  }

  private static boolean shareOne(Set<String> a, Set<String> b) {
    return a.stream().anyMatch(b::contains);
  }

  private static String stem(String word, Analyzer analyzer) throws IOException {
    try (TokenStream stream = analyzer.tokenStream("f", word)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      return stream.incrementToken() ? term.toString() : word;
    }
  }
}
