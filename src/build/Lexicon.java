import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fihris.text.Folding;

/**
 * Derives {@code lexicon.txt} and {@code verbs.tsv} of {@code index-config} from running text: the
 * words of news Arabic that are not themselves another word with something joined to its front or
 * end.
 *
 * <p>Run by hand, not by the build:
 *
 * <pre>java -cp target/classes src/build/Lexicon.java 25 &lt; text</pre>
 *
 * <p>The number is how often a word, with all that is joined to it, has to stand in the text. How a
 * word is judged is told in {@code docs/analysis.md}; every method here is one paragraph of it.
 */
final class Lexicon {
  private static final Pattern WORD = Pattern.compile("[\\u0621-\\u063A\\u0641-\\u064A]{2,15}");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u0640\\u064B-\\u065F\\u0670\\u200B-\\u200F]");

  /** Where a word may be a noun whose article is a proof: under this share it is chance. */
  private static final double TRACE = 0.02;

  /** So many times an impossible form may stand in the text by a slip of the keyboard. */
  private static final int SLIPS = 4;

  /** How often each folded word stands in the text. */
  private final Map<String, Integer> counts = new HashMap<>();

  /** The commonest way to write each folded word: shows a hamza on alef, and ة against ه. */
  private final Map<String, String> spellings = new HashMap<>();

  private final Map<String, String> bases = new HashMap<>();

  /** The past of each verb form that begins with ي. */
  private final Map<String, String> imperfects = new TreeMap<>();

  public static void main(String[] args) throws IOException {
    Lexicon lexicon = new Lexicon(readTypes());
    lexicon.write(Integer.parseInt(args[0]), Path.of("index-config"));
  }

  private static Map<String, Integer> readTypes() throws IOException {
    Map<String, Integer> types = new HashMap<>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Matcher words = WORD.matcher(INVISIBLE.matcher(line).replaceAll(""));
      while (words.find()) {
        types.merge(words.group(), 1, Integer::sum);
      }
    }
    return types;
  }

  private Lexicon(Map<String, Integer> types) {
    Map<String, Integer> best = new HashMap<>();
    types.forEach(
        (word, count) -> {
          String folded = Folding.fold(word);
          counts.merge(folded, count, Integer::sum);
          if (best.merge(folded, count, Integer::max).equals(count)) {
            spellings.put(folded, word);
          }
        });
  }

  private void write(int least, Path folder) throws IOException {
    Map<String, Integer> totals = new HashMap<>();
    counts.forEach((word, count) -> totals.merge(base(word, 0), count, Integer::sum));
    TreeSet<String> words = new TreeSet<>();
    totals.forEach(
        (word, total) -> {
          if (total >= least && word.length() >= 2 && count(word) >= least / 4) {
            words.add(word);
          }
        });
    TreeMap<String, String> verbs = new TreeMap<>();
    imperfects.forEach(
        (imperfect, past) -> {
          if (words.contains(past) && count(imperfect) >= least / 4) {
            verbs.merge(past, imperfect, (one, other) -> one + " " + other);
          }
        });
    List<String> lines = new ArrayList<>();
    verbs.forEach((past, forms) -> lines.add(past + "\t" + forms));
    rewrite(folder.resolve("verbs.tsv"), lines);
    rewrite(folder.resolve("lexicon.txt"), filled(words));
  }

  private static List<String> filled(Iterable<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (line.length() + word.length() >= 100
          || (!line.isEmpty() && line.charAt(0) != word.charAt(0))) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Puts the lines in the place of those that the file has, under its comment. */
  private static void rewrite(Path file, List<String> lines) throws IOException {
    List<String> content = new ArrayList<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).stream().filter(line -> line.startsWith("#")).forEach(content::add);
    }
    content.addAll(lines);
    Files.write(file, content);
  }

  private int count(String word) {
    return counts.getOrDefault(word, 0);
  }

  /** How often a word stands with the article, alone or after a particle. */
  private int definite(String word) {
    return count("ال" + word) + count("وال" + word) + count("بال" + word) + count("لل" + word);
  }

  private int noun(String word) {
    return count(word) + definite(word);
  }

  private boolean takesArticle(String word) {
    return definite(word) > Math.max(SLIPS, TRACE * count(word));
  }

  private String spelling(String word) {
    return spellings.getOrDefault(word, word);
  }

  private String base(String word, int depth) {
    String known = bases.get(word);
    if (known != null || depth > 4) {
      return known == null ? word : known;
    }
    String shorter = withoutFront(word);
    if (shorter.equals(word)) {
      shorter = withoutEnd(word);
    }
    if (shorter.equals(word)) {
      shorter = perfect(word);
    }
    String base = shorter.equals(word) ? word : base(shorter, depth + 1);
    bases.put(word, base);
    return base;
  }

  private String withoutFront(String word) {
    if (word.startsWith("ال")) {
      return articleIsJoined(word) ? word.substring(2) : word;
    }
    for (String joined : List.of("وال", "فال", "بال", "كال")) {
      if (word.startsWith(joined) && word.length() >= 6 && articleIsJoined(word.substring(1))) {
        return word.substring(3);
      }
    }
    if (takesArticle(word) || word.length() < 3) {
      return word;
    }
    String rest = word.substring(1);
    boolean joined =
        switch (word.charAt(0)) {
          case 'و', 'ف' -> sameSpelling(word, rest) && count(rest) > 0.1 * count(word);
          case 'ل' ->
              rest.startsWith("ل") && noun(rest.substring(1)) > count(word)
                  || sameSpelling(word, rest) && noun(rest) > 0.7 * count(word);
          case 'ب', 'ك' -> sameSpelling(word, rest) && noun(rest) > 0.7 * count(word);
          case 'س' -> isImperfect(rest) && count(rest) > 0.2 * count(word) && !takesArticle(rest);
          default -> false;
        };
    if (!joined || rest.length() < 2) {
      return word;
    }
    return word.startsWith("لل") && noun(rest.substring(1)) > noun(rest) ? rest.substring(1) : rest;
  }

  private boolean articleIsJoined(String word) {
    return word.length() >= 4
        && spelling(word).startsWith("ال")
        && count("ال" + word) + count("لل" + word.substring(1)) < TRACE * count(word);
  }

  /** Whether what follows one joined letter begins with the same alef: واحد is not و + أحد. */
  private boolean sameSpelling(String word, String rest) {
    return spelling(word).charAt(1) == spelling(rest).charAt(0);
  }

  private static boolean isImperfect(String word) {
    return word.length() >= 3 && "يتنا".indexOf(word.charAt(0)) >= 0;
  }

  private String withoutEnd(String word) {
    if (word.length() < 3) {
      return word;
    }
    for (String shorter :
        List.of(
            withoutPronoun(word),
            withoutPlural(word),
            withoutConstruct(word),
            withoutTanwin(word),
            withoutVerbEnding(word),
            withoutFeminine(word))) {
      if (!shorter.equals(word)) {
        return shorter;
      }
    }
    return word;
  }

  private String withoutPronoun(String word) {
    if (takesArticle(word) || spelling(word).endsWith("ة")) {
      return word;
    }
    for (String pronoun : List.of("هما", "ها", "هم", "هن", "نا", "ني", "كم", "ه")) {
      if (word.endsWith(pronoun) && word.length() >= pronoun.length() + 2) {
        String rest = word.substring(0, word.length() - pronoun.length());
        String feminine = rest.endsWith("ت") ? rest.substring(0, rest.length() - 1) + "ه" : rest;
        String best = noun(feminine) > noun(rest) ? feminine : withBareHamza(rest);
        // A rest of two letters is mostly chance, unless it is much the commoner word: حقه, but
        // وجه.
        if (noun(best) > (best.length() > 2 ? 0.3 : 3) * count(word)) {
          return best;
        }
      }
    }
    return word;
  }

  /** Before a pronoun the hamza of حلفاء takes a seat: حلفائه, حلفاؤه. */
  private static String withBareHamza(String front) {
    return front.endsWith("ائ") || front.endsWith("اؤ")
        ? front.substring(0, front.length() - 1) + "ء"
        : front;
  }

  private String withoutPlural(String word) {
    String front = word.substring(0, word.length() - 2);
    if (front.length() < 3) {
      return word;
    }
    if (word.endsWith("ات")) {
      String best = noun(front + "ه") > noun(front) ? front + "ه" : front;
      return noun(best) > 0.05 * noun(word) && takesArticle(best) ? best : word;
    }
    boolean ending = word.endsWith("ون") || word.endsWith("ين") || word.endsWith("ان");
    if (word.endsWith("ين") && takesArticle(front) && noun(front) > 3 * noun(word)) {
      return front;
    }
    if (!ending || !hasOtherCase(word, front)) {
      return word;
    }
    if (front.endsWith("ت") && noun(front.substring(0, front.length() - 1) + "ه") > noun(word)) {
      return front.substring(0, front.length() - 1) + "ه";
    }
    return noun(front) > 0.03 * noun(word) && takesArticle(front) ? front : word;
  }

  /** A dual or plural has two cases, ان or ون and ين; a name such as عمران has one form. */
  private boolean hasOtherCase(String word, String front) {
    return word.endsWith("ين")
        ? noun(front + "ون") + noun(front + "ان") > 0.02 * noun(word)
        : noun(front + "ين") > 0.3 * noun(word);
  }

  /** A plural or dual that lost its nun to the noun after it: مفتشو الأغذية, منطقتي الساحل. */
  private String withoutConstruct(String word) {
    String front = word.substring(0, word.length() - 1);
    if (front.endsWith("ت") && (word.endsWith("ي") || word.endsWith("ا"))) {
      String feminine = front.substring(0, front.length() - 1) + "ه";
      return noun(feminine) > count(word) && !takesArticle(word) ? feminine : word;
    }
    boolean ending = word.endsWith("و") || word.endsWith("ي");
    return ending
            && front.length() >= 3
            && !takesArticle(word)
            && takesArticle(front)
            && noun(front) > count(word)
            && noun(front + "ين") > 0.1 * count(word)
        ? front
        : word;
  }

  private String withoutTanwin(String word) {
    if (word.length() < 4
        || !word.endsWith("ا")
        || !spelling(word).endsWith("ا")
        || takesArticle(word)) {
      return word;
    }
    String front = word.substring(0, word.length() - 1);
    // سوريا is commoner than سوري, رسميا is rarer than رسمي.
    double share = front.endsWith("ي") ? 1.0 : 0.3;
    return takesArticle(front) && noun(front) > share * count(word) ? front : word;
  }

  private String withoutVerbEnding(String word) {
    if (takesArticle(word)) {
      return word;
    }
    List<String> endings =
        word.charAt(0) == 'ي' || word.charAt(0) == 'ت'
            ? List.of("ون", "وا", "ان", "ت", "تا")
            : List.of("وا", "ت", "تا");
    if (word.endsWith("و") && count(word + "ا") > count(word)) {
      return withoutVerbEnding(word + "ا"); // قالو, a slip for قالوا
    }
    for (String ending : endings) {
      String front = word.substring(0, Math.max(0, word.length() - ending.length()));
      if (word.endsWith(ending)
          && front.length() >= 2
          && (!takesArticle(front) || count(front + "وا") > TRACE * count(word))
          && count(front) > 0.1 * count(word)) {
        return front;
      }
    }
    return word;
  }

  /** The verb of which the word is a form that begins with ي, ت, ن or ا; the word if of none. */
  private String perfect(String word) {
    if (word.length() < 3 || takesArticle(word)) {
      return word;
    }
    String rest = word.substring(1);
    switch (word.charAt(0)) {
      case 'ي' -> {
        String best = word;
        double bestScore = 0.1 * count(word);
        for (String candidate : perfectsOf(rest)) {
          double score = verb(candidate) * weight(candidate, rest);
          if (score > bestScore) {
            best = candidate;
            bestScore = score;
          }
        }
        if (!best.equals(word)) {
          imperfects.put(word, best);
        }
        return best;
      }
      case 'ت', 'ن', 'ا' -> {
        // تحدث is a past of its own when there is يتحدث beside it.
        boolean ownPast = count("ي" + word) > 0.2 * count(word);
        String masculine = "ي" + rest;
        if (ownPast || count(masculine) < 0.1 * count(word) || takesArticle(masculine)) {
          return word;
        }
        String past = perfect(masculine);
        return past.equals(masculine) || past.equals(word) ? word : masculine;
      }
      default -> {
        return word;
      }
    }
  }

  /** What the past of يـ + rest may be, sound, hollow, or with a first letter that it lost. */
  private static List<String> perfectsOf(String rest) {
    List<String> perfects = new ArrayList<>(List.of("ا" + rest));
    int last = rest.length() - 1;
    if (rest.startsWith("ؤ")) {
      perfects.add("ا" + rest.substring(1));
    }
    if (last >= 1 && !rest.startsWith("ست")) {
      perfects.add(rest);
    }
    if (rest.length() == 2) {
      perfects.add("و" + rest);
    }
    if (last >= 2 && "وي".indexOf(rest.charAt(last - 1)) >= 0) {
      String hollow = rest.substring(0, last - 1) + "ا" + rest.charAt(last);
      if (rest.length() == 3) {
        perfects.add(hollow);
      }
      perfects.add("ا" + hollow);
    }
    if (last >= 2 && rest.charAt(last) == 'و') {
      perfects.add(rest.substring(0, last) + "ا");
    }
    return perfects;
  }

  /** يقيم is rather of أقام than of قام, which has يقوم. */
  private static double weight(String past, String rest) {
    boolean causative = past.length() == 4 && rest.length() == 3 && rest.charAt(1) == 'ي';
    return causative && past.charAt(2) == 'ا' ? 8 : 1;
  }

  private double verb(String past) {
    return takesArticle(past) ? 5.0 * count(past + "وا") : count(past) + count(past + "ت");
  }

  /** Feminine adjectives have no pronoun joined to them; feminine nouns do: مدرسته. */
  private String withoutFeminine(String word) {
    if (!spelling(word).endsWith("ة")) {
      return word;
    }
    String front = word.substring(0, word.length() - 1);
    int owned = count(front + "ته") + count(front + "تها") + count(front + "تهم");
    boolean nisba = front.endsWith("ي") && noun(front) > 0.1 * noun(word);
    boolean adjective =
        front.length() >= 3 && owned < 0.003 * noun(word) && noun(front) > 0.2 * noun(word);
    return (nisba && owned < 0.01 * noun(word)) || adjective ? front : word;
  }
}
