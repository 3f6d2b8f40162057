package org.fihris.corpus;

import java.util.ArrayList;
import java.util.List;
import org.fihris.corpus.FieldNames.Meaning;
import org.fihris.corpus.PageRecord.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written, told from its beginning.
 *
 * @param delimiter what stands between values
 * @param quoted whether a quote at the start of a value goes to the quote at its end; where it does
 *     not, it is part of the text
 * @param announced whether the first line only names the delimiter, as in {@code sep=;}
 */
record CsvLayout(char delimiter, boolean quoted, boolean announced) {
  private static final String DELIMITERS = "\t;|,";
  private static final String ANNOUNCEMENT = "sep=";

  /** Names in the first line that make a file a table which nothing else says is one. */
  private static final int TELLING_NAMES = 2;

  /**
   * The layout of a file that is to be read as a table.
   *
   * @param head the beginning of the file
   * @param tabs whether values are known to be between tabs
   */
  static CsvLayout of(String head, FieldNames names, boolean tabs) {
    String first = firstLine(head);
    if (first.length() == ANNOUNCEMENT.length() + 1 && first.startsWith(ANNOUNCEMENT)) {
      char delimiter = first.charAt(ANNOUNCEMENT.length());
      return new CsvLayout(delimiter, usesQuotes(head, delimiter), true);
    }
    char delimiter = tabs ? '\t' : delimiter(first, names);
    return new CsvLayout(delimiter, usesQuotes(head, delimiter), false);
  }

  /**
   * Whether a file is a table though its name does not say so: the first line consists of names of
   * fields, at least half of them known and a title or a text among them, and the second line has
   * as many values.
   */
  static boolean isTable(String head, FieldNames names) {
    String first = firstLine(head);
    char delimiter = delimiter(first, names);
    List<String> columns = cells(first, delimiter);
    List<Field> known =
        columns.stream()
            .map(names::of)
            .filter(meaning -> meaning != null)
            .map(Meaning::field)
            .distinct()
            .toList();
    if (known.size() < TELLING_NAMES
        || known.size() * 2 < columns.size()
        || !(known.contains(Field.TITLE) || known.contains(Field.TEXT))) {
      return false;
    }
    int next = head.indexOf('\n');
    return next >= 0
        && (delimiter == '\t' || head.indexOf('"', next) > 0 || sameCells(head, next, delimiter));
  }

  private static boolean sameCells(String head, int next, char delimiter) {
    String second = firstLine(head.substring(next + 1));
    return cells(firstLine(head), delimiter).size() == cells(second, delimiter).size();
  }

  /** The delimiter that cuts the most known names out of a line, else the most values. */
  private static char delimiter(String line, FieldNames names) {
    char best = ',';
    long bestScore = -1;
    for (int i = 0; i < DELIMITERS.length(); i++) {
      List<String> cells = cells(line, DELIMITERS.charAt(i));
      long known = cells.stream().filter(cell -> names.of(cell) != null).count();
      long score = known * 1000 + Math.min(cells.size(), 999);
      if (score > bestScore) {
        best = DELIMITERS.charAt(i);
        bestScore = score;
      }
    }
    return best;
  }

  /** The values of a line that has no delimiter inside quotes, as a line of names has none. */
  private static List<String> cells(String line, char delimiter) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    while (from >= 0) {
      int to = line.indexOf(delimiter, from);
      cells.add(name(line.substring(from, to < 0 ? line.length() : to)));
      from = to < 0 ? -1 : to + 1;
    }
    return cells;
  }

  /** The name of a column without quotes and space around it. */
  static String name(String cell) {
    String name = cell.strip();
    boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1).strip() : name;
  }

  private static String firstLine(String head) {
    int end = 0;
    while (end < head.length() && head.charAt(end) != '\n' && head.charAt(end) != '\r') {
      end++;
    }
    return head.substring(0, end);
  }

  /**
   * Whether quotes that begin a value also end one. In tables between tabs they often are but part
   * of the text, and taken for more would swallow lines.
   */
  private static boolean usesQuotes(String head, char delimiter) {
    int opening = 0;
    int closing = 0;
    for (int i = head.indexOf('"'); i >= 0; i = head.indexOf('"', i + 1)) {
      opening += i == 0 || isBorder(head.charAt(i - 1), delimiter) ? 1 : 0;
      closing += i + 1 == head.length() || isBorder(head.charAt(i + 1), delimiter) ? 1 : 0;
    }
    return delimiter != '\t' || closing * 2 > opening;
  }

  private static boolean isBorder(char c, char delimiter) {
    return c == delimiter || c == '\n' || c == '\r';
  }

  static boolean isText(@Nullable Meaning meaning) {
    return meaning != null
        && switch (meaning.field()) {
          case TITLE, TEXT, SUMMARY, HTML -> true;
          case ID, URL, DATE, SOURCE, AUTHOR, CATEGORY, PARENT_ID -> false;
        };
  }
}
