package org.fihris.date;

import java.util.ArrayList;
import java.util.List;
import org.fihris.text.FoldedText;
import org.fihris.text.Folding;

/**
 * A text as words, numbers and marks, with what each word can mean in a date. Asking beyond either
 * end gives {@link #NONE}, so a grammar need not count.
 */
final class DateTokens {

  /**
   * @param text the folded word, the digits, or the one mark; empty for {@link #NONE}
   * @param number value of the digits; -1 for anything else and for more than nine digits
   * @param start place in the folded text
   * @param glued whether no space stands between this token and the one before
   * @param proclitics how many letters at the front are joined particles
   * @param base the word without them
   */
  record Token(
      String text,
      int number,
      Word word,
      int start,
      int end,
      boolean glued,
      int proclitics,
      String base) {

    /** Whether و is joined to its front, or it is that word. */
    boolean startsWithAnd() {
      return text.startsWith("و") && (proclitics > 0 || text.length() == 1);
    }

    boolean isNumber() {
      return number >= 0;
    }

    boolean isMark(String marks) {
      return text.length() == 1 && marks.contains(text);
    }

    boolean is(Word.Role role) {
      return word.role() == role;
    }

    int digits() {
      return end - start;
    }
  }

  static final Token NONE = new Token("", -1, Word.OTHER, 0, 0, false, 0, "");

  private static final int MOST_DIGITS = 9;

  private final CharSequence text;
  private final FoldedText folded;
  private final List<Token> tokens = new ArrayList<>();

  DateTokens(CharSequence text) {
    this.text = text;
    this.folded = Folding.foldWithOffsets(text);
    String s = folded.text();
    boolean glued = false;
    for (int i = 0; i < s.length(); ) {
      char c = s.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        glued = false;
        i++;
        continue;
      }
      int end = endOfToken(s, i);
      tokens.add(token(s, i, end, glued));
      glued = true;
      i = end;
    }
  }

  int size() {
    return tokens.size();
  }

  Token get(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : NONE;
  }

  /**
   * Where in the original text the token begins, without its joined particles; with them where the
   * preposition has swallowed the alef of the article, as in للأسبوع.
   */
  int originalStart(int i) {
    Token token = tokens.get(i);
    if (token.base().startsWith("ال") && !token.text().startsWith("ال", token.proclitics())) {
      return folded.originalStart(token.start);
    }
    return folded.originalStart(token.start + token.proclitics);
  }

  /** The unit of the original text where that letter of the token stood before folding. */
  char originalAt(int i, int letter) {
    return text.charAt(folded.originalStart(tokens.get(i).start + letter));
  }

  /** Where in the original text the token before {@code end} ends. */
  int originalEnd(int end) {
    return folded.originalEnd(tokens.get(end - 1).end);
  }

  private static int endOfToken(String s, int start) {
    char first = s.charAt(start);
    int end = start + 1;
    if (isDigit(first)) {
      while (end < s.length() && isDigit(s.charAt(end))) {
        end++;
      }
    } else if (Character.isLetter(first)) {
      while (end < s.length() && Character.isLetter(s.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static Token token(String s, int start, int end, boolean glued) {
    String text = s.substring(start, end);
    if (isDigit(text.charAt(0))) {
      int number = text.length() <= MOST_DIGITS ? Integer.parseInt(text) : -1;
      return new Token(text, number, Word.OTHER, start, end, glued, 0, text);
    }
    DateWords.Found found = DateWords.find(text);
    return new Token(text, -1, found.word(), start, end, glued, found.proclitics(), found.base());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
