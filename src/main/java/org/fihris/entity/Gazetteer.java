package org.fihris.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.jspecify.annotations.Nullable;

/** All known entities with their names. Immutable, thread-safe. */
public final class Gazetteer {
  private static final List<List<String>> NO_SPELLINGS = List.of();

  private final List<GazetteerTable.Row> rows = new ArrayList<>();
  private final List<Name> phrases = new ArrayList<>();
  private final List<String> givenNames = new ArrayList<>();
  private final Map<String, GazetteerTable.Row> byId = new LinkedHashMap<>();
  private final Map<String, Set<Entity>> byKey = new HashMap<>();

  private final IndexConfig config;

  private Gazetteer(IndexConfig config, Function<EntityType, List<ConfigLine>> lines) {
    this.config = config;
    for (EntityType type : EntityType.values()) {
      GazetteerTable table = new GazetteerTable(type, lines.apply(type));
      rows.addAll(table.rows());
      phrases.addAll(table.phrases());
      givenNames.addAll(table.givenNames());
    }
    rows.forEach(this::indexId);
    rejectDoubleClaims();
    rows.forEach(this::indexNames);
  }

  /**
   * The entities of the three tables under {@code entities/}.
   *
   * @throws org.fihris.config.ConfigException with file and line on a malformed row, an id given
   *     twice, or a name that two entities claim without condition
   */
  public static Gazetteer of(IndexConfig config) {
    return config.once(
        Gazetteer.class, tables -> new Gazetteer(tables, type -> tables.lines(file(type))));
  }

  /** The entities of some lines of the tables, in the order of the files. */
  static Gazetteer of(IndexConfig config, Map<EntityType, List<ConfigLine>> lines) {
    return new Gazetteer(config, type -> lines.getOrDefault(type, List.of()));
  }

  /** Every entity, persons first, in the order of the tables. */
  public Collection<Entity> entities() {
    return byId.values().stream().map(GazetteerTable.Row::entity).toList();
  }

  /** The entity with this id, or null. */
  public @Nullable Entity byId(String id) {
    GazetteerTable.Row row = byId.get(id);
    return row == null ? null : row.entity();
  }

  /**
   * The entities that this name may mean, by any spelling, conditional names included. Vowel marks,
   * hamza, articles, and the gap after {@code عبد} make no difference; where names that are written
   * just so exist, only those count ({@code الرياض} is not {@code رياض}). The English label is a
   * name here too.
   *
   * @return empty if the name is unknown
   */
  public List<Entity> byName(String name) {
    Set<Entity> exact = byKey.get(exactKey(Name.words(name)));
    Set<Entity> found = exact != null ? exact : byKey.get(looseKey(Name.words(name)));
    return found == null ? List.of() : List.copyOf(found);
  }

  /** Every Arabic name of the entity as the table writes it; empty if it is none of this table. */
  public List<String> names(Entity entity) {
    GazetteerTable.Row row = byId.get(entity.id());
    return row == null ? List.of() : row.names().stream().map(Name::written).toList();
  }

  /** Read when it is asked for: who only looks names up does not need it. */
  Vocabulary vocabulary() {
    return Vocabulary.of(config);
  }

  /** The tagger of the configuration, read anew; null if it has none. */
  @Nullable TaggerModel tagger() {
    byte[] model = config.model();
    return model == null ? null : TaggerModel.read(model, config.modelName());
  }

  Transliteration transliteration(Vocabulary vocabulary) {
    return new Transliteration(config, vocabulary);
  }

  List<GazetteerTable.Row> rows() {
    return Collections.unmodifiableList(rows);
  }

  List<Name> phrases() {
    return Collections.unmodifiableList(phrases);
  }

  List<String> givenNames() {
    return Collections.unmodifiableList(givenNames);
  }

  static String file(EntityType type) {
    return switch (type) {
      case PERSON -> "entities/persons.tsv";
      case PLACE -> "entities/places.tsv";
      case ORGANISATION -> "entities/organisations.tsv";
    };
  }

  private void indexId(GazetteerTable.Row row) {
    GazetteerTable.Row first = byId.putIfAbsent(row.entity().id(), row);
    if (first != null) {
      throw row.line().error("the id is already given in " + place(first));
    }
  }

  private void rejectDoubleClaims() {
    Map<List<String>, GazetteerTable.Row> claimed = new HashMap<>();
    for (GazetteerTable.Row row : rows) {
      for (Name name : row.names()) {
        for (List<String> words : name.use().isCertain() ? name.spellings() : NO_SPELLINGS) {
          GazetteerTable.Row first = claimed.putIfAbsent(words, row);
          if (first != null && first != row) {
            throw row.line()
                .error(
                    "the name '%s' belongs to %s already (%s); mark it with ? in at least one"
                        .formatted(name.written(), first.entity().id(), place(first)));
          }
        }
      }
    }
  }

  private void indexNames(GazetteerTable.Row row) {
    for (Name name : row.names()) {
      for (List<String> words : name.spellings()) {
        indexWords(words, row.entity());
      }
    }
    indexWords(Name.words(row.entity().labelEn()), row.entity());
  }

  private void indexWords(List<String> words, Entity entity) {
    byKey.computeIfAbsent(exactKey(words), key -> new LinkedHashSet<>()).add(entity);
    byKey.computeIfAbsent(looseKey(words), key -> new LinkedHashSet<>()).add(entity);
  }

  static String exactKey(List<String> words) {
    return String.join(" ", words);
  }

  /** Without articles and hamza; begins with a space so that it never equals an exact key. */
  static String looseKey(List<String> words) {
    return words.stream()
        .map(word -> word.startsWith("ال") && word.length() > 3 ? word.substring(2) : word)
        .map(word -> word.replace('ؤ', 'و').replace('ئ', 'ي').replace("ء", ""))
        .collect(Collectors.joining(" ", " ", ""));
  }

  private static String place(GazetteerTable.Row row) {
    return row.line().file() + ":" + row.line().number();
  }
}
