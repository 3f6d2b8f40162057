package org.fihris.query;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.fihris.query.QueryNode.Everything;
import org.fihris.query.Token.FieldName;
import org.fihris.query.Token.Sign;
import org.fihris.query.Warning.Code;
import org.jspecify.annotations.Nullable;

/**
 * Understands what a user typed, as far as it can be understood.
 *
 * <p>The grammar, where a space between two things means that both must match, and binds loosest:
 *
 * <pre>
 * query  = { either } ;
 * either = both { ( "OR" | "|" ) both } ;
 * both   = near { "AND" near } ;
 * near   = item { ( "NEAR" | "ONEAR" | "قرب" | "يليه" ) "/" number item } ;
 * item   = [ "NOT" | "-" ] ( value | field ":" [ "-" ] value | "date" ":" [ "-" ] days ) ;
 * value  = [ "=" ] ( word | phrase ) | like | group | "*" ;
 * like   = word "~" [ "1" | "2" ] | word with "*" or "?" in it ;
 * group  = "(" query ")" ;
 * phrase = '"' text '"' | "“" text "”" | "«" text "»" ;
 * field  = "title" | "عنوان" | "source" | "مصدر" | ... ;
 * days   = time | [ time ] ".." [ time ] | "[" time "TO" time "]" | ( ">" | ">=" | "<" | "<=" ) time
 *        | "undated" | "(" days { "OR" days } ")" ;
 * time   = year | month | day | '"' words '"' ;
 * </pre>
 *
 * <p>No text is an error. What has no place in the grammar is left out or read as a word, with a
 * {@link Warning}; punctuation around words is left out without one. The rules and a table of
 * examples stand in {@code docs/query-syntax.md}; a test runs the table.
 *
 * <p>Words are handed on as they were typed: what counts as the same word is the business of
 * whoever searches. Safe for any thread.
 */
public final class QueryParser {

  /** A longer text is cut after this many UTF-16 units, between words where that is possible. */
  public static final int MAX_LENGTH = 1000;

  /** How many words and phrases a query may have. */
  public static final int MAX_CLAUSES = 128;

  /** How deep parentheses may nest. */
  public static final int MAX_DEPTH = 16;

  /** How many words may stand between two things that are near each other. */
  public static final int MAX_DISTANCE = 100;

  /** How many letters of a fuzzy word may be other ones. */
  public static final int MAX_EDITS = 2;

  /** How many words of a query may be fuzzy or have wildcards. */
  public static final int MAX_PATTERNS = 8;

  /** How many of these words may begin with a wildcard. */
  public static final int MAX_LEADING = 2;

  /** How many things of a query may be asked to stand near others. */
  public static final int MAX_NEARS = 8;

  private final WarningList warnings = new WarningList();
  private final DateNodes dates;
  private final QueryLexer lexer;
  private final Leaves leaves = new Leaves(warnings);
  private int nears;

  private QueryParser(String text, LocalDate today) {
    this.lexer = new QueryLexer(cut(text), warnings);
    this.dates = new DateNodes(today, warnings);
  }

  /**
   * What {@code text} asks for as of today, by the clock and the time zone of the machine. Never
   * throws, whatever the text.
   */
  public static ParsedQuery parse(String text) {
    return parse(text, LocalDate.now(ZoneId.systemDefault()));
  }

  /**
   * What {@code text} asks for. Never throws, whatever the text.
   *
   * @param today the day that words such as أمس behind {@code date:} count from
   */
  public static ParsedQuery parse(String text, LocalDate today) {
    boolean isBlank =
        text.chars().allMatch(c -> Signs.isSpace((char) c) || Signs.isInvisible((char) c));
    return new QueryParser(text.strip(), today).parse(isBlank);
  }

  private ParsedQuery parse(boolean isBlank) {
    QueryNode read = query();
    QueryNode root = read == null ? new Everything() : Shape.all(List.of(read));
    if (read == null && !isBlank) {
      warnings.add(
          Code.NO_WORDS, null, "There is nothing to search for in the query: all is shown.");
    }
    if (Shape.onlyExcludes(root)) {
      warnings.add(
          Code.ONLY_EXCLUSIONS, null, "The query only excludes: everything else is shown.");
    }
    return new ParsedQuery(root, warnings.toList());
  }

  private String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = MAX_LENGTH;
    while (end > 0 && !Signs.isSpace(text.charAt(end))) {
      end--;
    }
    if (end == 0) {
      boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
      end = splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH;
    }
    warnings.add(
        Code.TOO_LONG,
        Excerpt.from(text.substring(0, Math.min(text.length(), 2 * MAX_LENGTH)), end),
        "The query is longer than " + MAX_LENGTH + " characters: the rest was left out.");
    return text.substring(0, end);
  }

  /** Null if nothing in it can be searched for, as with all that follow. */
  private @Nullable QueryNode query() {
    List<QueryNode> nodes = new ArrayList<>();
    List<Exclusion> exclusions = new ArrayList<>();
    while (!atEnd()) {
      String typed = lexer.peek() instanceof Token.Word word ? word.text() : "";
      if (!nodes.isEmpty() && lexer.accept(ArabicOperator.NOT)) {
        QueryNode excluded = either();
        exclusions.add(new Exclusion(nodes.size(), typed, excluded));
      } else {
        addTo(nodes, either());
      }
    }
    if (nodes.size() == 1) {
      exclusions.forEach(exclusion -> exclusion.addTo(nodes));
    } else {
      restore(nodes, exclusions);
    }
    return nodes.isEmpty() ? null : Shape.all(nodes);
  }

  /**
   * What stands behind ليس.
   *
   * @param place how many nodes stand before it
   */
  private record Exclusion(int place, String typed, @Nullable QueryNode node) {
    void addTo(List<QueryNode> nodes) {
      if (node != null) {
        nodes.add(Shape.not(node));
      }
    }
  }

  /** Where words stand side by side, {@code (أمر ليس جديدا هنا)} is a text and excludes nothing. */
  private void restore(List<QueryNode> nodes, List<Exclusion> exclusions) {
    for (Exclusion exclusion : exclusions.reversed()) {
      if (exclusion.node != null) {
        nodes.add(exclusion.place, exclusion.node);
      }
      QueryNode word = leaf(new QueryNode.Word(exclusion.typed));
      if (word != null) {
        nodes.add(exclusion.place, word);
      }
    }
  }

  private @Nullable QueryNode either() {
    List<QueryNode> nodes = new ArrayList<>();
    QueryNode node = both();
    addTo(nodes, node);
    int at = lexer.start();
    while (lexer.accept(Sign.OR) || (node != null && lexer.accept(ArabicOperator.OR))) {
      node = both();
      addTo(nodes, node);
      warnIfStray(node == null || nodes.size() == 1, at);
      at = lexer.start();
    }
    return nodes.size() > 1 ? Shape.any(nodes) : nodes.isEmpty() ? null : nodes.getFirst();
  }

  private @Nullable QueryNode both() {
    List<QueryNode> nodes = new ArrayList<>();
    QueryNode node = near();
    addTo(nodes, node);
    int at = lexer.start();
    while (true) {
      boolean byWord = node != null && lexer.accept(ArabicOperator.AND);
      if (!byWord && !lexer.accept(Sign.AND)) {
        return nodes.size() > 1 ? Shape.all(nodes) : nodes.isEmpty() ? null : nodes.getFirst();
      }
      boolean excludes = byWord && lexer.accept(ArabicOperator.NOT);
      node = near();
      addTo(nodes, node == null || !excludes ? node : Shape.not(node));
      warnIfStray(node == null || nodes.size() == 1, at);
      at = lexer.start();
    }
  }

  private @Nullable QueryNode near() {
    QueryNode left = item();
    int at = lexer.start();
    while (lexer.peek() instanceof Token.Near sign) {
      lexer.next();
      QueryNode right = item();
      warnIfStray(left == null || right == null, at);
      if (left != null && right != null) {
        left = near(left, right, sign, at);
      } else {
        left = left == null ? right : left;
      }
      at = lexer.start();
    }
    return left;
  }

  private QueryNode near(QueryNode left, QueryNode right, Token.Near sign, int at) {
    QueryNode near = null;
    String part = lexer.around(at);
    if (nears == MAX_NEARS) {
      warnings.add(
          Code.NOT_NEAR,
          part,
          "There may be " + MAX_NEARS + " NEAR in a query; “" + part + "” was read as AND.");
    } else {
      near = Shape.near(left, right, sign.distance(), sign.ordered());
      if (near == null) {
        warnings.add(
            Code.NOT_NEAR,
            part,
            "NEAR joins words and phrases, or alternatives of them in parentheses; “"
                + part
                + "” was read as AND.");
      }
    }
    if (near == null) {
      return Shape.all(List.of(left, right));
    }
    nears++;
    return near;
  }

  private static void addTo(List<QueryNode> nodes, @Nullable QueryNode node) {
    if (node != null) {
      nodes.add(node);
    }
  }

  private @Nullable QueryNode item() {
    skipToItem();
    int at = lexer.start();
    boolean excludes = false;
    boolean operator = false;
    while (lexer.accept(Sign.NOT)) {
      excludes = !excludes;
      operator = true;
      skipToItem();
    }
    if (lexer.accept(Sign.MINUS)) {
      excludes = !excludes;
    }
    QueryNode node = lexer.peek() instanceof FieldName name ? field(name) : value();
    warnIfStray(operator && node == null, at);
    return node == null || !excludes ? node : Shape.not(node);
  }

  /** Leaves out noise, and operators that have nothing on their left. */
  private void skipToItem() {
    while (true) {
      int at = lexer.start();
      boolean isNear = lexer.peek() instanceof Token.Near;
      if (isNear) {
        lexer.next();
      }
      if (isNear || lexer.accept(Sign.OR) || lexer.accept(Sign.AND)) {
        warnIfStray(true, at);
      } else if (!lexer.accept(Sign.NOISE)) {
        return;
      }
    }
  }

  private void warnIfStray(boolean isStray, int at) {
    if (isStray) {
      String part = lexer.around(at);
      warnings.add(
          Code.STRAY_OPERATOR,
          part,
          "The operator in “" + part + "” has nothing to join, so it was ignored.");
    }
  }

  private @Nullable QueryNode field(FieldName name) {
    lexer.next();
    return switch (name.follows()) {
      case VALUE -> fieldValue(name);
      case NOTHING -> {
        warnEmpty(name);
        yield null;
      }
      case SPACE -> {
        warnings.add(
            Code.EMPTY_FIELD,
            name.typed() + ":",
            "“"
                + name.typed()
                + "” was read as a word; to name a field, leave no space after the"
                + " colon.");
        yield leaf(new QueryNode.Word(name.typed()));
      }
    };
  }

  private @Nullable QueryNode fieldValue(FieldName name) {
    lexer.setVerbatim(name.field().isVerbatim() ? name.field() : null);
    boolean excludes = lexer.accept(Sign.MINUS);
    QueryNode value = value();
    lexer.setVerbatim(null);
    if (value == null || value instanceof Everything) {
      warnEmpty(name);
      return null;
    }
    QueryNode node =
        name.field() == QueryField.DATE ? dates.of(value) : Shape.inField(name.field(), value);
    return node == null || !excludes ? node : Shape.not(node);
  }

  private void warnEmpty(FieldName name) {
    warnings.add(
        Code.EMPTY_FIELD,
        name.typed() + ":",
        "“" + name.typed() + ":” has no value, so it was left out.");
  }

  private @Nullable QueryNode value() {
    return switch (lexer.peek()) {
      case Token.Word word -> leafOf(new QueryNode.Word(word.text()));
      case Token.Phrase phrase -> leafOf(new QueryNode.Phrase(phrase.text()));
      case Token.Exact exact -> leafOf(new QueryNode.Exact(exact.text()));
      case Token.Wildcard wildcard ->
          leafOf(leaves.pattern(new QueryNode.Wildcard(wildcard.text())));
      case Token.Fuzzy fuzzy ->
          leafOf(leaves.pattern(new QueryNode.Fuzzy(fuzzy.text(), fuzzy.edits())));
      // A field in a field, title:text:war: only the first can be meant.
      case FieldName name -> leafOf(new QueryNode.Word(name.typed()));
      case Token.Near near -> null;
      case Sign sign ->
          switch (sign) {
            case STAR -> leafOf(new Everything());
            case OPEN -> group();
            case NOISE, MINUS -> {
              lexer.next();
              yield null;
            }
            case OR, AND, NOT, CLOSE, END -> null;
          };
    };
  }

  private @Nullable QueryNode group() {
    lexer.next();
    QueryNode node = query();
    lexer.accept(Sign.CLOSE);
    return node;
  }

  private @Nullable QueryNode leafOf(QueryNode node) {
    lexer.next();
    return leaf(node);
  }

  private @Nullable QueryNode leaf(QueryNode node) {
    if (!leaves.add(node)) {
      lexer.stop();
      return null;
    }
    return node;
  }

  private boolean atEnd() {
    return lexer.peek() == Sign.CLOSE || lexer.peek() == Sign.END;
  }
}
