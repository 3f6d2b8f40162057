package org.fihris.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.config.ConfigLine;

/**
 * Reads the lines of one entity file. The head of each file in {@code index-config/entities}
 * documents the format.
 */
final class GazetteerTable {

  /** An entity with all that the table says of it. */
  record Row(ConfigLine line, Entity entity, List<Name> names, Cues cues) {}

  private static final String NO_ENTITY = "-";
  private static final String GIVEN_NAMES = "@given";
  private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final String SHORT_JOINS = "+";

  private final EntityType type;
  private final List<Row> rows = new ArrayList<>();
  private final List<Name> phrases = new ArrayList<>();
  private final Map<String, Cues> groups = new HashMap<>();

  GazetteerTable(EntityType type, List<ConfigLine> lines) {
    this.type = type;
    lines.forEach(this::read);
  }

  List<Row> rows() {
    return rows;
  }

  /** Phrases that hold a name but mean none of the entities. */
  List<Name> phrases() {
    return phrases;
  }

  /** Given names, folded: a person's name that follows one of them is not the whole name. */
  List<String> givenNames() {
    return groups.getOrDefault(GIVEN_NAMES, Cues.NONE).before();
  }

  private void read(ConfigLine line) {
    List<String> cells = line.cells();
    String first = cells.getFirst();
    if (first.startsWith("@")) {
      readGroup(line, cells);
    } else if (first.equals(NO_ENTITY)) {
      readPhrases(line, cells);
    } else {
      readEntity(line, cells);
    }
  }

  private void readGroup(ConfigLine line, List<String> cells) {
    require(cells.size() == 2, line, "expected @group and its cue words in 2 columns");
    Cues known = groups.put(cells.getFirst(), cues(line, cells.get(1)));
    require(known == null, line, "the cue group " + cells.getFirst() + " is defined twice");
  }

  private void readPhrases(ConfigLine line, List<String> cells) {
    require(cells.size() == 2, line, "expected - and phrases in 2 columns");
    for (String cell : cells(cells.get(1))) {
      phrases.addAll(names(line, cell));
    }
  }

  private void readEntity(ConfigLine line, List<String> cells) {
    require(
        cells.size() >= 3 && cells.size() <= 5,
        line,
        "expected 3 to 5 columns (id, Arabic label, English label, names, cues), found "
            + cells.size());
    String id = cells.getFirst();
    require(id.matches(ID), line, "the id '" + id + "' is not of the form donald-trump");
    require(!cells.get(1).isEmpty(), line, "the Arabic label is empty");
    require(!cells.get(2).isEmpty(), line, "the English label is empty");
    Entity entity = new Entity(id, type, cells.get(1), cells.get(2));
    List<Name> names = entityNames(line, entity, cells.size() > 3 ? cells.get(3) : "");
    Cues cues = cells.size() > 4 ? cues(line, cells.get(4)) : Cues.NONE;
    require(
        !cues.isEmpty() || names.stream().anyMatch(name -> name.use().isCertain()),
        line,
        "every name is conditional and there is no cue, so it can never be found");
    rows.add(new Row(line, entity, names, cues));
  }

  private List<Name> entityNames(ConfigLine line, Entity entity, String cell) {
    Map<List<String>, Name> names = new LinkedHashMap<>();
    for (String alternatives : cells(cell)) {
      for (Name name : names(line, alternatives)) {
        Name other = names.putIfAbsent(name.words(), name);
        require(
            other == null || other.use() == name.use(),
            line,
            "'" + name.written() + "' is given twice with different marks");
      }
    }
    Name label = Name.of(entity.labelAr(), Use.ALWAYS, false);
    require(!label.words().isEmpty(), line, "the Arabic label holds no word");
    names.putIfAbsent(label.words(), label);
    return List.copyOf(names.values());
  }

  /** The names of one cell entry: each word may offer spellings, {@code هيغسيث/هيجسيث}. */
  private static List<Name> names(ConfigLine line, String entry) {
    String bare = entry;
    Use use = use(bare);
    bare = use == Use.ALWAYS ? bare : bare.substring(0, bare.length() - 1).strip();
    boolean shortJoins = bare.endsWith(SHORT_JOINS);
    bare = shortJoins ? bare.substring(0, bare.length() - 1).strip() : bare;
    List<Name> names = new ArrayList<>();
    for (String written : spellings(bare)) {
      Name name = Name.of(written, use, shortJoins);
      require(!name.words().isEmpty(), line, "the name '" + entry + "' holds no word");
      require(
          !shortJoins || Name.isShort(name.words()),
          line,
          "'" + entry + "': + is for single words of at most 3 letters, others take particles");
      names.add(name);
    }
    return names;
  }

  private static Use use(String entry) {
    return switch (entry.charAt(entry.length() - 1)) {
      case '?' -> Use.SUPPORTED;
      case '!' -> Use.CUED;
      case ')' -> Use.BRACKETED;
      case '~' -> Use.NOUN;
      default -> Use.ALWAYS;
    };
  }

  private static List<String> spellings(String entry) {
    List<String> spellings = List.of("");
    for (String word : entry.split(" +")) {
      List<String> longer = new ArrayList<>();
      for (String start : spellings) {
        for (String option : word.split("/")) {
          longer.add(start.isEmpty() ? option : start + " " + option);
        }
      }
      spellings = longer;
    }
    return spellings;
  }

  private Cues cues(ConfigLine line, String cell) {
    Set<String> before = new LinkedHashSet<>();
    Set<String> anywhere = new LinkedHashSet<>();
    for (String cue : cells(cell)) {
      if (cue.startsWith("@")) {
        require(groups.containsKey(cue), line, "no cue group " + cue + " is defined above");
        Cues group = groups.getOrDefault(cue, Cues.NONE);
        before.addAll(group.before());
        anywhere.addAll(group.anywhere());
      } else {
        boolean everywhere = cue.startsWith("*");
        List<String> words = Name.words(cue);
        require(words.size() == 1, line, "the cue '" + cue + "' is not one word");
        (everywhere ? anywhere : before).add(words.getFirst());
      }
    }
    return new Cues(List.copyOf(before), List.copyOf(anywhere));
  }

  private static List<String> cells(String cell) {
    return Arrays.stream(cell.split("\\|"))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  private static void require(boolean condition, ConfigLine line, String problem) {
    if (!condition) {
      throw line.error(problem);
    }
  }
}
