package org.fihris.facet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityEdit;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityLabels;
import org.fihris.entity.EntityType;
import org.fihris.entity.Gazetteer;
import org.fihris.entity.ListedNames;
import org.fihris.entity.Mention;
import org.fihris.entity.SeenName;
import org.fihris.entity.Transliteration;
import org.fihris.index.ArticleDocument;
import org.fihris.index.Schema;
import org.fihris.query.LabelLanguage;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a search may name or show, as the corrections of users have them. The tables
 * are read when first asked for: most searches name no entity. Safe for any number of threads.
 */
public final class KnownEntities {
  private final IndexConfig config;
  private final EntityEdits edits;
  private final IndexValues index;
  private volatile @Nullable EntityLabels labels;
  private volatile @Nullable Gazetteer gazetteer;
  private volatile @Nullable ListedNames listedNames;

  public KnownEntities(IndexConfig config, EntityEdits edits, IndexValues index) {
    this.config = config;
    this.edits = edits;
    this.index = index;
  }

  /** The same under other corrections and for another commit; tables that were read are shared. */
  public KnownEntities of(EntityEdits otherEdits, IndexValues otherIndex) {
    KnownEntities other = new KnownEntities(config, otherEdits, otherIndex);
    other.labels = labels;
    other.gazetteer = gazetteer;
    other.listedNames = listedNames;
    return other;
  }

  /** The label of an entity; its id where nothing knows it. */
  String label(EntityType type, String id, LabelLanguage language) {
    Entity entity = entity(id, type);
    return switch (language) {
      case ARABIC -> entity.labelAr();
      case ENGLISH -> entity.labelEn();
    };
  }

  /** The entity that is shown under an id, which is its label where nothing knows it. */
  public Entity entity(String shownId, EntityType type) {
    Entity known = labels().byId(shownId);
    if (known != null) {
      return relabelled(known);
    }
    String split = edits.splitOff(shownId);
    if (split != null) {
      return relabelled(new Entity(shownId, type, split, shownId));
    }
    String label = labelOfUnlisted(shownId, type);
    return relabelled(new Entity(shownId, type, label, label));
  }

  /** The spelling of its full name that most articles have. */
  private String labelOfUnlisted(String id, EntityType type) {
    try {
      NamedValues groups = index.entities(type);
      String label = id;
      int most = 0;
      for (String value : groups.values(id)) {
        String spelling = Schema.spellingOfName(value);
        int articles = groups.articlesWith(value);
        if (articles > most && Entity.unlistedId(spelling).equals(id)) {
          label = spelling;
          most = articles;
        }
      }
      return label;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Entity relabelled(Entity entity) {
    EntityEdit.Rename rename = edits.labels(entity.id());
    return rename == null
        ? entity
        : new Entity(entity.id(), entity.type(), rename.labelAr(), rename.labelEn());
  }

  /** Whether corrections of users are in force. */
  public boolean isCorrected() {
    return !edits.isEmpty();
  }

  /** Whether an entity, by the id it is shown under, is shown nowhere. */
  public boolean isHidden(String shownId) {
    return edits.isHidden(shownId);
  }

  /**
   * The ids, as shown, of the entities of a type that a text may mean: an id, also one that is
   * merged into another or hidden, or any name of one that is not hidden; last of all a spelling
   * that some article has.
   */
  public List<String> ids(EntityType type, String idOrName) throws IOException {
    String withId = withId(type, idOrName);
    if (withId != null) {
      return List.of(withId);
    }
    List<String> named = edits.named(idOrName).stream().filter(id -> !isHidden(id)).toList();
    Set<String> ids = new LinkedHashSet<>();
    for (String id : named) {
      if (isOf(type, id)) {
        ids.add(id);
      }
    }
    if (ids.isEmpty()) {
      gazetteer().byName(idOrName).stream()
          .filter(entity -> entity.type() == type)
          .map(entity -> edits.shown(entity.id()))
          .filter(id -> !isHidden(id))
          .forEach(ids::add);
    }
    if (ids.isEmpty()) {
      String unlisted = withId(type, Entity.unlistedId(idOrName));
      if (unlisted != null) {
        return isHidden(unlisted) ? List.of() : List.of(unlisted);
      }
      ids.addAll(spelt(type, idOrName));
    }
    return List.copyOf(ids);
  }

  /** The entities that some article spells so, though no table does. */
  private Set<String> spelt(EntityType type, String name) throws IOException {
    Set<String> ids = new LinkedHashSet<>(index.entities(type).spelt(name));
    ids.removeIf(this::isHidden);
    return ids;
  }

  /** The id that is shown for an id of a type, or null if there is none. */
  public @Nullable String withId(EntityType type, String id) throws IOException {
    String shown = edits.shown(id);
    return isOf(type, shown) || (!shown.equals(id) && isOf(type, id)) ? shown : null;
  }

  /** The entities of any type that a text may mean, as {@link #ids} tells them. */
  public List<Entity> named(String idOrName) throws IOException {
    Set<Entity> found = new LinkedHashSet<>();
    for (EntityType type : EntityType.values()) {
      for (String id : ids(type, idOrName)) {
        found.add(entity(id, type));
      }
    }
    return List.copyOf(found);
  }

  /** The entities with an id, one that is merged into another or hidden too; at most one a type. */
  public List<Entity> withId(String id) throws IOException {
    List<Entity> found = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      String shown = withId(type, id);
      if (shown != null) {
        found.add(entity(shown, type));
      }
    }
    return List.copyOf(found);
  }

  private boolean isOf(EntityType type, String id) throws IOException {
    Entity known = labels().byId(id);
    return known != null ? known.type() == type : index.entities(type).has(id);
  }

  /** For articles that name any of these entities, given by the ids they are shown under. */
  public Query articles(EntityType type, Collection<String> shownIds) throws IOException {
    return index.entities(type).articles(shownIds);
  }

  /** The article of a stored document, with its entities as they are shown. */
  public Article article(Document stored) {
    Article article = ArticleDocument.toArticle(stored);
    if (edits.isEmpty()) {
      return article;
    }
    Map<String, Entity> shown = new LinkedHashMap<>();
    for (SeenName name : ArticleDocument.names(stored)) {
      Entity indexed = name.entity();
      String id = edits.shown(indexed.id(), name.spelling());
      if (!isHidden(id)) {
        shown.computeIfAbsent(
            id,
            fresh ->
                fresh.equals(indexed.id()) ? relabelled(indexed) : entity(fresh, indexed.type()));
      }
    }
    return article.withEntities(new ArrayList<>(shown.values()));
  }

  /** The spellings that articles have of an entity; an empty one where only a record names it. */
  public Set<String> spellings(Entity shown) throws IOException {
    Set<String> spellings = new LinkedHashSet<>();
    for (String value : index.entities(shown.type()).values(shown.id())) {
      spellings.add(Schema.spellingOfName(value));
    }
    return spellings;
  }

  /** For articles that name an entity under any of these spellings. */
  public Query articlesUnder(Entity shown, Set<String> spellings) throws IOException {
    NamedValues groups = index.entities(shown.type());
    return groups.articlesWith(
        groups.values(shown.id()).stream()
            .filter(value -> spellings.contains(Schema.spellingOfName(value)))
            .toList());
  }

  /** Every Arabic name of an entity: those of the corrections, then those of the tables. */
  public List<String> names(String shownId) {
    Set<String> names = new LinkedHashSet<>(edits.names(shownId));
    List<String> ids = new ArrayList<>(List.of(shownId));
    ids.addAll(edits.mergedInto(shownId));
    for (String id : ids) {
      Entity entity = gazetteer().byId(id);
      if (entity != null) {
        names.addAll(gazetteer().names(entity));
      }
    }
    return List.copyOf(names);
  }

  /** Whether the tables hold an entity. */
  public boolean isListed(String id) {
    return labels().byId(id) != null;
  }

  /** Tells spellings of one name; read anew with every call, since few searches need it. */
  public Transliteration transliteration() {
    return Transliteration.of(config);
  }

  /**
   * An entity that some of the words of a query name.
   *
   * @param first number of the first of these words
   * @param last number of the last
   * @param entity as it is shown
   */
  public record Reading(int first, int last, Entity entity) {}

  /**
   * The entities that words name by the tables, read as an article is.
   *
   * @param text the words, parted by one space
   */
  public List<Reading> read(String text, List<String> words) {
    List<Reading> readings = new ArrayList<>();
    for (Mention mention : listedNames().mentions(text)) {
      Entity indexed = mention.entity();
      String spelling = text.substring(mention.start(), mention.end());
      String id = edits.shown(indexed.id(), spelling);
      if (mention.tells() && !isHidden(id)) {
        readings.add(
            new Reading(
                word(words, mention.start()),
                word(words, mention.end() - 1),
                entity(id, indexed.type())));
      }
    }
    return readings;
  }

  /** The number of the word that a place in the words, parted by one space, lies in. */
  private static int word(List<String> words, int place) {
    int end = 0;
    for (int word = 0; word < words.size(); word++) {
      end += words.get(word).length() + 1;
      if (place < end) {
        return word;
      }
    }
    return words.size() - 1;
  }

  /** The entities that words name by the corrections, longest names first. */
  public List<Reading> corrected(List<String> words, int mostWords) throws IOException {
    List<Reading> readings = new ArrayList<>();
    if (edits.isEmpty()) {
      return readings;
    }
    for (int first = 0; first < words.size(); first++) {
      int last = Math.min(words.size(), first + mostWords) - 1;
      for (; last >= first; last--) {
        List<String> ids = edits.named(String.join(" ", words.subList(first, last + 1)));
        if (ids.size() == 1 && !isHidden(ids.getFirst())) {
          for (EntityType type : EntityType.values()) {
            if (isOf(type, ids.getFirst())) {
              readings.add(new Reading(first, last, entity(ids.getFirst(), type)));
            }
          }
          break;
        }
      }
    }
    return readings;
  }

  // Two threads may read the tables at once; they come to the same, and one result is kept.

  private EntityLabels labels() {
    EntityLabels known = labels;
    if (known == null) {
      known = EntityLabels.of(config);
      labels = known;
    }
    return known;
  }

  private ListedNames listedNames() {
    ListedNames known = listedNames;
    if (known == null) {
      known = ListedNames.of(config);
      listedNames = known;
    }
    return known;
  }

  private Gazetteer gazetteer() {
    Gazetteer known = gazetteer;
    if (known == null) {
      known = Gazetteer.of(config);
      gazetteer = known;
    }
    return known;
  }
}
