package org.fihris.query;

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
 * both   = item { "AND" item } ;
 * item   = [ "NOT" | "-" ] [ field ":" [ "-" ] ] ( [ "=" ] ( word | phrase ) | group | "*" ) ;
 * group  = "(" query ")" ;
 * phrase = '"' text '"' | "“" text "”" | "«" text "»" ;
 * field  = "title" | "عنوان" | "source" | "مصدر" | ... ;
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

  private final WarningList warnings = new WarningList();
  private final QueryLexer lexer;
  private int clauses;

  private QueryParser(String text) {
    this.lexer = new QueryLexer(cut(text), warnings);
  }

  /** What {@code text} asks for. Never throws, whatever the text. */
  public static ParsedQuery parse(String text) {
    boolean isBlank =
        text.chars().allMatch(c -> Signs.isSpace((char) c) || Signs.isInvisible((char) c));
    return new QueryParser(text.strip()).parse(isBlank);
  }

  private ParsedQuery parse(boolean isBlank) {
    QueryNode read = query();
    QueryNode root = read == null ? new Everything() : Shape.all(List.of(read));
    if (read == null && !isBlank) {
      warnings.add(Code.NO_WORDS, "There is nothing to search for in the query: all is shown.");
    }
    if (Shape.onlyExcludes(root)) {
      warnings.add(Code.ONLY_EXCLUSIONS, "The query only excludes: everything else is shown.");
    }
    return new ParsedQuery(root, warnings.toList());
  }

  private String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    warnings.add(
        Code.TOO_LONG,
        "The query is longer than " + MAX_LENGTH + " characters: the rest was left out.");
    int end = MAX_LENGTH;
    while (end > 0 && !Signs.isSpace(text.charAt(end))) {
      end--;
    }
    if (end > 0) {
      return text.substring(0, end);
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH);
  }

  /** Null if nothing in it can be searched for, as with all that follow. */
  private @Nullable QueryNode query() {
    List<QueryNode> nodes = new ArrayList<>();
    while (!atEnd()) {
      QueryNode node = either();
      if (node != null) {
        nodes.add(node);
      }
    }
    return nodes.isEmpty() ? null : Shape.all(nodes);
  }

  private @Nullable QueryNode either() {
    List<QueryNode> nodes = new ArrayList<>();
    QueryNode node = both();
    addTo(nodes, node);
    while (lexer.accept(Sign.OR)) {
      node = both();
      addTo(nodes, node);
      warnIfStray(node == null || nodes.size() == 1);
    }
    return nodes.size() > 1 ? Shape.any(nodes) : nodes.isEmpty() ? null : nodes.getFirst();
  }

  private @Nullable QueryNode both() {
    List<QueryNode> nodes = new ArrayList<>();
    QueryNode node = item();
    addTo(nodes, node);
    while (lexer.accept(Sign.AND)) {
      node = item();
      addTo(nodes, node);
      warnIfStray(node == null || nodes.size() == 1);
    }
    return nodes.size() > 1 ? Shape.all(nodes) : nodes.isEmpty() ? null : nodes.getFirst();
  }

  private static void addTo(List<QueryNode> nodes, @Nullable QueryNode node) {
    if (node != null) {
      nodes.add(node);
    }
  }

  private @Nullable QueryNode item() {
    skipToItem();
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
    warnIfStray(operator && node == null);
    return node == null || !excludes ? node : Shape.not(node);
  }

  /** Leaves out noise, and operators that have nothing on their left. */
  private void skipToItem() {
    while (true) {
      if (lexer.accept(Sign.OR) || lexer.accept(Sign.AND)) {
        warnIfStray(true);
      } else if (!lexer.accept(Sign.NOISE)) {
        return;
      }
    }
  }

  private void warnIfStray(boolean isStray) {
    if (isStray) {
      warnings.add(Code.STRAY_OPERATOR, "AND, OR or NOT with nothing to join was ignored.");
    }
  }

  private @Nullable QueryNode field(FieldName name) {
    lexer.next();
    return switch (name.follows()) {
      case VALUE -> fieldValue(name);
      case NOTHING -> {
        warnings.add(Code.EMPTY_FIELD, "“" + name.typed() + ":” has no value, so it was left out.");
        yield null;
      }
      case SPACE -> {
        warnings.add(
            Code.EMPTY_FIELD,
            "“"
                + name.typed()
                + "” was read as a word; to name a field, leave no space after the"
                + " colon.");
        yield leaf(new QueryNode.Word(name.typed()));
      }
    };
  }

  private @Nullable QueryNode fieldValue(FieldName name) {
    lexer.setVerbatim(name.field().isVerbatim());
    boolean excludes = lexer.accept(Sign.MINUS);
    QueryNode value = value();
    lexer.setVerbatim(false);
    if (value == null || value instanceof Everything) {
      warnings.add(Code.EMPTY_FIELD, "“" + name.typed() + ":” has no value, so it was left out.");
      return null;
    }
    QueryNode node = Shape.inField(name.field(), value);
    return excludes ? Shape.not(node) : node;
  }

  private @Nullable QueryNode value() {
    return switch (lexer.peek()) {
      case Token.Word word -> leafOf(new QueryNode.Word(word.text()));
      case Token.Phrase phrase -> leafOf(new QueryNode.Phrase(phrase.text()));
      case Token.Exact exact -> leafOf(new QueryNode.Exact(exact.text()));
      // A field in a field, title:text:war: only the first can be meant.
      case FieldName name -> leafOf(new QueryNode.Word(name.typed()));
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
    if (clauses == MAX_CLAUSES) {
      warnings.add(
          Code.TOO_MANY_CLAUSES,
          "The query has more than " + MAX_CLAUSES + " words: the rest was left out.");
      lexer.stop();
      return null;
    }
    clauses++;
    return node;
  }

  private boolean atEnd() {
    return lexer.peek() == Sign.CLOSE || lexer.peek() == Sign.END;
  }
}
