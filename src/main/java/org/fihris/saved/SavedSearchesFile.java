package org.fihris.saved;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fihris.config.ConfigException;
import org.fihris.config.ConfigLine;
import org.fihris.index.BesideIndex;
import org.fihris.index.EditedTable;
import org.fihris.index.EditedText;
import org.fihris.index.IndexException;
import org.jspecify.annotations.Nullable;

/** The table of the saved searches of an index. Safe for any number of threads and processes. */
public final class SavedSearchesFile {

  /** The file that people edit, where the index is in a folder. */
  public static final String NAME = "saved-searches.tsv";

  /** More searches of one index are refused. */
  public static final int MOST = 20_000;

  private static final String HEADER = "version\t1";

  private static final String HEAD =
      """
      # Saved searches of this index (docs/saved-searches.md). Cells are parted by tabs.
      %s
      """
          .formatted(HEADER);

  private final EditedTable<List<SavedSearch>> table;

  /** The saved searches beside an index. */
  public SavedSearchesFile(BesideIndex beside) {
    EditedText.Kind kind = EditedText.Kind.SAVED_SEARCHES;
    this.table = new EditedTable<>(beside.text(kind), kind, HEAD, SavedSearchesFile::parse);
  }

  /**
   * What is in force.
   *
   * @param problem why it is not the table as it stands, naming it and the line; null where it is
   */
  public record InForce(List<SavedSearch> searches, @Nullable String problem) {}

  /** What is wrong with the table, naming it and the line, or null. Changes nothing. */
  public @Nullable String problem() {
    return table.problem();
  }

  /** The searches of the table, or of its last good version where the table is broken. */
  public InForce inForce() {
    EditedTable.InForce<List<SavedSearch>> read = table.read(List.of());
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
  public List<SavedSearch> replace(String from, String content) {
    return table.replace(from, content);
  }

  /**
   * Adds searches, all or none.
   *
   * @return all that are in force then
   * @throws ConfigException if a name is taken, there are too many, or the table is broken
   * @throws IndexException if it cannot be written
   */
  public List<SavedSearch> add(List<SavedSearch> searches) {
    return table.add(searches.stream().map(SavedSearchLine::of).toList());
  }

  /**
   * Takes a search out of the table.
   *
   * @throws ConfigException if there is none of that name, or the table is broken
   * @throws IndexException if it cannot be written
   */
  public List<SavedSearch> remove(String name) {
    return table.change(content -> without(content, name));
  }

  private String without(String content, String name) {
    List<String> kept = new ArrayList<>();
    boolean found = false;
    for (String raw : content.split("\n", -1)) {
      List<String> cells = new ConfigLine(NAME, 0, raw.strip()).cells();
      boolean named =
          cells.size() > 1 && cells.getFirst().equals("search") && cells.get(1).equals(name);
      found |= named;
      if (!named) {
        kept.add(raw);
      }
    }
    if (!found) {
      throw new ConfigException(table.name() + ": no saved search has the name '" + name + "'.");
    }
    return String.join("\n", kept);
  }

  private static List<SavedSearch> parse(String name, String content) {
    List<SavedSearch> searches = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    boolean header = false;
    int number = 0;
    for (String raw : content.split("\n", -1)) {
      number++;
      ConfigLine line = new ConfigLine(name, number, raw.strip());
      if (line.text().isEmpty() || line.text().charAt(0) == '#') {
        continue;
      }
      if (!header) {
        requireHeader(line);
        header = true;
        continue;
      }
      SavedSearch search = SavedSearchLine.read(line);
      Integer before = lines.putIfAbsent(search.name(), number);
      if (before != null) {
        throw line.error("the name '" + search.name() + "' is taken by line " + before);
      }
      searches.add(search);
      if (searches.size() > MOST) {
        throw line.error("more than " + MOST + " saved searches");
      }
    }
    return List.copyOf(searches);
  }

  private static void requireHeader(ConfigLine line) {
    if (!line.text().equals(HEADER)) {
      throw line.error(
          line.cells().getFirst().equals("version")
              ? "this version of Fihris reads version 1 of the file; use the Fihris that wrote it"
              : "expected the line " + HEADER + " before all searches");
    }
  }
}
