package org.fihris.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.fihris.entity.EntityEdits;
import org.fihris.index.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The values of a field in groups that count as one value: the names of an entity, the spellings of
 * an outlet. What a group counts and what its query finds are the same articles. Immutable, safe
 * for any number of threads.
 */
public final class ValueGroups extends CommitNames {
  private final OrdinalMap ordinals;
  private final int[] groupOf;
  private final List<String> keys = new ArrayList<>();
  private final List<List<String>> values = new ArrayList<>();
  private final Map<String, Integer> byKey = new HashMap<>();

  /** The number of each article's group and 1, 0 for none, where no article has several values. */
  private final ArticleNumbers single;

  private ValueGroups(IndexReader reader, String field, OrdinalMap ordinals) {
    super(reader, field);
    this.ordinals = ordinals;
    this.groupOf = new int[Math.toIntExact(ordinals.getValueCount())];
    this.single = new ArticleNumbers(reader, groupOf.length, this::singleValues);
  }

  /**
   * The groups of a field that has its values as doc values and, alike, as terms.
   *
   * @param key of the group that a value belongs to
   */
  static ValueGroups of(IndexReader reader, String field, Function<String, String> key)
      throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    SortedSetDocValues[] perLeaf = new SortedSetDocValues[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      perLeaf[leaf.ord] = DocValues.getSortedSet(leaf.reader(), field);
    }
    OrdinalMap ordinals = OrdinalMap.build(null, perLeaf, PackedInts.DEFAULT);
    ValueGroups groups = new ValueGroups(reader, field, ordinals);
    for (int leaf = 0; leaf < perLeaf.length; leaf++) {
      groups.add(perLeaf[leaf], ordinals.getGlobalOrds(leaf), key);
    }
    return groups;
  }

  private void add(SortedSetDocValues leaf, LongValues global, Function<String, String> key)
      throws IOException {
    TermsEnum terms = leaf.termsEnum();
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      int value = (int) global.get(terms.ord());
      if (groupOf[value] == 0) {
        String text = term.utf8ToString();
        int group = group(key.apply(text));
        values.get(group).add(text);
        groupOf[value] = group + 1;
      }
    }
  }

  private int group(String key) {
    return byKey.computeIfAbsent(
        key,
        fresh -> {
          keys.add(fresh);
          values.add(new ArrayList<>());
          return keys.size() - 1;
        });
  }

  /** The keys of all groups, by the numbers of the groups. */
  public List<String> keys() {
    return keys;
  }

  /** The number of a group, or -1. */
  public int number(String key) {
    return byKey.getOrDefault(key, -1);
  }

  @Override
  public boolean has(String key) {
    return number(key) >= 0;
  }

  @Override
  public List<String> values(String key) {
    int group = number(key);
    return group < 0 ? List.of() : values.get(group);
  }

  /** The values of a group as they are indexed. */
  public List<String> values(int group) {
    return values.get(group);
  }

  @Override
  public Set<String> spelt(String name) {
    Set<String> spelt = new LinkedHashSet<>();
    for (int group = 0; group < keys.size(); group++) {
      if (values.get(group).stream()
          .anyMatch(value -> EntityEdits.sameSpelling(Schema.spellingOfName(value), name))) {
        spelt.add(keys.get(group));
      }
    }
    return spelt;
  }

  /** How many of the articles have each group, by the numbers of the groups. */
  public int[] counts(List<MatchingDocs> articles) throws IOException {
    return counts(articles, Tally.ofArticles(keys.size()));
  }

  /** How many of the articles or stories have each group, by the numbers of the groups. */
  int[] counts(Matches matches, Snapshot snapshot) throws IOException {
    return counts(matches.articles(), Tally.of(keys.size(), matches.counted(), snapshot));
  }

  /** How many of the articles or stories have each group that any of them has, by its key. */
  Map<String, Integer> found(Matches matches, Snapshot snapshot) throws IOException {
    int[] counts = counts(matches, snapshot);
    Map<String, Integer> found = new HashMap<>();
    for (int group = 0; group < counts.length; group++) {
      if (counts[group] > 0) {
        found.put(keys.get(group), counts[group]);
      }
    }
    return found;
  }

  private int[] counts(List<MatchingDocs> articles, Tally tally) throws IOException {
    int[] byNumber = new int[keys.size() + 1];
    for (MatchingDocs matching : articles) {
      ArticleNumbers.Numbers numbers = single.of(matching);
      if (numbers == null) {
        countEach(matching, tally);
      } else if (tally.isOfArticles()) {
        numbers.count(matching.bits().iterator(), byNumber);
      } else {
        countSingle(matching, numbers, tally);
      }
    }
    for (int number = 1; number < byNumber.length; number++) {
      tally.add(number - 1, byNumber[number]);
    }
    return tally.counts();
  }

  private void countEach(MatchingDocs matching, Tally tally) throws IOException {
    Cursor cursor = cursor(matching.context());
    DocIdSetIterator docs = matching.bits().iterator();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      int found = cursor.read(doc);
      for (int i = 0; i < found; i++) {
        tally.add(matching.context(), doc, cursor.group(i));
      }
    }
  }

  private static void countSingle(
      MatchingDocs matching, ArticleNumbers.Numbers numbers, Tally tally) throws IOException {
    DocIdSetIterator docs = matching.bits().iterator();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      int group = numbers.of(doc) - 1;
      if (group >= 0) {
        tally.add(matching.context(), doc, group);
      }
    }
  }

  private ArticleNumbers.@Nullable Numbers singleValues(MatchingDocs articles) throws IOException {
    LeafReaderContext leaf = articles.context();
    SortedDocValues values =
        DocValues.unwrapSingleton(DocValues.getSortedSet(leaf.reader(), field));
    if (values == null) {
      return null;
    }
    LongValues global = ordinals.getGlobalOrds(leaf.ord);
    return doc -> values.advanceExact(doc) ? groupOf[(int) global.get(values.ordValue())] : 0;
  }

  /** The groups of the articles of a segment, one after the other. */
  public Cursor cursor(LeafReaderContext leaf) throws IOException {
    return new Cursor(
        DocValues.getSortedSet(leaf.reader(), field), ordinals.getGlobalOrds(leaf.ord));
  }

  /** Reads the groups of articles in the order of their segment. For one thread. */
  public final class Cursor {
    private final int[] groups = new int[keys.size()];

    private final int[] seenIn = new int[keys.size()];
    private final SortedSetDocValues own;
    private final LongValues global;

    private Cursor(SortedSetDocValues own, LongValues global) {
      this.own = own;
      this.global = global;
      Arrays.fill(seenIn, -1);
    }

    /** Reads an article behind the one read last; how many groups it has. */
    public int read(int doc) throws IOException {
      int count = 0;
      if (own.advanceExact(doc)) {
        for (int i = 0; i < own.docValueCount(); i++) {
          int group = groupOf[(int) global.get(own.nextOrd())] - 1;
          if (seenIn[group] != doc) {
            seenIn[group] = doc;
            groups[count++] = group;
          }
        }
      }
      return count;
    }

    /**
     * The number of a group of the article read last.
     *
     * @param i from 0, below what {@link #read} returned
     */
    public int group(int i) {
      return groups[i];
    }
  }
}
