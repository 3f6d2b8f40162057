package org.fihris.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts the groups of a field's values for one search, as {@link ValueGroups} does, and reads no
 * other values than those of the articles that were found: for whoever asks once, which saves most
 * of the time.
 */
final class SeenGroups {

  /** Most articles have fewer values than this. */
  private static final int USUAL_VALUES = 8;

  private final String field;
  private final Function<BytesRef, String> key;
  private final List<String> keys = new ArrayList<>();
  private final Map<String, Integer> byKey = new HashMap<>();

  private SeenGroups(String field, Function<BytesRef, String> key) {
    this.field = field;
    this.key = key;
  }

  /** How many of the articles or stories have each group that any of them has, by its key. */
  static Map<String, Integer> counts(
      String field, Function<BytesRef, String> key, Matches matches, Snapshot snapshot)
      throws IOException {
    return new SeenGroups(field, key).counts(matches, snapshot);
  }

  private Map<String, Integer> counts(Matches matches, Snapshot snapshot) throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (MatchingDocs matching : matches.articles()) {
      segments.add(new Segment(matching));
    }
    Tally tally = Tally.of(keys.size(), matches.counted(), snapshot);
    int[] seenIn = new int[keys.size()];
    Arrays.fill(seenIn, -1);
    for (Segment segment : segments) {
      segment.addTo(tally, seenIn);
    }
    int[] counts = tally.counts();
    Map<String, Integer> found = new HashMap<>(keys.size() * 2);
    for (int group = 0; group < counts.length; group++) {
      found.put(keys.get(group), counts[group]);
    }
    return found;
  }

  private int group(String fresh) {
    Integer known = byKey.putIfAbsent(fresh, keys.size());
    if (known == null) {
      keys.add(fresh);
      return keys.size() - 1;
    }
    return known;
  }

  /** The values of the articles that were found in a segment. */
  private final class Segment {
    private final MatchingDocs matching;
    private final int[] groupOf;

    /** For each article the number of its values, then these by their ordinals. */
    private int[] values;

    private int size;

    Segment(MatchingDocs matching) throws IOException {
      this.matching = matching;
      SortedSetDocValues own = DocValues.getSortedSet(matching.context().reader(), field);
      groupOf = new int[Math.toIntExact(own.getValueCount())];
      values = new int[matching.totalHits() * USUAL_VALUES];
      FixedBitSet seen = new FixedBitSet(groupOf.length + 1);
      DocIdSetIterator docs = matching.bits().iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int count = own.advanceExact(doc) ? own.docValueCount() : 0;
        if (size + count >= values.length) {
          values = ArrayUtil.grow(values, 2 * (size + count + 1));
        }
        values[size++] = count;
        for (int i = 0; i < count; i++) {
          int value = (int) own.nextOrd();
          seen.set(value);
          values[size++] = value;
        }
      }
      name(seen, own.termsEnum());
    }

    /** In the order of values, which lie packed one behind the other. */
    private void name(FixedBitSet seen, TermsEnum terms) throws IOException {
      for (int value = seen.nextSetBit(0);
          value != DocIdSetIterator.NO_MORE_DOCS;
          value = seen.nextSetBit(value + 1)) {
        terms.seekExact(value);
        groupOf[value] = group(key.apply(terms.term()));
      }
    }

    /**
     * @param seenIn by the numbers of the groups, the last article that had one, in the whole index
     */
    void addTo(Tally tally, int[] seenIn) throws IOException {
      LeafReaderContext leaf = matching.context();
      int at = 0;
      DocIdSetIterator docs = matching.bits().iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int end = at + 1 + values[at];
        for (at++; at < end; at++) {
          int group = groupOf[values[at]];
          if (seenIn[group] != leaf.docBase + doc) {
            seenIn[group] = leaf.docBase + doc;
            tally.add(leaf, doc, group);
          }
        }
      }
    }
  }
}
