package org.fihris.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The corrections that users made to the entities of an index: which id is shown for an id and
 * spelling that was indexed, under which labels, and which entities are shown at all. The order of
 * the lines makes no difference. Immutable, thread-safe.
 */
public final class EntityEdits {

  /** The version of the file format. */
  public static final int VERSION = 1;

  /** No corrections. */
  public static final EntityEdits NONE = new EntityEdits(List.of());

  private final List<Line> lines;
  private final Map<String, String> merged = new HashMap<>();
  private final Map<String, Map<String, String>> splits = new HashMap<>();
  private final Map<String, EntityEdit.Rename> renamed = new HashMap<>();
  private final Set<String> hidden = new LinkedHashSet<>();
  private final Map<String, Set<String>> names = new LinkedHashMap<>();
  private final Map<String, Set<String>> byKey = new HashMap<>();
  private final Set<String> regrouped = new HashSet<>();

  /**
   * An edit and where it stands.
   *
   * @param number of the line in its file, from 1
   * @param note why it was made, as the line has it behind a number sign; empty if it has none
   */
  public record Line(int number, EntityEdit edit, String note) {

    /** The edit with its note as a line of the file. */
    public String text() {
      return note.isEmpty() ? edit.line() : edit.line() + NOTE + note;
    }
  }

  /** What parts the cells of an edit from its note. */
  static final String NOTE = "\t# ";

  EntityEdits(List<Line> lines) {
    this.lines = List.copyOf(lines);
    lines.forEach(line -> put(line.edit()));
    lines.forEach(line -> putNames(line.edit()));
    lines.forEach(line -> regrouped.addAll(regrouped(line.edit())));
  }

  /**
   * The corrections of a file.
   *
   * @param file as the user knows it, for messages
   * @param content all of it
   * @param known the entities of the tables
   * @throws org.fihris.config.ConfigException with file and line on a line that is none of the
   *     format, a cycle of merges, an entity merged twice, a name that two entities claim, and two
   *     lines that contradict each other
   */
  public static EntityEdits parse(String file, String content, EntityLabels known) {
    return new EntityEditsParser(file, known).parse(content);
  }

  /** The edits in the order of their lines. */
  public List<Line> lines() {
    return lines;
  }

  /** Whether nothing is corrected. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /**
   * The entity that is shown for one that was indexed.
   *
   * @param spelling the one that the article has; empty where it is not known
   */
  public String shown(String indexedId, String spelling) {
    Map<String, String> bySpelling = splits.get(indexedId);
    @Nullable String split = bySpelling == null ? null : bySpelling.get(Spellings.key(spelling));
    return shown(split == null ? indexedId : split);
  }

  /** The entity that an id stands for after all merges: itself, or another. */
  public String shown(String id) {
    String at = id;
    for (String next = merged.get(at); next != null; next = merged.get(at)) {
      at = next;
    }
    return at;
  }

  /** The entities that one that was indexed is shown as, by whatever spelling: itself for most. */
  public Set<String> shownAs(String indexedId) {
    Set<String> shown = new LinkedHashSet<>(Set.of(shown(indexedId)));
    splits.getOrDefault(indexedId, Map.of()).values().forEach(into -> shown.add(shown(into)));
    return shown;
  }

  /**
   * Whether an entity is shown for other articles than those that were indexed with its id, or may
   * be.
   */
  public boolean isRegrouped(String id) {
    return regrouped.contains(id);
  }

  /** The entities that are {@linkplain #isRegrouped regrouped}, by any of their ids. */
  public Set<String> regrouped() {
    return Collections.unmodifiableSet(regrouped);
  }

  /** The ids that an edit takes articles from or gives them to, merges of them followed. */
  private List<String> regrouped(EntityEdit edit) {
    return switch (edit) {
      case EntityEdit.Merge(String from, String into) -> List.of(from, into, shown(into));
      case EntityEdit.Split(String from, String spelling, String into) ->
          List.of(from, shown(from), into, shown(into));
      case EntityEdit.Rename rename -> List.of();
      case EntityEdit.Hide hide -> List.of();
      case EntityEdit.Alias alias -> List.of();
    };
  }

  /** Whether an entity, by the id it is shown under, is shown nowhere. */
  public boolean isHidden(String shownId) {
    return hidden.contains(shownId);
  }

  /** The labels that an entity was given, or null if it has those of the tables. */
  public EntityEdit.@Nullable Rename labels(String shownId) {
    return renamed.get(shownId);
  }

  /** Whether a line of the table makes or names this entity. */
  public boolean mentions(String id) {
    return lines.stream().anyMatch(line -> ids(line.edit()).contains(id));
  }

  /** The ids that are shown as this one, in order, without itself. */
  public List<String> mergedInto(String shownId) {
    Set<String> ids = new TreeSet<>();
    for (String id : merged.keySet()) {
      if (shown(id).equals(shownId)) {
        ids.add(id);
      }
    }
    return List.copyOf(ids);
  }

  /**
   * The ids of which articles may be shown under this one, in order: all of some, of others those
   * that name it under some spelling.
   */
  public List<String> indexedAs(String shownId) {
    Set<String> ids = new TreeSet<>(mergedInto(shownId));
    if (!merged.containsKey(shownId)) {
      ids.add(shownId);
    }
    splits.forEach(
        (from, bySpelling) -> {
          if (bySpelling.values().stream().anyMatch(into -> shown(into).equals(shownId))) {
            ids.add(from);
          }
        });
    return List.copyOf(ids);
  }

  /** Whether an entity that was indexed is shown as several, by its spellings. */
  public boolean isSplit(String indexedId) {
    return splits.containsKey(indexedId);
  }

  /** The names that an entity has by these edits, besides those of the tables. */
  public List<String> names(String shownId) {
    return List.copyOf(names.getOrDefault(shownId, Set.of()));
  }

  /**
   * The entities that have this name by these edits, by the ids they are shown under. Vowel marks,
   * hamza and articles make no difference; names that are written just so go before.
   */
  public List<String> named(String name) {
    List<String> words = Name.words(name);
    Set<String> exact = byKey.get(Gazetteer.exactKey(words));
    Set<String> found = exact != null ? exact : byKey.get(Gazetteer.looseKey(words));
    return found == null ? List.of() : List.copyOf(found);
  }

  /** Whether two spellings differ by vowel marks, hamza on alef, ة, ى and the like only. */
  public static boolean sameSpelling(String one, String other) {
    return Spellings.key(one).equals(Spellings.key(other));
  }

  /** The ids that an edit speaks of. */
  static List<String> ids(EntityEdit edit) {
    return switch (edit) {
      case EntityEdit.Merge(String from, String into) -> List.of(from, into);
      case EntityEdit.Split(String from, String spelling, String into) -> List.of(from, into);
      case EntityEdit.Rename rename -> List.of(rename.id());
      case EntityEdit.Hide(String id) -> List.of(id);
      case EntityEdit.Alias(String id, String name) -> List.of(id);
    };
  }

  private void put(EntityEdit edit) {
    switch (edit) {
      case EntityEdit.Merge(String from, String into) -> merged.put(from, into);
      case EntityEdit.Split(String from, String spelling, String into) ->
          splits.computeIfAbsent(from, id -> new HashMap<>()).put(Spellings.key(spelling), into);
      case EntityEdit.Rename rename -> renamed.put(rename.id(), rename);
      case EntityEdit.Hide(String id) -> hidden.add(id);
      case EntityEdit.Alias alias -> {}
    }
  }

  /** After all merges are known: a name is one of the entity that is shown. */
  private void putNames(EntityEdit edit) {
    switch (edit) {
      case EntityEdit.Rename rename -> {
        putName(rename.id(), rename.labelAr());
        putName(rename.id(), rename.labelEn());
      }
      case EntityEdit.Split split -> putName(split.into(), split.spelling());
      case EntityEdit.Alias alias -> putName(alias.id(), alias.name());
      case EntityEdit.Merge merge -> {}
      case EntityEdit.Hide hide -> {}
    }
  }

  private void putName(String id, String name) {
    String shownId = shown(id);
    names.computeIfAbsent(shownId, key -> new LinkedHashSet<>()).add(name);
    List<String> words = Name.words(name);
    for (String key : List.of(Gazetteer.exactKey(words), Gazetteer.looseKey(words))) {
      byKey.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(shownId);
    }
  }

  /** The spelling that made an entity by a split, or null: its label until it is given one. */
  public @Nullable String splitOff(String id) {
    List<String> spellings = new ArrayList<>();
    for (Line line : lines) {
      if (line.edit() instanceof EntityEdit.Split(String from, String spelling, String into)
          && into.equals(id)) {
        spellings.add(spelling);
      }
    }
    return spellings.isEmpty() ? null : spellings.getFirst();
  }
}
