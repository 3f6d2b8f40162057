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
  private final WordToken wordToken;
  private final Parentheses parentheses;
  private int start;
  private @Nullable QueryField verbatim;
  private boolean afterFieldName;
  private @Nullable Token ahead;

  QueryLexer(String text, WarningList warnings) {
    this.text = text;
    this.warnings = warnings;
    this.wordToken = new WordToken(warnings);
    this.parentheses = new Parentheses(text, warnings);
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

  /** Takes the next token if it is a word that is an operator between two things. */
  boolean accept(ArabicOperator operator) {
    boolean found =
        parentheses.areOpen()
            && peek() instanceof Token.Word word
            && ArabicOperator.of(word.text()) == operator
            && somethingFollows();
    if (found) {
      ahead = null;
    }
    return found;
  }

  /** Whether more than a sign follows the token that was read last. */
  private boolean somethingFollows() {
    int next = skipSpace(pos);
    return next < text.length() && text.charAt(next) != ')' && text.charAt(next) != '|';
  }

  /** Where the next token begins. */
  int start() {
    peek();
    return start;
  }

  /** What stands at a place and around it, for a warning. */
  String around(int at) {
    return Excerpt.around(text, at);
  }

  /** The field whose values come next and are to be taken as they stand; null for words. */
  void setVerbatim(@Nullable QueryField field) {
    verbatim = field;
  }

  /** Leaves out the rest of the text. */
  void stop() {
    pos = text.length();
    ahead = null;
  }

  private Token read() {
    while (true) {
      pos = skipSpace(pos);
      start = pos;
      if (pos == text.length()) {
        parentheses.end();
        return Sign.END;
      }
      switch (text.charAt(pos)) {
        case '(' -> {
          pos++;
          if (parentheses.open(start)) {
            return Sign.OPEN;
          }
        }
        case ')' -> {
          pos++;
          if (parentheses.close(start)) {
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
        && verbatim == null
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
    String typed = take(wordEnd());
    String word = Signs.trimToWord(typed);
    if (WordToken.hasSign(typed)) {
      wordToken.warnIgnored("=" + typed, "behind = a word is found as it is spelt");
    }
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
    if (verbatim == QueryField.DATE) {
      String typed = take(dateEnd());
      Token sign = WordToken.sign(typed, typed);
      return sign == null ? new Token.Word(typed) : sign;
    }
    if (verbatim != null || Signs.isUrlAt(text, pos)) {
      String typed = take(verbatimEnd());
      String word = Signs.trimVerbatim(typed);
      Token sign = WordToken.sign(typed, word);
      return sign == null ? new Token.Word(word) : sign;
    }
    String typed = take(wordEnd());
    String word = Signs.trimToWord(typed);
    if (isAt(':') && QueryField.named(word).isPresent()) {
      return fieldName(QueryField.named(word).get(), word);
    }
    if (isAt(':') && Signs.isName(word) && hasSomethingAt(skipJoined(pos))) {
      warnUnknownField(word);
    }
    return isJoinedToPhrase(word) ? Sign.NOISE : wordToken.of(typed, word);
  }

  private String take(int end) {
    String taken = text.substring(pos, end);
    pos = end;
    return taken;
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
        name + ":",
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
    while (end < text.length()
        && !endsAnyWord(end)
        && (!Signs.isPunctuationAt(text, end) || Signs.isWildcardAt(text, end))) {
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

  /** A range in brackets holds spaces; without its end it is cut off like any other word. */
  private int dateEnd() {
    boolean opens = text.charAt(pos) == '[' || text.charAt(pos) == '{';
    for (int i = pos; opens && i < text.length() && "()|".indexOf(text.charAt(i)) < 0; i++) {
      if (text.charAt(i) == ']' || text.charAt(i) == '}') {
        return i + 1;
      }
    }
    return verbatimEnd();
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
      String part = Excerpt.from(text, i);
      warnings.add(
          Code.UNCLOSED_QUOTE,
          part,
          "The quotation mark of “" + part + "” has no partner; it was ignored.");
      return true;
    }
    boolean isOfDate =
        verbatim == QueryField.DATE && (c == '[' || c == '{' || (c == '.' && isDotBefore(i + 2)));
    return Signs.isInvisible(c) || (!isOfDate && Signs.isPunctuationAt(text, i));
  }

  private boolean isDotBefore(int i) {
    return i <= text.length() && text.charAt(i - 1) == '.';
  }

  private boolean isAt(char c) {
    return pos < text.length() && text.charAt(pos) == c;
  }

  /** Whether something stands at {@code i} that a sign before it can belong to. */
  private boolean hasSomethingAt(int i) {
    return i < text.length() && !Signs.isSpace(text.charAt(i)) && text.charAt(i) != ')';
  }
}
