package org.fihris.cluster;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.facet.DayRanges;
import org.fihris.facet.IndexValues;
import org.fihris.facet.NamedValues;
import org.fihris.facet.TermPattern;
import org.fihris.index.Schema;
import org.fihris.query.Dimension;
import org.fihris.query.Period;
import org.fihris.text.Folding;
import org.fihris.wire.FoundTerms;
import org.fihris.wire.TermLookup;
import org.jspecify.annotations.Nullable;

/**
 * The values of the dimensions of an index on a cluster. Those of labels are read as a whole when
 * they are first asked for, up to a hundred thousand; those of entities one entity after the other.
 * Safe for any number of threads.
 */
public final class ClusterValues implements IndexValues {
  /** Entities of one type that one pattern gives. */
  private static final int MOST_IDS = 10_000;

  private final ClusterTerms terms;
  private final EntityEdits edits;
  private final Map<EntityType, ClusterNames> names = new ConcurrentHashMap<>();
  private final Map<Dimension, Labels> labels = new ConcurrentHashMap<>();

  /**
   * @param edits the corrections to entities that are in force
   */
  public ClusterValues(ClusterTerms terms, EntityEdits edits) {
    this.terms = terms;
    this.edits = edits;
  }

  @Override
  public NamedValues entities(EntityType type) {
    return names(type);
  }

  private ClusterNames names(EntityType type) {
    return names.computeIfAbsent(type, fresh -> new ClusterNames(terms, edits, fresh));
  }

  @Override
  public void foresee(Map<EntityType, ? extends Collection<String>> shownIds) {
    List<ClusterNames.Foreseen> all = new ArrayList<>();
    shownIds.forEach((type, ids) -> all.addAll(names(type).foreseen(ids)));
    List<FoundTerms> found =
        terms.answers(all.stream().map(ClusterNames.Foreseen::lookup).toList());
    for (int i = 0; i < found.size(); i++) {
      all.get(i).read(found.get(i));
    }
  }

  @Override
  public List<Map<EntityType, List<String>>> entities(List<TermPattern> ids) {
    List<String> fields = Stream.of(EntityType.values()).map(ClusterSchema::entitiesField).toList();
    List<Map<EntityType, List<String>>> found = new ArrayList<>();
    List<Map<String, Map<BytesRef, Integer>>> indexed = terms.counted(fields, ids, MOST_IDS);
    for (int pattern = 0; pattern < ids.size(); pattern++) {
      Map<EntityType, List<String>> byType = new EnumMap<>(EntityType.class);
      for (EntityType type : EntityType.values()) {
        Set<BytesRef> ofType =
            indexed.get(pattern).getOrDefault(ClusterSchema.entitiesField(type), Map.of()).keySet();
        List<String> indexedIds = ofType.stream().map(BytesRef::utf8ToString).toList();
        byType.put(type, edits.isEmpty() ? indexedIds : shown(type, indexedIds, ids.get(pattern)));
      }
      found.add(byType);
    }
    return found;
  }

  /** The ids that are shown for articles and that a pattern accepts. */
  private List<String> shown(EntityType type, List<String> indexedIds, TermPattern pattern) {
    Set<String> shown = new LinkedHashSet<>();
    for (String id : indexedIds) {
      if (!edits.isRegrouped(id)) {
        shown.add(id);
      }
    }
    for (String id : edits.regrouped()) {
      if (edits.shown(id).equals(id) && pattern.accepts(id) && names(type).has(id)) {
        shown.add(id);
      }
    }
    return List.copyOf(shown);
  }

  /** For articles that name an entity. */
  public static Query naming(EntityType type, String id) {
    return new TermQuery(new Term(ClusterSchema.entitiesField(type), id));
  }

  @Override
  public Labels labels(Dimension dimension) {
    return labels.computeIfAbsent(dimension, fresh -> Labels.of(terms, field(fresh)));
  }

  /** The field that holds the values of a dimension of labels. */
  public static String field(Dimension dimension) {
    return Schema.facetField(dimension.key());
  }

  @Override
  public @Nullable String label(Dimension dimension, String folded) {
    return labels(dimension).shown.get(folded);
  }

  /** What is shown of a value as it is indexed. */
  public static String label(String indexed) {
    return FacetsConfig.stringToPath(indexed)[1];
  }

  @Override
  public Query published(Collection<Period> periods, @Nullable ZoneId zone) {
    return DayRanges.of(periods, zone);
  }

  /** The labels of a dimension by their folded forms. */
  public static final class Labels implements NamedValues {
    private final String field;
    private final Map<String, Integer> articles = new LinkedHashMap<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> shown = new LinkedHashMap<>();

    private Labels(String field) {
      this.field = field;
    }

    private static Labels of(ClusterTerms terms, String field) {
      Labels labels = new Labels(field);
      TermPattern any = TermPattern.of(Automata.makeAnyString());
      FoundTerms found = terms.look(List.of(field), any, TermLookup.MOST).get(field);
      for (FoundTerms.Counted counted :
          found == null ? List.<FoundTerms.Counted>of() : found.terms()) {
        String key = Folding.fold(label(counted.term()));
        int most = labels.values(key).stream().mapToInt(labels::articlesWith).max().orElse(-1);
        labels.values.computeIfAbsent(key, fresh -> new ArrayList<>()).add(counted.term());
        labels.articles.put(counted.term(), (int) counted.articles());
        if (counted.articles() > most) {
          labels.shown.put(key, label(counted.term()));
        }
      }
      return labels;
    }

    @Override
    public boolean has(String key) {
      return values.containsKey(key);
    }

    @Override
    public List<String> values(String key) {
      return values.getOrDefault(key, List.of());
    }

    @Override
    public Query articles(Collection<String> keys) {
      return articlesWith(keys.stream().flatMap(key -> values(key).stream()).toList());
    }

    @Override
    public Query articlesWith(Collection<String> indexed) {
      return new TermInSetQuery(field, indexed.stream().map(BytesRef::new).toList());
    }

    @Override
    public int articlesWith(String indexed) {
      return articles.getOrDefault(indexed, 0);
    }

    @Override
    public Set<String> spelt(String name) {
      String key = Folding.fold(name);
      return has(key) ? Set.of(key) : Set.of();
    }
  }
}
