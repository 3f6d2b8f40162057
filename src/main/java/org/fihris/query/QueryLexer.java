package org.fihris.query;

import org.fihris.query.Token.FieldName;
import org.fihris.query.Token.Follows;
import org.fihris.query.Token.Sign;
import org.fihris.query.Warning.Code;
import org.fihris.text.Folding;
import org.fihris.text.Proclitics;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of a query into tokens. Parentheses come out balanced and no deeper than the limit,
 * so that the parser has nothing to repair.
 */
final class QueryLexer {
  private final String text;
  private final WarningList warnings;
  private int pos;
  private int depth;
  private int ignoredOpens;
  private boolean verbatim;
  private boolean afterFieldName;
  private @Nullable Token ahead;

  QueryLexer(String text, WarningList warnings) {
    this.text = text;
    this.warnings = warnings;
  }

  /** The next token, without taking it. */
  Token peek() {
    if (ahead == null) {
      ahead = read();
      afterFieldName = ahead instanceof FieldName;
    }
    return ahead;
  }

  /** Takes the next token. */
  Token next() {
    Token token = peek();
    ahead = null;
    return token;
  }

  /** Takes the next token if it is {@code sign}. */
  boolean accept(Sign sign) {
    boolean found = peek() == sign;
    if (found) {
      ahead = null;
    }
    return found;
  }

  /** Whether the next words are to be taken as they stand, colons and all. */
  void setVerbatim(boolean isVerbatim) {
    verbatim = isVerbatim;
  }

  /** Leaves out the rest of the text. */
  void stop() {
    pos = text.length();
    ahead = null;
  }

  private Token read() {
    while (true) {
      pos = skipSpace(pos);
      if (pos == text.length()) {
        return end();
      }
      switch (text.charAt(pos)) {
        case '(' -> {
          if (open()) {
            return Sign.OPEN;
          }
        }
        case ')' -> {
          if (close()) {
            return Sign.CLOSE;
          }
        }
        case '|' -> {
          return or();
        }
        default -> {
          if (isEquals()) {
            pos++;
            return exact();
          }
          return Quotes.of(text.charAt(pos)) != null ? phrase() : isMinus() ? minus() : word();
        }
      }
    }
  }

  private Token end() {
    if (depth > 0) {
      warnings.add(Code.UNBALANCED_PARENTHESIS, "A parenthesis was not closed; it ends here.");
      depth = 0;
    }
    return Sign.END;
  }

  private boolean open() {
    pos++;
    if (depth == QueryParser.MAX_DEPTH) {
      ignoredOpens++;
      warnings.add(
          Code.TOO_DEEP,
          "Parentheses that nest deeper than " + QueryParser.MAX_DEPTH + " levels were ignored.");
      return false;
    }
    depth++;
    return true;
  }

  private boolean close() {
    pos++;
    if (ignoredOpens > 0) {
      ignoredOpens--;
      return false;
    }
    if (depth == 0) {
      warnings.add(
          Code.UNBALANCED_PARENTHESIS, "A closing parenthesis without its partner was ignored.");
      return false;
    }
    depth--;
    return true;
  }

  private Token or() {
    while (pos < text.length() && text.charAt(pos) == '|') {
      pos++;
    }
    return Sign.OR;
  }

  private Token phrase() {
    int end = Quotes.closing(text, pos);
    String quoted = text.substring(pos + 1, end);
    pos = end + 1;
    return Signs.hasLetterOrDigit(quoted) ? new Token.Phrase(quoted) : Sign.NOISE;
  }

  /** An equals sign asks for an exact spelling only at the very front of a word or phrase. */
  private boolean isEquals() {
    return text.charAt(pos) == '='
        && !verbatim
        && standsAtFront(pos)
        && pos + 1 < text.length()
        && (Quotes.of(text.charAt(pos + 1)) != null
            ? Quotes.closing(text, pos + 1) >= 0
            : Signs.belongsToWord(text.codePointAt(pos + 1)));
  }

  private Token exact() {
    if (Quotes.of(text.charAt(pos)) != null) {
      return phrase() instanceof Token.Phrase phrase ? new Token.Exact(phrase.text()) : Sign.NOISE;
    }
    String word = Signs.trimToWord(take(wordEnd()));
    return Signs.hasLetterOrDigit(word) ? new Token.Exact(word) : Sign.NOISE;
  }

  /** A hyphen excludes only at the very front of a word; two of them are a dash. */
  private boolean isMinus() {
    if (text.charAt(pos) != '-' || !standsAtFront(pos)) {
      return false;
    }
    int next = pos + 1;
    return next < text.length() && text.charAt(next) != '-' && hasSomethingAt(skipJoined(next));
  }

  private Token minus() {
    pos++;
    return Sign.MINUS;
  }

  private boolean standsAtFront(int i) {
    int before = i - 1;
    while (before >= 0 && Signs.isInvisible(text.charAt(before))) {
      before--;
    }
    return afterFieldName
        || before < 0
        || Signs.isSpace(text.charAt(before))
        || text.charAt(before) == '('
        || (text.charAt(before) == '-' && standsAtFront(before))
        || text.charAt(before) == '|';
  }

  private Token word() {
    if (verbatim || Signs.isUrlAt(text, pos)) {
      String typed = take(verbatimEnd());
      return wordOrSign(typed, Signs.trimVerbatim(typed));
    }
    String typed = take(wordEnd());
    String word = Signs.trimToWord(typed);
    if (isAt(':') && QueryField.named(word).isPresent()) {
      return fieldName(QueryField.named(word).get(), word);
    }
    if (isAt(':') && Signs.isName(word) && hasSomethingAt(skipJoined(pos))) {
      warnUnknownField(word);
    }
    return isJoinedToPhrase(word) ? Sign.NOISE : wordOrSign(typed, word);
  }

  private String take(int end) {
    String taken = text.substring(pos, end);
    pos = end;
    return taken;
  }

  private Token wordOrSign(String typed, String word) {
    if (!Signs.hasLetterOrDigit(word)) {
      return !typed.isEmpty() && typed.chars().allMatch(c -> c == '*') ? Sign.STAR : Sign.NOISE;
    }
    return switch (word) {
      case "OR" -> Sign.OR;
      case "AND" -> Sign.AND;
      case "NOT" -> Sign.NOT;
      default -> {
        if (typed.indexOf('*') >= 0) {
          warnings.add(
              Code.WILDCARD_IGNORED,
              "The star in “"
                  + typed
                  + "” was not read as a wildcard: every form of a word is"
                  + " found anyway, parts of words are not.");
        }
        yield new Token.Word(word);
      }
    };
  }

  private Token fieldName(QueryField field, String typed) {
    pos++;
    int joined = skipJoined(pos);
    if (hasSomethingAt(joined)) {
      return new FieldName(field, typed, Follows.VALUE);
    }
    int more = skipSpace(joined);
    boolean ends = more == text.length() || text.charAt(more) == ')';
    return new FieldName(field, typed, ends ? Follows.NOTHING : Follows.SPACE);
  }

  private void warnUnknownField(String name) {
    warnings.add(
        Code.UNKNOWN_FIELD,
        "“"
            + name
            + "” is not a field, so it was read as a word; the fields are "
            + QueryField.keys()
            + ".");
  }

  /**
   * Whether {@code word} is only the particles that Arabic joins to the front of a word, here to
   * that of a phrase: {@code و"الاتحاد"}. No article has them as a word of their own.
   */
  private boolean isJoinedToPhrase(String word) {
    if (pos == text.length()
        || Quotes.of(text.charAt(pos)) == null
        || Quotes.closing(text, pos) < 0) {
      return false;
    }
    String particles = Folding.fold(word);
    return Proclitics.readings(particles + "كتاب").stream()
        .anyMatch(reading -> reading.length() == particles.length());
  }

  private int wordEnd() {
    int end = pos;
    while (end < text.length() && !endsAnyWord(end) && !Signs.isPunctuationAt(text, end)) {
      end++;
    }
    return end;
  }

  private int verbatimEnd() {
    boolean isUrl = Signs.isUrlAt(text, pos);
    int end = pos;
    while (end < text.length() && (!endsAnyWord(end) || (isUrl && text.charAt(end) == '|'))) {
      end++;
    }
    return end;
  }

  private boolean endsAnyWord(int i) {
    char c = text.charAt(i);
    return Signs.isSpace(c) || "()|".indexOf(c) >= 0 || Quotes.of(c) != null;
  }

  private int skipSpace(int from) {
    int i = skipJoined(from);
    while (i < text.length() && Signs.isSpace(text.charAt(i))) {
      i = skipJoined(i + 1);
    }
    return i;
  }

  /** The first place from {@code from} that is no punctuation, invisible mark or lonely quote. */
  private int skipJoined(int from) {
    int i = from;
    while (i < text.length() && isSkipped(i)) {
      i++;
    }
    return i;
  }

  private boolean isSkipped(int i) {
    char c = text.charAt(i);
    if (Quotes.of(c) != null && Quotes.closing(text, i) < 0) {
      warnings.add(Code.UNCLOSED_QUOTE, "A quotation mark without its partner was ignored.");
      return true;
    }
    return Signs.isInvisible(c) || Signs.isPunctuationAt(text, i);
  }

  private boolean isAt(char c) {
    return pos < text.length() && text.charAt(pos) == c;
  }

  /** Whether something stands at {@code i} that a sign before it can belong to. */
  private boolean hasSomethingAt(int i) {
    return i < text.length() && !Signs.isSpace(text.charAt(i)) && text.charAt(i) != ')';
  }
}
