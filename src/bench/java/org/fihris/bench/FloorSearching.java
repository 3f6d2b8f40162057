package org.fihris.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** Searches the floor's index with what Lucene brings: its parser, highlighter and facets. */
final class FloorSearching implements Side.Searching {
  private static final String[] TEXTS = {Floor.TITLE, Floor.BODY};
  private static final int[] PASSAGES = {1, 2};
  private static final List<String> FACETS = List.of(Floor.SOURCE, Floor.CATEGORY, Floor.DAY);
  private static final Set<String> SHOWN = Set.of(Floor.ID, Floor.TITLE);

  private final Directory directory;
  private final DirectoryReader reader;
  private final Analyzer analyzer = new ArabicAnalyzer();
  private final IndexSearcher searcher;
  private final MultiFieldQueryParser parser;
  private final UnifiedHighlighter highlighter;
  private final SortedSetDocValuesReaderState facets;

  private FloorSearching(Directory directory, DirectoryReader reader) throws IOException {
    this.directory = directory;
    this.reader = reader;
    searcher = new IndexSearcher(reader);
    parser = new MultiFieldQueryParser(TEXTS, analyzer);
    parser.setDefaultOperator(QueryParser.Operator.AND);
    highlighter = UnifiedHighlighter.builder(searcher, analyzer).build();
    facets = new DefaultSortedSetDocValuesReaderState(reader, Floor.FACETS);
  }

  static FloorSearching open(Path folder) throws IOException {
    Directory directory = FSDirectory.open(folder);
    return new FloorSearching(directory, DirectoryReader.open(directory));
  }

  @Override
  public Side.Answer answer(String text) throws IOException {
    Query query = parse(text);
    FacetsCollectorManager.FacetsResult found =
        FacetsCollectorManager.search(searcher, query, Side.WANTED, new FacetsCollectorManager());
    TopDocs top = found.topDocs();
    Facets counts = new SortedSetDocValuesFacetCounts(facets, found.facetsCollector());
    long shown = hits(query, top);
    for (String dimension : FACETS) {
      shown += values(counts, dimension);
    }
    return new Side.Answer(top.totalHits.value(), shown);
  }

  private Query parse(String text) {
    try {
      return parser.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("the workload holds letters and quotes only: " + text, e);
    }
  }

  private long hits(Query query, TopDocs top) throws IOException {
    long characters = 0;
    StoredFields stored = searcher.storedFields();
    for (ScoreDoc hit : top.scoreDocs) {
      characters += stored.document(hit.doc, SHOWN).get(Floor.ID).length();
    }
    Map<String, String[]> snippets = highlighter.highlightFields(TEXTS, query, top, PASSAGES);
    for (String[] ofField : snippets.values()) {
      for (String snippet : ofField) {
        characters += snippet == null ? 0 : snippet.length();
      }
    }
    return characters;
  }

  private static long values(Facets counts, String dimension) throws IOException {
    FacetResult result = counts.getTopChildren(Side.WANTED, dimension);
    return result == null ? 0 : result.labelValues.length;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory, analyzer);
  }
}
