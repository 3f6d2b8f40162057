package org.fihris.article;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fihris.config.ConfigException;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/** The phrases of {@code boilerplate.txt}, by rule. What a rule means stands in that file. */
final class Boilerplate {

  /** The kinds of entries, in the order in which they are tried on a line. */
  enum Rule {
    LINE,
    SUMMARY,
    MASTHEAD,
    WITH_NEXT,
    READ_ALSO,
    RELATED,
    ENDS_ARTICLE,
    SOURCE,
    AUTHOR,
    TAIL,
    PREFIX,
    SHORT_PREFIX,
    CONTAINS,
    CREDIT,
    HOME,
    SECTION;

    private String inFile() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A rule that holds for a line.
   *
   * @param value what follows a label such as {@code المصدر:}; empty for the other rules
   */
  record Match(Rule rule, String value) {}

  private static final String FILE = "boilerplate.txt";
  private static final int SHORT = 8;

  /** A longer line holds text of the article too: a page that lost its line ends. */
  private static final int LONG = 40;

  private static final int WORDS_OF_NOTICE = 4;
  private static final int WORDS_OF_PERSON = 3;

  /** The phrases of each rule, as keys. */
  private final Map<Rule, Set<String>> phrases = new EnumMap<>(Rule.class);

  /** Of each rule, how many words its longest phrase has. */
  private final Map<Rule, Integer> longest = new EnumMap<>(Rule.class);

  private Boilerplate() {
    for (Rule rule : Rule.values()) {
      phrases.put(rule, new HashSet<>());
      longest.put(rule, 0);
    }
  }

  /**
   * Reads the table.
   *
   * @throws ConfigException if a line has no known rule or no phrase
   */
  static Boilerplate of(IndexConfig config) {
    Boilerplate boilerplate = new Boilerplate();
    Map<String, Rule> rules = new HashMap<>();
    for (Rule rule : Rule.values()) {
      rules.put(rule.inFile(), rule);
    }
    for (ConfigLine line : config.lines(FILE)) {
      boilerplate.add(line, rules);
    }
    return boilerplate;
  }

  private void add(ConfigLine line, Map<String, Rule> rules) {
    List<String> cells = line.cells();
    Rule rule = rules.get(cells.getFirst());
    if (rule == null) {
      String known =
          Arrays.stream(Rule.values()).map(Rule::inFile).collect(Collectors.joining(", "));
      throw line.error("no rule '" + cells.getFirst() + "'; known are " + known);
    }
    String key = cells.size() == 2 ? keyOf(cells.get(1)) : "";
    if (key.isEmpty()) {
      throw line.error("expected: rule, tab, phrase");
    }
    setOf(rule).add(key);
    longest.merge(rule, PlainText.words(key), Math::max);
  }

  /** The first rule that holds for a line, or {@code null} if it is the article's own. */
  @Nullable Match match(String line) {
    String key = keyOf(line);
    for (Rule rule : Rule.values()) {
      String value = matchOne(rule, line, key);
      if (value != null) {
        return new Match(rule, value);
      }
    }
    return null;
  }

  /**
   * The line without the notice of the site that opens it, where a page lost its line ends: only
   * phrases of several words are sure not to be the article's own.
   */
  String withoutNotice(String line) {
    if (!isLong(line)) {
      return line;
    }
    for (int end = line.indexOf(' '); end > 0 && end < line.length() / 2; ) {
      String opening = line.substring(0, end);
      if (PlainText.words(opening) > longest.getOrDefault(Rule.LINE, 0)) {
        return line;
      }
      if (PlainText.words(opening) >= WORDS_OF_NOTICE && whole(Rule.LINE, keyOf(opening)) != null) {
        return line.substring(end).strip();
      }
      end = line.indexOf(' ', end + 1);
    }
    return line;
  }

  private static boolean isLong(String line) {
    return PlainText.words(line) > LONG;
  }

  /** Whether the words are the credit of a picture (أرشيف, غيتي). */
  boolean isCredit(String words) {
    return setOf(Rule.CREDIT).contains(keyOf(words));
  }

  /** Whether the words lead to the front page of a site. */
  boolean isHome(String words) {
    return setOf(Rule.HOME).contains(keyOf(words));
  }

  /** Whether the words are an item of many sites' menus: the front page or a section. */
  boolean isSection(String words) {
    return isHome(words) || setOf(Rule.SECTION).contains(keyOf(words));
  }

  /** The value of a rule on a line, or {@code null} if it does not hold. */
  private @Nullable String matchOne(Rule rule, String line, String key) {
    return switch (rule) {
      case LINE, SUMMARY, ENDS_ARTICLE -> whole(rule, key);
      case MASTHEAD, WITH_NEXT -> {
        String name = afterLabel(rule, line, ":");
        boolean named = name != null && PlainText.words(name) <= WORDS_OF_PERSON;
        yield whole(rule, key) != null ? "" : named ? name : null;
      }
      case READ_ALSO, RELATED -> {
        String labelled = afterLabel(rule, line, ":");
        yield whole(rule, key) != null ? "" : labelled;
      }
      case SOURCE -> afterLabel(rule, line, ":");
      case AUTHOR -> afterLabel(rule, line, ":/-–ـ");
      case TAIL, PREFIX -> opening(rule, key) < 0 || isLong(key) ? null : "";
      case SHORT_PREFIX ->
          opening(rule, key) < 0 || PlainText.words(key) > SHORT || Sentences.endsSentence(line)
              ? null
              : "";
      case CONTAINS -> contained(key) && !isLong(key) ? "" : null;
      case CREDIT, HOME, SECTION -> null;
    };
  }

  /** Whether a value names no outlet but says that there were several: وكالات. */
  boolean isNoName(String value) {
    return whole(Rule.LINE, keyOf(value)) != null;
  }

  private @Nullable String whole(Rule rule, String key) {
    return setOf(rule).contains(key) ? "" : null;
  }

  private Set<String> setOf(Rule rule) {
    return phrases.getOrDefault(rule, Set.of());
  }

  /**
   * What stands behind a phrase and one of the marks; {@code null} if they do not open the line.
   */
  private @Nullable String afterLabel(Rule rule, String line, String marks) {
    int colon = -1;
    for (int i = 0; i < line.length() && colon < 0; i++) {
      if (marks.indexOf(line.charAt(i)) >= 0) {
        colon = i;
      }
    }
    boolean labelled = colon > 0 && setOf(rule).contains(keyOf(line.substring(0, colon)));
    return labelled ? line.substring(colon + 1).strip() : null;
  }

  /** Where in the key a phrase of the rule ends that opens it, or -1. */
  private int opening(Rule rule, String key) {
    Set<String> set = setOf(rule);
    int end = 0;
    for (int words = longest.getOrDefault(rule, 0); words > 0 && end < key.length(); words--) {
      end = key.indexOf(' ', end + 1);
      end = end < 0 ? key.length() : end;
      if (set.contains(key.substring(0, end))) {
        return end;
      }
    }
    return -1;
  }

  private boolean contained(String key) {
    String padded = " " + key + " ";
    return setOf(Rule.CONTAINS).stream().anyMatch(phrase -> padded.contains(" " + phrase + " "));
  }

  /** The folded words of a text with one space between them. */
  static String keyOf(String text) {
    String folded = Folding.fold(text);
    StringBuilder key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        key.append(c);
      } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
        key.append(' ');
      }
    }
    return key.toString().stripTrailing();
  }
}
