package org.fihris.index;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdit;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityLabels;
import org.jspecify.annotations.Nullable;

/** The file of users' corrections to the entities of an index. */
public final class EntityEditsFile {

  /** The file that people edit. */
  public static final String NAME = "entity-edits.tsv";

  /** The copy of the last version that could be read. */
  public static final String LAST_GOOD = "entity-edits.last-good.tsv";

  private static final String HEAD =
      """
      # Corrections to the entities of this index (docs/entities-in-search.md). Cells are parted by tabs.
      version\t%d
      """
          .formatted(EntityEdits.VERSION);

  private final EditedFile<EntityEdits> file;

  public EntityEditsFile(Path index, EntityLabels known) {
    this.file =
        new EditedFile<>(
            index,
            new EditedFile.Kind("entity-edits", "corrections"),
            HEAD,
            (name, content) -> EntityEdits.parse(name, content, known));
  }

  /**
   * What is in force.
   *
   * @param problem why it is not the file as it stands, naming file and line; null where it is
   */
  public record InForce(EntityEdits edits, @Nullable String problem) {}

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
    return file.problem();
  }

  /**
   * The corrections in force: those of the file, or of its last good version where the file is
   * broken. A good file is noted as that version, if the folder can be written to.
   */
  public InForce read() {
    EditedFile.InForce<EntityEdits> read = file.read(EntityEdits.NONE);
    return new InForce(read.value(), read.problem());
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
    return file.add(edits.stream().map(EntityEdits.Line::text).toList());
  }

  /**
   * Takes a correction out of the file.
   *
   * @param number of its line; 0 for the last
   * @throws ConfigException if the file is broken or would be without it, or the line holds no edit
   * @throws IndexException if it cannot be written
   */
  public EntityEdits remove(int number) {
    return file.change(content -> without(content, number));
  }

  /**
   * Takes all corrections out of the file whose notes begin so.
   *
   * @throws ConfigException if the file is broken or would be without them
   * @throws IndexException if it cannot be written
   */
  public EntityEdits removeNoted(String beginning) {
    return file.change(
        content -> {
          List<String> lines = new ArrayList<>(List.of(content.split("\n", -1)));
          List<EntityEdits.Line> edits = file.parse(content).lines();
          for (EntityEdits.Line line : edits.reversed()) {
            if (line.note().startsWith(beginning)) {
              lines.remove(line.number() - 1);
            }
          }
          return String.join("\n", lines);
        });
  }

  private String without(String content, int number) {
    List<EntityEdits.Line> edits = file.parse(content).lines();
    if (edits.isEmpty()) {
      throw new ConfigException(file.path() + ": there is no edit to take back.");
    }
    int wanted = number == 0 ? edits.getLast().number() : number;
    if (edits.stream().noneMatch(line -> line.number() == wanted)) {
      throw new ConfigException(file.path() + ":" + wanted + ": no edit stands in this line.");
    }
    List<String> lines = new ArrayList<>(List.of(content.split("\n", -1)));
    lines.remove(wanted - 1);
    return String.join("\n", lines);
  }
}
