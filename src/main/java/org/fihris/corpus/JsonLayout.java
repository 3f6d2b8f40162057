package org.fihris.corpus;

/** Tells JSON lines from an array and from objects that go over many lines, by the beginning. */
final class JsonLayout {
  private JsonLayout() {}

  /**
   * Whether the file has one object a line. This is so unless it begins an array of objects, or an
   * object that sensibly goes on in the next line, or two objects in one line: a broken first line
   * does not make the others unreadable.
   */
  static boolean isOneALine(byte[] head, int from, int length) {
    int stop = from + length;
    int i = skipBlank(head, from, stop);
    if (i == stop || head[i] != '{') {
      return i == stop || head[i] != '[' || !startsObject(head, skipBlank(head, i + 1, stop), stop);
    }
    int depth = 0;
    boolean quoted = false;
    byte last = 0;
    for (; i < stop; i++) {
      byte b = head[i];
      if (b == '\n') {
        return quoted || !goesOn(last, head, skipBlank(head, i, stop), stop);
      }
      if (quoted) {
        i += b == '\\' ? 1 : 0;
        quoted = b != '"';
      } else if (b == '"') {
        quoted = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if ((b == '}' || b == ']') && --depth == 0) {
        return !startsObject(head, skipSpaces(head, i + 1, stop), stop);
      }
      last = b > ' ' ? b : last;
    }
    return true;
  }

  /** Whether an open object goes on at {@code next}, in another line than {@code last}. */
  private static boolean goesOn(byte last, byte[] head, int next, int stop) {
    return next < stop && (head[next] != '{' || last == ':' || last == '[');
  }

  private static boolean startsObject(byte[] head, int at, int stop) {
    return at < stop && (head[at] == '{' || head[at] == ']');
  }

  private static int skipBlank(byte[] head, int from, int stop) {
    int i = from;
    while (i < stop && head[i] >= 0 && head[i] <= ' ') {
      i++;
    }
    return i;
  }

  private static int skipSpaces(byte[] head, int from, int stop) {
    int i = from;
    while (i < stop && (head[i] == ' ' || head[i] == '\t')) {
      i++;
    }
    return i;
  }
}
