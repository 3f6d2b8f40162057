package org.fihris.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.config.ConfigLine;
import org.jspecify.annotations.Nullable;

/** Reads a file of {@link EntityEdits}. For one use. */
final class EntityEditsParser {
  private static final String HEADER = "version\t" + EntityEdits.VERSION;

  private final String file;
  private final EntityLabels known;
  private final List<EntityEdits.Line> edits = new ArrayList<>();

  /** What was said already, by a key that only a contradiction or a repetition shares. */
  private final Map<String, ConfigLine> said = new HashMap<>();

  private final Map<String, String> merged = new HashMap<>();

  /** Names with the id that claims them. */
  private final Map<String, String> claims = new HashMap<>();

  EntityEditsParser(String file, EntityLabels known) {
    this.file = file;
    this.known = known;
  }

  EntityEdits parse(String content) {
    boolean header = false;
    int number = 0;
    for (String raw : content.split("\n", -1)) {
      number++;
      ConfigLine line = new ConfigLine(file, number, raw.strip());
      if (line.text().isEmpty() || line.text().charAt(0) == '#') {
        continue;
      }
      if (header) {
        int note = line.text().indexOf(EntityEdits.NOTE);
        String cells = note < 0 ? line.text() : line.text().substring(0, note);
        EntityEdit edit = edit(new ConfigLine(file, number, cells));
        check(line, edit);
        String why =
            note < 0 ? "" : line.text().substring(note + EntityEdits.NOTE.length()).strip();
        edits.add(new EntityEdits.Line(number, edit, why));
      } else {
        requireHeader(line);
        header = true;
      }
    }
    return new EntityEdits(edits);
  }

  private static void requireHeader(ConfigLine line) {
    List<String> cells = line.cells();
    if (cells.getFirst().equals("version") && !line.text().equals(HEADER)) {
      throw line.error(
          "this version of Fihris reads version "
              + EntityEdits.VERSION
              + " of the file; use the Fihris that wrote it");
    }
    require(line.text().equals(HEADER), line, "expected the line " + HEADER + " before all edits");
  }

  private static EntityEdit edit(ConfigLine line) {
    List<String> cells = line.cells();
    return switch (cells.getFirst()) {
      case "merge" -> {
        requireCells(line, "merge, id, id it is merged into");
        yield new EntityEdit.Merge(id(line, 1), id(line, 2));
      }
      case "split" -> {
        requireCells(line, "split, id, spelling, id it is split off to");
        yield new EntityEdit.Split(id(line, 1), name(line, 2), id(line, 3));
      }
      case "rename" -> {
        requireCells(line, "rename, id, Arabic label, English label");
        yield new EntityEdit.Rename(id(line, 1), name(line, 2), name(line, 3));
      }
      case "hide" -> {
        requireCells(line, "hide, id");
        yield new EntityEdit.Hide(id(line, 1));
      }
      case "alias" -> {
        requireCells(line, "alias, id, name");
        yield new EntityEdit.Alias(id(line, 1), name(line, 2));
      }
      default ->
          throw line.error(
              "'" + cells.getFirst() + "' is no edit; known are merge, split, rename, hide, alias");
    };
  }

  private static void requireCells(ConfigLine line, String expected) {
    int count = expected.split(",").length;
    int found = line.cells().size();
    require(
        count == found,
        line,
        "expected " + count + " cells parted by tabs (" + expected + "), found " + found);
  }

  private static String id(ConfigLine line, int cell) {
    String id = line.cells().get(cell);
    require(!id.isEmpty(), line, "cell " + (cell + 1) + ", an id, is empty");
    require(
        id.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c)),
        line,
        "an id holds no white space: '" + id + "'");
    return id;
  }

  private static String name(ConfigLine line, int cell) {
    String name = line.cells().get(cell);
    require(!Name.words(name).isEmpty(), line, "cell " + (cell + 1) + " holds no word");
    return name;
  }

  private void check(ConfigLine line, EntityEdit edit) {
    switch (edit) {
      case EntityEdit.Merge(String from, String into) -> {
        once("merge " + from, line, from + " is merged");
        apart("hide " + from, line, from + " is hidden");
        requireSameType(line, from, into);
        requireNoCycle(line, from, into);
        merged.put(from, into);
      }
      case EntityEdit.Split(String from, String spelling, String into) -> {
        require(!from.equals(into), line, from + " cannot be split off from itself");
        once("split " + from + "\t" + Spellings.key(spelling), line, "this spelling is split off");
        requireSameType(line, from, into);
        claim(line, spelling, into);
      }
      case EntityEdit.Rename(String id, String labelAr, String labelEn) ->
          once("rename " + id, line, id + " is renamed");
      case EntityEdit.Hide(String id) -> {
        once("hide " + id, line, id + " is hidden");
        apart("merge " + id, line, id + " is merged into another");
      }
      case EntityEdit.Alias(String id, String name) -> {
        claim(line, name, id);
        once("alias " + id + "\t" + Spellings.key(name), line, id + " is given this name");
      }
    }
  }

  /** Refuses a second line of the same kind. */
  private void once(String key, ConfigLine line, String what) {
    ConfigLine first = said.putIfAbsent(key, line);
    if (first != null) {
      throw line.error(what + " in line " + first.number() + " already; take one of the two out");
    }
  }

  /** Refuses a line that contradicts an earlier one of another kind. */
  private void apart(String key, ConfigLine line, String what) {
    ConfigLine first = said.get(key);
    if (first != null) {
      throw line.error(what + " in line " + first.number() + "; take one of the two out");
    }
  }

  private void requireSameType(ConfigLine line, String one, String other) {
    Entity first = known.byId(one);
    Entity second = known.byId(other);
    if (first != null && second != null && first.type() != second.type()) {
      throw line.error(
          "%s is %s and %s %s; only entities of one type can stand for each other"
              .formatted(one, word(first), other, word(second)));
    }
  }

  private static String word(Entity entity) {
    return switch (entity.type()) {
      case PERSON -> "a person";
      case PLACE -> "a place";
      case ORGANISATION -> "an organisation";
    };
  }

  private void requireNoCycle(ConfigLine line, String from, String into) {
    List<String> chain = new ArrayList<>(List.of(from));
    Set<String> passed = new HashSet<>(chain);
    for (@Nullable String at = into; at != null; at = merged.get(at)) {
      chain.add(at);
      require(
          passed.add(at), line, "the merges go round in a circle: " + String.join(" > ", chain));
    }
  }

  private void claim(ConfigLine line, String name, String id) {
    String key = Spellings.key(name);
    String first = claims.putIfAbsent(key, id);
    if (first != null && !first.equals(id)) {
      throw line.error(
          "the name '%s' is claimed by %s in line %d already; take one of the two out"
              .formatted(name, first, claimLine(key)));
    }
    said.putIfAbsent("claim " + key, line);
  }

  private int claimLine(String key) {
    ConfigLine line = said.get("claim " + key);
    return line == null ? 0 : line.number();
  }

  private static void require(boolean condition, ConfigLine line, String problem) {
    if (!condition) {
      throw line.error(problem);
    }
  }
}
