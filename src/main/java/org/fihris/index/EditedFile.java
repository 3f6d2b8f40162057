package org.fihris.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.fihris.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * A table in the folder of an index that commands and people edit, beside the files of Lucene,
 * which leaves it alone. A copy of the last version that could be read is kept, and used where the
 * file cannot be. Safe for any number of threads and processes.
 *
 * @param <T> what the file says
 */
public final class EditedFile<T> {

  private static final Pattern ONE =
      Pattern.compile("(entity-edits|saved-searches)(\\.last-good)?\\.(tsv|lock)");

  /** Two threads of one process cannot wait for each other by a file lock. */
  private static final Object ONE_EDITOR = new Object();

  private final Path index;
  private final String stem;
  private final String head;
  private final Kind kind;
  private final Parser<T> parser;

  /**
   * @param what lines are, in the plural: "corrections"
   */
  public record Kind(String stem, String what) {}

  /** Reads the content of a file; throws {@link ConfigException} that names file and line. */
  public interface Parser<T> {
    T parse(String file, String content);
  }

  /**
   * What is in force.
   *
   * @param problem why it is not the file as it stands, naming file and line; null where it is
   */
  public record InForce<T>(T value, @Nullable String problem) {}

  /**
   * @param head the lines that a new file begins with
   */
  public EditedFile(Path index, Kind kind, String head, Parser<T> parser) {
    this.index = index;
    this.kind = kind;
    this.stem = kind.stem();
    this.head = head;
    this.parser = parser;
  }

  /** Whether a file in the folder of an index is one of these, by its name. */
  static boolean isOne(String name) {
    return ONE.matcher(name).matches();
  }

  private String name() {
    return stem + ".tsv";
  }

  private String lastGoodName() {
    return stem + ".last-good.tsv";
  }

  /** Where it is, or would be. */
  public Path path() {
    return index.resolve(name());
  }

  public boolean exists() {
    return Files.exists(path());
  }

  /** What is wrong with the file, naming it and the line, or null. Changes nothing. */
  public @Nullable String problem() {
    try {
      String content = content(name());
      if (content != null) {
        parse(name(), content);
        lastGoodContent();
      }
      return null;
    } catch (ConfigException broken) {
      return broken.getMessage();
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  private String unreadable(IOException e) {
    return path() + " cannot be read: " + e.getMessage();
  }

  /**
   * What the file says, or its last good version where the file is broken. A good file is noted as
   * that version, if the folder can be written to.
   *
   * @param none what holds where there is no file, or none that can be read
   */
  public InForce<T> read(T none) {
    try {
      String content = content(name());
      if (content == null) {
        return new InForce<>(none, null);
      }
      T value = parse(name(), content);
      keepAsLastGood(content);
      return new InForce<>(value, null);
    } catch (ConfigException broken) {
      return lastGood(none, String.valueOf(broken.getMessage()));
    } catch (IOException e) {
      return lastGood(none, unreadable(e));
    }
  }

  private InForce<T> lastGood(T none, String problem) {
    try {
      String content = lastGoodContent();
      return content == null
          ? new InForce<>(none, problem + ". No " + kind.what() + " are in force.")
          : new InForce<>(
              parse(lastGoodName(), content),
              problem
                  + ". The last good version is in force, "
                  + index.resolve(lastGoodName())
                  + ".");
    } catch (ConfigException | IOException e) {
      return new InForce<>(
          none,
          problem
              + ". Nor can its last good version be read: no "
              + kind.what()
              + " are in force.");
    }
  }

  /**
   * Adds lines at the end of the file, all or none.
   *
   * @param lines without line ends
   * @throws ConfigException if the file is broken, or would be with them; it is left as it is
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
   * Changes the file in one step, while no other does.
   *
   * @param change gives the new content for the present one
   * @throws ConfigException if the change throws it, or the file would be broken; it is left as it
   *     is
   * @throws IndexException if it cannot be written
   */
  public T change(UnaryOperator<String> change) {
    synchronized (ONE_EDITOR) {
      try (FileChannel lock =
          FileChannel.open(
              index.resolve(stem + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        var held = lock.lock();
        try {
          String before = content(name());
          String after = change.apply(before == null ? head : before);
          T value = parse(name(), after);
          DurableFile.replace(path(), after);
          keepAsLastGood(after);
          return value;
        } finally {
          held.release();
        }
      } catch (IOException e) {
        throw IndexFolder.failure(index, "cannot take " + kind.what(), e);
      }
    }
  }

  /** What a content of the file says, as if it stood there. */
  public T parse(String content) {
    return parse(name(), content);
  }

  private T parse(String name, String content) {
    return parser.parse(index.resolve(name).toString(), content);
  }

  private @Nullable String content(String name) throws IOException {
    Path file = index.resolve(name);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (NoSuchFileException e) {
      return null;
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": not UTF-8; save it as UTF-8", e);
    }
  }

  /** Nobody edits this one, so that damage can be told. */
  private @Nullable String lastGoodContent() throws IOException {
    String sealed = content(lastGoodName());
    String content = sealed == null ? null : SealedText.open(sealed);
    if (sealed != null && content == null) {
      throw new ConfigException(
          index.resolve(lastGoodName())
              + ": damaged. It is only a copy: see that "
              + path()
              + " says what it should, and delete it.");
    }
    return content;
  }

  private boolean isLastGood(String content) throws IOException {
    try {
      return content.equals(lastGoodContent());
    } catch (ConfigException damaged) {
      return false;
    }
  }

  /** A reader may have no right to write here; then the copy stays as it is. */
  private void keepAsLastGood(String content) {
    try {
      if (!isLastGood(content)) {
        DurableFile.replace(index.resolve(lastGoodName()), SealedText.seal(content));
      }
    } catch (IOException e) {
      // What the file says is in force all the same.
    }
  }
}
