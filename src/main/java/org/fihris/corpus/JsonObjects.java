package org.fihris.corpus;

import java.io.IOException;

/**
 * Cuts the objects out of a JSON array, or out of a file of objects that go over many lines. What
 * stands between objects and is none becomes a record of its own, for the parser to refuse.
 *
 * <p>A broken object would upset the count of quotes and braces for the rest of the file. So an
 * object also ends where a new one plainly begins: at a brace that starts a line, no further in
 * than the first brace of the object before, at a place where JSON allows none.
 */
final class JsonObjects {
  private final RecordBuffer buffer;

  /** Column of the last object's first brace. */
  private long column = Long.MAX_VALUE;

  private int depth;
  private int last;

  JsonObjects(RecordBuffer buffer) {
    this.buffer = buffer;
  }

  /** Passes the next object as a record; false at the end. */
  boolean next() throws IOException {
    int b = skipBetween();
    if (b < 0) {
      return false;
    }
    buffer.beginRecord();
    if (b == '{') {
      column = buffer.column();
      object();
    } else {
      stray();
    }
    return true;
  }

  private int skipBetween() throws IOException {
    int b = buffer.peek();
    while (b >= 0 && (b <= ' ' || b == ',' || b == '[' || b == ']')) {
      buffer.next();
      b = buffer.peek();
    }
    return b;
  }

  private void stray() throws IOException {
    boolean sameLine = true;
    int b = buffer.peek();
    while (b >= 0 && !(b == '{' && (sameLine || buffer.column() <= column))) {
      buffer.next();
      sameLine &= b != '\n';
      if (b == '"') {
        string();
      }
      b = buffer.peek();
    }
  }

  private void object() throws IOException {
    depth = 0;
    last = 0;
    boolean inside = true;
    while (inside) {
      int b = buffer.next();
      inside =
          switch (b) {
            case -1 -> false;
            case '"' -> string();
            case '\n' -> !newObjectBegins(false);
            case '{', '[' -> ++depth > 0;
            case '}', ']' -> --depth > 0;
            default -> true;
          };
      last = b > ' ' ? b : last;
    }
  }

  /** Passes a string of which the first quote is passed; false if the object ends in its midst. */
  private boolean string() throws IOException {
    while (true) {
      int b = buffer.next();
      if (b == '"') {
        return true;
      }
      if (b < 0 || (b == '\n' && newObjectBegins(true))) {
        return false;
      }
      if (b == '\\') {
        buffer.next();
      }
    }
  }

  private boolean newObjectBegins(boolean inString) throws IOException {
    int b = buffer.peek();
    while (b == ' ' || b == '\t') {
      buffer.next();
      b = buffer.peek();
    }
    boolean allowed = !inString && (last == ':' || last == '[' || last == ',');
    return b == '{' && !allowed && buffer.column() <= column;
  }
}
