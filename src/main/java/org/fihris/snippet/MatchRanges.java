package org.fihris.snippet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.matchhighlight.MatchRegionRetriever;
import org.apache.lucene.search.matchhighlight.MatchRegionRetriever.FieldValueProvider;
import org.apache.lucene.search.matchhighlight.OffsetRange;
import org.fihris.index.Schema;
import org.fihris.index.TextPlaces;

/**
 * Where any query matches in the texts of articles, as Lucene's highlighter tells it, with offsets
 * from {@link TextPlaces}. One document after the other, all terms looked up for each: {@link
 * MarkPlaces} is quicker where it can tell by itself. For one thread.
 */
public final class MatchRanges {
  private static final FieldValueProvider NO_VALUES = new NoValues();

  private final MatchRegionRetriever retriever;
  private final LeafReaderContext leaf;
  private int doc;
  private int most;

  /** In the documents of one segment. */
  public MatchRanges(IndexSearcher searcher, Query query, LeafReaderContext leaf)
      throws IOException {
    this.leaf = leaf;
    this.retriever =
        new MatchRegionRetriever(
            searcher,
            searcher.rewrite(query),
            field -> (matches, values) -> ranges(field, matches),
            field -> false,
            Schema.TEXTS::contains); // the fields that are looked at; nothing is loaded
  }

  /**
   * The ranges of a document by field.
   *
   * @param document its number in the segment
   * @param mostOfField how many ranges of one field are looked at, from the beginning
   */
  public Map<String, List<OffsetRange>> of(int document, int mostOfField) throws IOException {
    doc = document;
    most = mostOfField;
    Map<String, List<OffsetRange>> ranges = new TreeMap<>();
    retriever.highlightDocument(leaf, document, NO_VALUES, field -> mostOfField, ranges);
    return ranges;
  }

  private List<OffsetRange> ranges(String field, MatchesIterator matches) throws IOException {
    List<OffsetRange> ranges = new ArrayList<>();
    if (Schema.TEXTS.contains(field)) {
      TextPlaces places = TextPlaces.of(leaf.reader(), field);
      places.turnTo(doc, Integer.MAX_VALUE);
      while (ranges.size() < most && matches.next()) {
        if (places.has(matches.startPosition()) && places.has(matches.endPosition())) {
          ranges.add(
              new OffsetRange(
                  places.start(matches.startPosition()), places.end(matches.endPosition())));
        }
      }
    }
    return ranges;
  }

  /** No text is needed: places are known without it. */
  private static final class NoValues implements FieldValueProvider {
    @Override
    public List<String> getValues(String field) {
      return List.of();
    }

    @Override
    public Iterator<String> iterator() {
      return List.<String>of().iterator();
    }
  }
}
