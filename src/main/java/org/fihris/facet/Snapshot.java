package org.fihris.facet;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.index.Schema;
import org.fihris.query.Dimension;
import org.fihris.query.Period;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * One commit of an index under the corrections to its entities, and what has to be worked out once
 * for all its searches: how the values of the segments stand to each other, and which of them count
 * as one. Safe for any number of threads.
 */
public final class Snapshot implements IndexValues {

  /** How many articles are few enough to keep all their names in memory. */
  private static final int FEW_ARTICLES = 1 << 18;

  /** More than a search or two ask for; who goes on has all names worked out. */
  private static final int FEW_LOOKUPS = 100;

  private final IndexSearcher searcher;
  private final CommitTerms terms;
  private final EntityEdits edits;
  private final AtomicReference<@Nullable StoryNumbers> stories = new AtomicReference<>();
  private final AtomicReference<@Nullable StatedDays> days = new AtomicReference<>();
  private final Map<String, ValueGroups> groups = new ConcurrentHashMap<>();

  /** How often names were asked for without having all of the commit worked out. */
  private final AtomicInteger lookups = new AtomicInteger();

  /** What was counted without having all values of the commit worked out. */
  private final Set<EntityType> counted = ConcurrentHashMap.newKeySet();

  public Snapshot(IndexSearcher searcher, EntityEdits edits) {
    this.searcher = searcher;
    this.terms = new CommitTerms(searcher);
    this.edits = edits;
  }

  /** The corrections to entities that are in force. */
  public EntityEdits edits() {
    return edits;
  }

  public IndexSearcher searcher() {
    return searcher;
  }

  /** The terms of the commit. */
  public IndexTerms terms() {
    return terms;
  }

  // Two threads that ask first at once both work it out, and keep one result.

  /** The stories that more than one article tells. */
  public StoryNumbers stories() throws IOException {
    StoryNumbers known = stories.get();
    if (known == null) {
      StoryNumbers made = StoryNumbers.of(searcher.getIndexReader());
      return stories.compareAndSet(null, made) ? made : Objects.requireNonNull(stories.get());
    }
    return known;
  }

  /** The days that articles state. */
  StatedDays days() throws IOException {
    StatedDays known = days.get();
    if (known == null) {
      StatedDays made = StatedDays.of(searcher.getIndexReader());
      return days.compareAndSet(null, made) ? made : Objects.requireNonNull(days.get());
    }
    return known;
  }

  @Override
  public NamedValues entities(EntityType type) throws IOException {
    boolean all = groups.containsKey(Schema.namesField(type)) || !edits.isEmpty();
    return !all && lookups.incrementAndGet() <= FEW_LOOKUPS
        ? new IndexedNames(searcher.getIndexReader(), type, () -> entityGroups(type))
        : entityGroups(type);
  }

  /** The entities of a type with all their names, worked out when they are first asked for. */
  public ValueGroups entityGroups(EntityType type) throws IOException {
    return groups(Schema.namesField(type), this::shownId);
  }

  private String shownId(String name) {
    return edits.shown(Schema.idOfName(name), Schema.spellingOfName(name));
  }

  /**
   * How many of the articles or stories name each entity of a type that any of them does, by the
   * ids shown. The first time that it is asked of not too many articles, only their names are read;
   * who asks again has all of the commit worked out, once.
   */
  Map<String, Integer> entityCounts(EntityType type, Matches matches) throws IOException {
    String field = Schema.namesField(type);
    if (!groups.containsKey(field) && matches.size() <= FEW_ARTICLES && counted.add(type)) {
      return SeenGroups.counts(
          field,
          edits.isEmpty() ? Schema::idOfName : name -> shownId(name.utf8ToString()),
          matches,
          this);
    }
    return entityGroups(type).found(matches, this);
  }

  @Override
  public List<Map<EntityType, List<String>>> entities(List<TermPattern> ids) throws IOException {
    List<Map<EntityType, List<String>>> found = new ArrayList<>();
    for (TermPattern pattern : ids) {
      Map<EntityType, List<String>> byType = new EnumMap<>(EntityType.class);
      for (EntityType type : EntityType.values()) {
        byType.put(type, entityGroups(type).keys().stream().filter(pattern::accepts).toList());
      }
      found.add(byType);
    }
    return found;
  }

  /** The outlets that articles are of, by their folded names. */
  public ValueGroups sources() throws IOException {
    return labels(Schema.FACET_SOURCE);
  }

  /** The agencies that articles name as where their text is from, by their folded names. */
  public ValueGroups agencies() throws IOException {
    return groups(Schema.AGENCY, Folding::fold);
  }

  @Override
  public ValueGroups labels(Dimension dimension) throws IOException {
    return labels(dimension.key());
  }

  @Override
  public @Nullable String label(Dimension dimension, String folded) throws IOException {
    ValueGroups labels = labels(dimension);
    int group = labels.number(folded);
    return group < 0 ? null : label(dimension, labels, group);
  }

  @Override
  public Query published(Collection<Period> periods, @Nullable ZoneId zone) {
    return DayQuery.of(periods, zone);
  }

  private ValueGroups labels(String dimension) throws IOException {
    return groups(Schema.facetField(dimension), value -> Folding.fold(label(value)));
  }

  /** What is shown for a group of labels: the spelling that most articles have. */
  String label(Dimension dimension, ValueGroups labels, int group) throws IOException {
    List<String> values = labels.values(group);
    String shown = values.getFirst();
    int most = -1;
    for (String value : values.size() == 1 ? List.<String>of() : values) {
      int articles =
          searcher.getIndexReader().docFreq(new Term(Schema.facetField(dimension.key()), value));
      if (articles > most) {
        most = articles;
        shown = value;
      }
    }
    return label(shown);
  }

  private static String label(String value) {
    return FacetsConfig.stringToPath(value)[1];
  }

  private interface KeyOfGroup {
    String of(String value);
  }

  private ValueGroups groups(String field, KeyOfGroup key) throws IOException {
    ValueGroups known = groups.get(field);
    if (known == null) {
      ValueGroups made = ValueGroups.of(searcher.getIndexReader(), field, key::of);
      known = groups.putIfAbsent(field, made);
      return known == null ? made : known;
    }
    return known;
  }
}
