package org.fihris.search;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;

/**
 * Cuts news text into sentences: behind a full stop, an exclamation mark, an Arabic or Latin
 * question mark, an Arabic or Latin semicolon or an ellipsis, with the quotation marks and brackets
 * that close there, if a blank follows; and at the end of each line, since a headline or a list has
 * no stop.
 *
 * <p>The JDK's iterator runs over line ends and does not know the Arabic semicolon. It is also
 * slower: this one looks only at what lies between two boundaries that are asked for. Not safe for
 * threads.
 */
final class Sentences extends BreakIterator {
  private static final String ENDS = ".!?؟;؛…";
  private static final String CLOSES = "\"'”’»)]}";

  private CharacterIterator iterator = new StringCharacterIterator("");
  private int length;
  private int current;

  @Override
  public void setText(CharacterIterator text) {
    iterator = text;
    length = text.getEndIndex();
    current = text.getBeginIndex();
  }

  @Override
  public CharacterIterator getText() {
    return iterator;
  }

  @Override
  public int first() {
    current = iterator.getBeginIndex();
    return current;
  }

  @Override
  public int last() {
    current = length;
    return current;
  }

  @Override
  public int current() {
    return current;
  }

  @Override
  public int next() {
    return current >= length ? DONE : following(current);
  }

  @Override
  public int next(int steps) {
    int at = current;
    for (int i = 0; i < Math.abs(steps) && at != DONE; i++) {
      at = steps > 0 ? next() : previous();
    }
    return at;
  }

  @Override
  public int previous() {
    return current <= iterator.getBeginIndex() ? DONE : preceding(current);
  }

  @Override
  public int following(int offset) {
    if (offset >= length) {
      current = length;
      return DONE;
    }
    int at = offset + 1;
    while (at < length && !isBreak(at)) {
      at++;
    }
    current = at;
    return at;
  }

  @Override
  public int preceding(int offset) {
    if (offset <= iterator.getBeginIndex()) {
      current = iterator.getBeginIndex();
      return DONE;
    }
    int at = offset - 1;
    while (at > iterator.getBeginIndex() && !isBreak(at)) {
      at--;
    }
    current = at;
    return at;
  }

  @Override
  public boolean isBoundary(int offset) {
    boolean is = offset <= iterator.getBeginIndex() || offset >= length || isBreak(offset);
    current = offset;
    return is;
  }

  /**
   * Whether a sentence begins at {@code at}: text stands here, and a sentence or line ended before.
   */
  private boolean isBreak(int at) {
    if (isBlank(at) || !isBlank(at - 1)) {
      return false;
    }
    int before = at - 1;
    while (before >= iterator.getBeginIndex() && isBlank(before)) {
      if (charAt(before) == '\n') {
        return true;
      }
      before--;
    }
    while (before > iterator.getBeginIndex() && CLOSES.indexOf(charAt(before)) >= 0) {
      before--;
    }
    return before >= iterator.getBeginIndex() && ENDS.indexOf(charAt(before)) >= 0;
  }

  private boolean isBlank(int at) {
    return Character.isWhitespace(charAt(at)) || charAt(at) == '\u00A0';
  }

  private char charAt(int at) {
    return iterator.setIndex(at);
  }
}
