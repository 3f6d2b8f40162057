package org.fihris.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdit;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityLabels;
import org.jspecify.annotations.Nullable;

/**
 * The file of users' corrections to the entities of an index, beside the files of Lucene, which
 * leaves it alone. People may edit it by hand; a copy of the last version that could be read is
 * kept, and used where the file cannot be.
 */
public final class EntityEditsFile {

  /** The file that people edit. */
  public static final String NAME = "entity-edits.tsv";

  /** The copy of the last version that could be read. */
  public static final String LAST_GOOD = "entity-edits.last-good.tsv";

  private static final String LOCK = "entity-edits.lock";

  private static final String HEAD =
      """
      # Corrections to the entities of this index (docs/entities-in-search.md). Cells are parted by tabs.
      version\t%d
      """
          .formatted(EntityEdits.VERSION);

  /** Two threads of one process cannot wait for each other by a file lock. */
  private static final Object ONE_EDITOR = new Object();

  private final Path index;
  private final EntityLabels known;

  public EntityEditsFile(Path index, EntityLabels known) {
    this.index = index;
    this.known = known;
  }

  /**
   * What is in force.
   *
   * @param problem why it is not the file as it stands, naming file and line; null where it is
   */
  public record InForce(EntityEdits edits, @Nullable String problem) {}

  /** Whether a file in the folder of an index is one of these. */
  static boolean isOne(String name) {
    return List.of(NAME, LAST_GOOD, LOCK).contains(name);
  }

  /** What is in force in an index; the tables are read only where there are corrections. */
  public static InForce inForce(Path index, IndexConfig config) {
    return exists(index)
        ? new EntityEditsFile(index, EntityLabels.of(config)).read()
        : new InForce(EntityEdits.NONE, null);
  }

  /** Whether there is such a file in the folder of an index. */
  public static boolean exists(Path index) {
    return Files.exists(index.resolve(NAME));
  }

  /** What is wrong with the file, naming it and the line, or null. Changes nothing. */
  @Nullable String problem() {
    try {
      String content = content(NAME);
      if (content != null) {
        parse(NAME, content);
      }
      return null;
    } catch (ConfigException broken) {
      return broken.getMessage();
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  private String unreadable(IOException e) {
    return index.resolve(NAME) + " cannot be read: " + e.getMessage();
  }

  /**
   * The corrections in force: those of the file, or of its last good version where the file is
   * broken. A good file is noted as that version, if the folder can be written to.
   */
  public InForce read() {
    try {
      String content = content(NAME);
      if (content == null) {
        return new InForce(EntityEdits.NONE, null);
      }
      EntityEdits edits = parse(NAME, content);
      keepAsLastGood(content);
      return new InForce(edits, null);
    } catch (ConfigException broken) {
      return lastGood(String.valueOf(broken.getMessage()));
    } catch (IOException e) {
      return lastGood(unreadable(e));
    }
  }

  private InForce lastGood(String problem) {
    try {
      String content = content(LAST_GOOD);
      return content == null
          ? new InForce(EntityEdits.NONE, problem + ". No corrections are in force.")
          : new InForce(
              parse(LAST_GOOD, content),
              problem + ". The last good version is in force, " + index.resolve(LAST_GOOD) + ".");
    } catch (ConfigException | IOException e) {
      return new InForce(
          EntityEdits.NONE,
          problem + ". Nor can its last good version be read: no corrections are in force.");
    }
  }

  /**
   * Adds corrections at the end of the file, all or none.
   *
   * @throws ConfigException if the file is broken, or would be with them; it is left as it is
   * @throws IndexException if it cannot be written
   */
  public EntityEdits add(List<EntityEdit> edits) {
    return addLines(edits.stream().map(edit -> new EntityEdits.Line(0, edit, "")).toList());
  }

  /**
   * Adds corrections with notes at the end of the file, all or none.
   *
   * @param edits their numbers make no difference
   * @throws ConfigException if the file is broken, or would be with them; it is left as it is
   * @throws IndexException if it cannot be written
   */
  public EntityEdits addLines(List<EntityEdits.Line> edits) {
    return change(
        content -> {
          StringBuilder longer = new StringBuilder(content);
          if (!content.isEmpty() && !content.endsWith("\n")) {
            longer.append('\n');
          }
          edits.forEach(edit -> longer.append(edit.text()).append('\n'));
          return longer.toString();
        });
  }

  /**
   * Takes a correction out of the file.
   *
   * @param number of its line; 0 for the last
   * @throws ConfigException if the file is broken or would be without it, or the line holds no edit
   * @throws IndexException if it cannot be written
   */
  public EntityEdits remove(int number) {
    return change(content -> without(content, number));
  }

  /**
   * Takes all corrections out of the file whose notes begin so.
   *
   * @throws ConfigException if the file is broken or would be without them
   * @throws IndexException if it cannot be written
   */
  public EntityEdits removeNoted(String beginning) {
    return change(
        content -> {
          List<String> lines = new ArrayList<>(List.of(content.split("\n", -1)));
          List<EntityEdits.Line> edits = parse(NAME, content).lines();
          for (EntityEdits.Line line : edits.reversed()) {
            if (line.note().startsWith(beginning)) {
              lines.remove(line.number() - 1);
            }
          }
          return String.join("\n", lines);
        });
  }

  private String without(String content, int number) {
    List<EntityEdits.Line> edits = parse(NAME, content).lines();
    if (edits.isEmpty()) {
      throw new ConfigException(index.resolve(NAME) + ": there is no edit to take back.");
    }
    int wanted = number == 0 ? edits.getLast().number() : number;
    if (edits.stream().noneMatch(line -> line.number() == wanted)) {
      throw new ConfigException(
          index.resolve(NAME) + ":" + wanted + ": no edit stands in this line.");
    }
    List<String> lines = new ArrayList<>(List.of(content.split("\n", -1)));
    lines.remove(wanted - 1);
    return String.join("\n", lines);
  }

  private interface Change {
    String of(String content);
  }

  private EntityEdits change(Change change) {
    synchronized (ONE_EDITOR) {
      try (FileChannel lock =
          FileChannel.open(
              index.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        var held = lock.lock();
        try {
          String before = content(NAME);
          String after = change.of(before == null ? HEAD : before);
          EntityEdits edits = parse(NAME, after);
          write(NAME, after);
          keepAsLastGood(after);
          return edits;
        } finally {
          held.release();
        }
      } catch (IOException e) {
        throw IndexFolder.failure(index, "cannot take a correction", e);
      }
    }
  }

  private EntityEdits parse(String name, String content) {
    return EntityEdits.parse(index.resolve(name).toString(), content, known);
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

  /** A reader may have no right to write here; then the copy stays as it is. */
  private void keepAsLastGood(String content) {
    try {
      if (!content.equals(content(LAST_GOOD))) {
        write(LAST_GOOD, content);
      }
    } catch (ConfigException | IOException e) {
      // The corrections are in force all the same.
    }
  }

  private void write(String name, String content) throws IOException {
    Path fresh = Files.createTempFile(index, name, ".new");
    try {
      Files.writeString(fresh, content);
      try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      try {
        Files.move(fresh, index.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, index.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
