package org.fihris.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdit;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityLabels;
import org.jspecify.annotations.Nullable;

/** The table of users' corrections to the entities of an index. */
public final class EntityEditsFile {

  /** The file that people edit, where the index is in a folder. */
  public static final String NAME = "entity-edits.tsv";

  private static final String HEAD =
      """
      # Corrections to the entities of this index (docs/entities-in-search.md). Cells are parted by tabs.
      version\t"""
          + EntityEdits.VERSION
          + "\n";

  private final EditedTable<EntityEdits> table;

  private EntityEditsFile(EditedTable<EntityEdits> table) {
    this.table = table;
  }

  /** The corrections beside an index; the tables are read only where there are corrections. */
  public static EntityEditsFile in(BesideIndex beside, IndexConfig config) {
    return in(beside, () -> EntityLabels.of(config));
  }

  /**
   * @param known the entities of the tables
   */
  static EntityEditsFile in(BesideIndex beside, Supplier<EntityLabels> known) {
    EditedText.Kind kind = EditedText.Kind.ENTITY_EDITS;
    return new EntityEditsFile(
        new EditedTable<>(
            beside.text(kind),
            kind,
            HEAD,
            (name, content) -> EntityEdits.parse(name, content, known.get())));
  }

  /**
   * What is in force.
   *
   * @param problem why it is not the table as it stands, naming it and the line; null where it is
   */
  public record InForce(EntityEdits edits, @Nullable String problem) {}

  /** What is in force in an index in a folder. */
  public static InForce inForce(Path index, IndexConfig config) {
    return in(new FolderBeside(index), config).read();
  }

  /** What is wrong with the table, naming it and the line, or null. Changes nothing. */
  @Nullable String problem() {
    return table.problem();
  }

  /**
   * The corrections in force: those of the table, or of its last good version where the table is
   * broken. A good one is noted as that version, if that can be done.
   */
  public InForce read() {
    EditedTable.InForce<EntityEdits> read = table.read(EntityEdits.NONE);
    return new InForce(read.value(), read.problem());
  }

  /** The table as it stands, whether it can be read or not. */
  public String content() {
    return table.content();
  }

  /**
   * Puts another table in the place of this one, broken or not.
   *
   * @param from how messages name the other
   * @throws ConfigException if it is broken, naming it and the line; nothing is changed
   * @throws IndexException if it cannot be written
   */
  public EntityEdits replace(String from, String content) {
    return table.replace(from, content);
  }

  /**
   * Adds corrections at the end of the table, all or none.
   *
   * @throws ConfigException if the table is broken, or would be with them; it is left as it is
   * @throws IndexException if it cannot be written
   */
  public EntityEdits add(List<EntityEdit> edits) {
    return addLines(edits.stream().map(edit -> new EntityEdits.Line(0, edit, "")).toList());
  }

  /**
   * Adds corrections with notes at the end of the table, all or none.
   *
   * @param edits their numbers make no difference
   * @throws ConfigException if the table is broken, or would be with them; it is left as it is
   * @throws IndexException if it cannot be written
   */
  public EntityEdits addLines(List<EntityEdits.Line> edits) {
    return table.add(edits.stream().map(EntityEdits.Line::text).toList());
  }

  /**
   * Takes a correction out of the table.
   *
   * @param number of its line; 0 for the last
   * @throws ConfigException if the table is broken or would be without it, or the line holds no
   *     edit
   * @throws IndexException if it cannot be written
   */
  public EntityEdits remove(int number) {
    return table.change(content -> without(content, number));
  }

  /**
   * Takes all corrections out of the table whose notes begin so.
   *
   * @throws ConfigException if the table is broken or would be without them
   * @throws IndexException if it cannot be written
   */
  public EntityEdits removeNoted(String beginning) {
    return table.change(
        content -> {
          List<String> lines = new ArrayList<>(List.of(content.split("\n", -1)));
          List<EntityEdits.Line> edits = table.parse(content).lines();
          for (EntityEdits.Line line : edits.reversed()) {
            if (line.note().startsWith(beginning)) {
              lines.remove(line.number() - 1);
            }
          }
          return String.join("\n", lines);
        });
  }

  private String without(String content, int number) {
    List<EntityEdits.Line> edits = table.parse(content).lines();
    if (edits.isEmpty()) {
      throw new ConfigException(table.name() + ": there is no edit to take back.");
    }
    int wanted = number == 0 ? edits.getLast().number() : number;
    if (edits.stream().noneMatch(line -> line.number() == wanted)) {
      throw new ConfigException(table.name() + ":" + wanted + ": no edit stands in this line.");
    }
    List<String> lines = new ArrayList<>(List.of(content.split("\n", -1)));
    lines.remove(wanted - 1);
    return String.join("\n", lines);
  }
}
