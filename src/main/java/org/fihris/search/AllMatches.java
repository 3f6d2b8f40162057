package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.fihris.facet.ArticleSet;

/** Collects every article that matches, and no points: a bit for each article of the index. */
final class AllMatches implements CollectorManager<AllMatches.Bits, ArticleSet> {
  private final IndexReader reader;

  AllMatches(IndexReader reader) {
    this.reader = reader;
  }

  @Override
  public Bits newCollector() {
    return new Bits();
  }

  @Override
  public ArticleSet reduce(Collection<Bits> collectors) {
    ArticleSet all = new ArticleSet(reader);
    for (Bits bits : collectors) {
      bits.segments.forEach(segment -> all.add(segment.leaf, segment.bits));
    }
    return all;
  }

  /** What one thread collects. */
  static final class Bits implements Collector {
    private final List<OfSegment> segments = new ArrayList<>();

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      OfSegment segment = new OfSegment(leaf, new FixedBitSet(Math.max(1, leaf.reader().maxDoc())));
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
