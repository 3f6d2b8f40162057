package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.FixedBitSet;

/** Collects every article that matches, and no points: a bit for each article of the index. */
final class AllMatches implements CollectorManager<AllMatches.Bits, List<MatchingDocs>> {

  @Override
  public Bits newCollector() {
    return new Bits();
  }

  @Override
  public List<MatchingDocs> reduce(Collection<Bits> collectors) {
    List<MatchingDocs> all = new ArrayList<>();
    for (Bits bits : collectors) {
      for (OfSegment segment : bits.segments) {
        int size = segment.bits.cardinality();
        all.add(new MatchingDocs(segment.leaf, new BitDocIdSet(segment.bits, size), size, null));
      }
    }
    return all;
  }

  /** What one thread collects. */
  static final class Bits implements Collector {
    private final List<OfSegment> segments = new ArrayList<>();

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      OfSegment segment = new OfSegment(leaf, new FixedBitSet(leaf.reader().maxDoc()));
      segments.add(segment);
      return segment;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private record OfSegment(LeafReaderContext leaf, FixedBitSet bits) implements LeafCollector {

    @Override
    public void setScorer(Scorable scorer) {
      // points are not asked for
    }

    @Override
    public void collect(int doc) {
      bits.set(doc);
    }

    @Override
    public void collectRange(int from, int to) {
      bits.set(from, to);
    }

    @Override
    public void collect(DocIdStream docs) throws IOException {
      docs.forEach(bits::set);
    }
  }
}
