package org.fihris.article;

/** Where sentences and clauses end, as far as a headline or a paragraph can be told by it. */
final class Sentences {

  private static final int LONGEST_TITLE = 110;
  private static final int SHORTEST_TITLE = 35;
  private static final String CLOSING = "\"'”’»)]›";
  private static final int FULL_PARAGRAPH = 25;
  private static final int LIST_LIMIT = 16;
  private static final int SHORTEST_SENTENCE = 8;

  private Sentences() {}

  /** Whether the line ends with one full stop; two or more are the pause of a headline. */
  static boolean endsSentence(String line) {
    int end = line.length();
    while (end > 0 && CLOSING.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 1 && line.charAt(end - 1) == '.' && line.charAt(end - 2) != '.';
  }

  /** Whether the line ends with a mark that nothing goes on behind: a stop, a question, a colon. */
  static boolean isClosed(String line) {
    int end = line.length();
    while (end > 0 && CLOSING.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".؟?!:…".indexOf(line.charAt(end - 1)) >= 0;
  }

  /**
   * Whether a line in the head of a page begins the body: it is too long or too full to title it.
   */
  static boolean isParagraph(String line) {
    return hasWords(line, FULL_PARAGRAPH) || isSentence(line);
  }

  /** Whether a line is more than one of a list of headlines. */
  static boolean isNoHeadline(String line) {
    return hasWords(line, LIST_LIMIT) || isSentence(line);
  }

  private static boolean isSentence(String line) {
    return endsSentence(line) && hasWords(line, SHORTEST_SENTENCE);
  }

  private static boolean hasWords(String line, int least) {
    return PlainText.words(line) >= least;
  }

  /**
   * The beginning of a paragraph in the length of a headline: the first sentence, else up to the
   * last clause that fits, else up to the last word that fits.
   */
  static String headlineOf(String paragraph) {
    int limit = Math.min(paragraph.length(), LONGEST_TITLE);
    int sentence = -1;
    int clause = -1;
    int word = -1;
    for (int i = SHORTEST_TITLE; i <= limit && sentence < 0; i++) {
      char before = paragraph.charAt(i - 1);
      boolean boundary = i == paragraph.length() || Character.isWhitespace(paragraph.charAt(i));
      if (boundary && ".؟!?".indexOf(before) >= 0) {
        sentence = i;
      } else if (boundary && "،؛,;:".indexOf(before) >= 0) {
        clause = i;
      }
      if (boundary) {
        word = i;
      }
    }
    int end = sentence > 0 ? sentence : clause > 0 ? clause : word > 0 ? word : limit;
    if (paragraph.length() <= LONGEST_TITLE && sentence < 0) {
      end = paragraph.length();
    }
    return withoutTrailingMarks(safeCut(paragraph, end));
  }

  private static String safeCut(String text, int end) {
    boolean splitsPair =
        end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splitsPair ? end - 1 : end);
  }

  private static String withoutTrailingMarks(String title) {
    int end = title.length();
    while (end > 0 && "،؛,;:.- ".indexOf(title.charAt(end - 1)) >= 0) {
      end--;
    }
    return end == 0 ? title : title.substring(0, end);
  }
}
