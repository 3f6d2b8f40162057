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
    TAGS,
    ENDS_ARTICLE,
    SOURCE,
    AUTHOR,
    IN_SECTION,
    TAIL,
    PREFIX,
    SHORT_PREFIX,
    CONTAINS,
    CREDIT,
    HOME,
    SECTION,
    REGION;

    private String inFile() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A rule that holds for a line.
   *
   * @param value what follows a label such as {@code المصدر:}; empty for the other rules
   * @param phrase the phrase found, folded
   */
  record Match(Rule rule, String value, String phrase) {}

  private static final String FILE = "boilerplate.txt";
  private static final int SHORT = 8;

  /** A longer line holds text of the article too: a page that lost its line ends. */
  private static final int LONG = 40;

  /** Where a label ends at the latest, in characters. */
  private static final int LONGEST_LABEL = 60;

  /** Rules for readers' comments and the like are paragraphs. */
  private static final int LONGEST_NOTICE = 60;

  private static final int WORDS_OF_NOTICE = 4;
  private static final int WORDS_OF_PERSON = 3;
  private static final int WORDS_OF_CREDIT = 4;

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
      Match match = matchOne(rule, line, key);
      if (match != null) {
        return match;
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
    return PlainText.words(words) <= WORDS_OF_CREDIT && opening(Rule.CREDIT, keyOf(words)) != null;
  }

  /** Whether the words lead to the front page of a site. */
  boolean isHome(String words) {
    return setOf(Rule.HOME).contains(keyOf(words));
  }

  /** Whether the words are an item of many sites' menus: the front page or a section. */
  boolean isSection(String words) {
    return isHome(words) || setOf(Rule.SECTION).contains(keyOf(words));
  }

  /** Whether a word stands before the name of who wrote (كتب). */
  boolean isAuthorLabel(String word) {
    return setOf(Rule.AUTHOR).contains(keyOf(word));
  }

  /** Whether a class or id of an element says that it stands beside the article. */
  boolean isRegion(String name) {
    return setOf(Rule.REGION).contains(name);
  }

  /** What a rule finds on a line, or {@code null} if it does not hold. */
  private @Nullable Match matchOne(Rule rule, String line, String key) {
    return switch (rule) {
      case LINE, SUMMARY -> whole(rule, key);
      case ENDS_ARTICLE -> whole(rule, withoutCount(key));
      case MASTHEAD, WITH_NEXT -> {
        Match named = afterLabel(rule, line, ":");
        boolean short_ = named != null && PlainText.words(named.value) <= WORDS_OF_PERSON;
        Match whole = whole(rule, key);
        yield whole != null ? whole : short_ ? named : null;
      }
      case READ_ALSO, RELATED -> {
        Match whole = whole(rule, key);
        yield whole != null ? whole : afterLabel(rule, line, ":");
      }
      case SOURCE -> afterLabel(rule, line, ":");
      case AUTHOR -> afterLabel(rule, line, ":/-–ـ");
      case TAGS -> tags(line, key);
      case IN_SECTION -> inSection(line, key);
      case TAIL, PREFIX -> isLong(key) ? null : opening(rule, key);
      case SHORT_PREFIX ->
          PlainText.words(key) > SHORT || Sentences.endsSentence(line) ? null : opening(rule, key);
      case CONTAINS -> PlainText.words(key) > LONGEST_NOTICE ? null : contained(key);
      case CREDIT, HOME, SECTION, REGION -> null;
    };
  }

  /** التعليقات (3): how many there are makes no difference. */
  private static String withoutCount(String key) {
    int end = key.length();
    while (end > 0 && (Character.isDigit(key.charAt(end - 1)) || key.charAt(end - 1) == ' ')) {
      end--;
    }
    return key.substring(0, end);
  }

  /** A phrase of one word (مواضيع) needs a colon behind it or nothing: it may open a sentence. */
  private @Nullable Match tags(String line, String key) {
    Match whole = whole(Rule.TAGS, key);
    Match labelled = whole != null ? whole : afterLabel(Rule.TAGS, line, ":");
    if (labelled != null) {
      return labelled;
    }
    Match opening = isLong(key) ? null : opening(Rule.TAGS, key);
    return opening == null || opening.phrase.indexOf(' ') < 0
        ? null
        : new Match(Rule.TAGS, behind(line, opening.phrase), opening.phrase);
  }

  /** المزيد من دوليات: what follows is a section; behind a colon any short name is one. */
  private @Nullable Match inSection(String line, String key) {
    Match labelled = afterLabel(Rule.IN_SECTION, line, ":");
    if (labelled != null) {
      int words = PlainText.words(labelled.value);
      return words > 0 && words <= WORDS_OF_PERSON ? labelled : null;
    }
    Match opening = opening(Rule.IN_SECTION, key);
    String rest = opening == null ? "" : behind(line, opening.phrase);
    return opening != null && isSection(rest) && !isHome(rest)
        ? new Match(Rule.IN_SECTION, rest, opening.phrase)
        : null;
  }

  /** The line without the phrase that opens it. */
  private static String behind(String line, String phrase) {
    for (int end = phrase.length(); end < line.length(); end++) {
      char c = line.charAt(end);
      if ((c == ' ' || c == ':') && keyOf(line.substring(0, end)).equals(phrase)) {
        return line.substring(end + 1).strip();
      }
    }
    return "";
  }

  /** Whether a value names no outlet but says that there were several: وكالات. */
  boolean isNoName(String value) {
    return whole(Rule.LINE, keyOf(value)) != null;
  }

  private @Nullable Match whole(Rule rule, String key) {
    return setOf(rule).contains(key) ? new Match(rule, "", key) : null;
  }

  private Set<String> setOf(Rule rule) {
    return phrases.getOrDefault(rule, Set.of());
  }

  /**
   * What stands behind a phrase and one of the marks; {@code null} if they do not open the line.
   */
  private @Nullable Match afterLabel(Rule rule, String line, String marks) {
    int colon = -1;
    int limit = Math.min(line.length(), LONGEST_LABEL);
    for (int i = 0; i < limit && colon < 0; i++) {
      if (marks.indexOf(line.charAt(i)) >= 0) {
        colon = i;
      }
    }
    if (colon <= 0) {
      return null;
    }
    String phrase = keyOf(line.substring(0, colon));
    return setOf(rule).contains(phrase)
        ? new Match(rule, line.substring(colon + 1).strip(), phrase)
        : null;
  }

  /** The phrase of the rule that opens the key; {@code null} if none does. */
  private @Nullable Match opening(Rule rule, String key) {
    Set<String> set = setOf(rule);
    int end = 0;
    for (int words = longest.getOrDefault(rule, 0); words > 0 && end < key.length(); words--) {
      end = key.indexOf(' ', end + 1);
      end = end < 0 ? key.length() : end;
      if (set.contains(key.substring(0, end))) {
        return new Match(rule, "", key.substring(0, end));
      }
    }
    return null;
  }

  private @Nullable Match contained(String key) {
    String padded = " " + key + " ";
    for (String phrase : setOf(Rule.CONTAINS)) {
      if (padded.contains(" " + phrase + " ")) {
        return new Match(Rule.CONTAINS, "", phrase);
      }
    }
    return null;
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
