package org.fihris.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fihris.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * A table that commands and people edit, beside an index. A copy of the last version that could be
 * read is kept, and used where the text cannot be. Safe for any number of threads and processes.
 *
 * @param <T> what the table says
 */
public final class EditedTable<T> {
  private final EditedText text;
  private final EditedText.Kind kind;
  private final String head;
  private final Parser<T> parser;

  /** Reads the content of a table; throws {@link ConfigException} that names it and the line. */
  public interface Parser<T> {
    T parse(String name, String content);
  }

  /**
   * What is in force.
   *
   * @param problem why it is not the table as it stands, naming it and the line; null where it is
   */
  public record InForce<T>(T value, @Nullable String problem) {}

  /**
   * @param text where it lies
   * @param head the lines that a new table begins with
   */
  public EditedTable(EditedText text, EditedText.Kind kind, String head, Parser<T> parser) {
    this.text = text;
    this.kind = kind;
    this.head = head;
    this.parser = parser;
  }

  /** How messages name it. */
  public String name() {
    return text.name();
  }

  /** The table as it stands, its head where there is none yet; whether it can be read or not. */
  public String content() {
    try {
      String content = text.read();
      return content == null ? head : content;
    } catch (IOException e) {
      throw new IndexException(unreadable(e), e);
    }
  }

  /** What is wrong with the table, naming it and the line, or null. Changes nothing. */
  public @Nullable String problem() {
    try {
      String content = text.read();
      if (content != null) {
        parse(content);
        text.readLastGood();
      }
      return null;
    } catch (ConfigException broken) {
      return broken.getMessage();
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  private String unreadable(IOException e) {
    return text.name() + " cannot be read: " + e.getMessage();
  }

  /**
   * What the table says, or its last good version where it is broken. A good one is noted as that
   * version, if that can be done.
   *
   * @param none what holds where there is no table, or none that can be read
   */
  public InForce<T> read(T none) {
    try {
      String content = text.read();
      if (content == null) {
        return new InForce<>(none, null);
      }
      T value = parse(content);
      text.keepAsLastGood(content);
      return new InForce<>(value, null);
    } catch (ConfigException broken) {
      return lastGood(none, String.valueOf(broken.getMessage()));
    } catch (IOException e) {
      return lastGood(none, unreadable(e));
    }
  }

  private InForce<T> lastGood(T none, String problem) {
    List<String> sentences = new ArrayList<>(List.of(problem));
    T value = none;
    try {
      String content = text.readLastGood();
      if (content == null) {
        sentences.add("No " + kind.lines() + " are in force");
      } else {
        value = parser.parse(text.lastGoodName(), content);
        sentences.add("The last good version is in force, " + text.lastGoodName());
      }
    } catch (ConfigException | IOException e) {
      sentences.add("Nor can its last good version be read: no " + kind.lines() + " are in force");
    }
    if (!text.remedy().isEmpty()) {
      sentences.add(text.remedy());
    }
    return new InForce<>(value, String.join(". ", sentences) + ".");
  }

  /**
   * Adds lines at the end of the table, all or none.
   *
   * @param lines without line ends
   * @throws ConfigException if the table is broken, or would be with them; it is left as it is
   * @throws IndexException if it cannot be written
   */
  public T add(Iterable<String> lines) {
    return change(
        content -> {
          StringBuilder longer = new StringBuilder(content);
          if (!content.isEmpty() && !content.endsWith("\n")) {
            longer.append('\n');
          }
          lines.forEach(line -> longer.append(line).append('\n'));
          return longer.toString();
        });
  }

  /**
   * Changes the table in one step, while no other does.
   *
   * @param change gives the new content for the present one; called again where another changes it
   *     meanwhile
   * @throws ConfigException if the change throws it, or the table would be broken; it is left as it
   *     is
   * @throws IndexException if it cannot be written
   */
  public T change(UnaryOperator<String> change) {
    List<T> values = new ArrayList<>();
    write(
        before -> {
          try {
            String after = change.apply(before == null ? head : before);
            values.add(parse(after));
            return after;
          } catch (ConfigException refused) {
            throw told(refused, before);
          }
        });
    return values.getLast();
  }

  /**
   * Puts another table in the place of this one, broken or not.
   *
   * @param from how messages name the other
   * @throws ConfigException if it is broken, naming it and the line; nothing is changed
   * @throws IndexException if it cannot be written
   */
  public T replace(String from, String content) {
    T value = parser.parse(from, content);
    write(before -> content);
    return value;
  }

  private void write(EditedText.Change change) {
    try {
      text.change(change);
    } catch (IOException e) {
      throw new IndexException(text.name() + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** A change that is refused for what is broken already is no fault of whoever makes it. */
  private ConfigException told(ConfigException refused, @Nullable String before) {
    if (before == null || text.remedy().isEmpty()) {
      return refused;
    }
    try {
      parse(before);
      return refused;
    } catch (ConfigException broken) {
      return new ConfigException(broken.getMessage() + ". " + text.remedy() + ".", broken);
    }
  }

  /** What a content of the table says, as if it stood there. */
  public T parse(String content) {
    return parser.parse(text.name(), content);
  }
}
