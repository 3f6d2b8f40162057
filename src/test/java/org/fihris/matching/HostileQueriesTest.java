package org.fihris.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.apitests.Testdata;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdits;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.query.Syntax;
import org.fihris.query.Warning;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No query throws, none is cut in silence, none grows beyond what is carried out. */
class HostileQueriesTest {
  private static final int QUERIES = 1_500;

  /** Words, each with the ways to write it, besides those with wildcards or other letters. */
  private static final int MOST_TERMS = Expansions.MOST_OF_QUERY + 128 * 3 * 128;

  @TempDir private static Path folder;

  @BeforeAll
  static void index() {
    Testdata.index(folder);
  }

  @Test
  void noQueryThrowsOrIsCutInSilence() throws IOException {
    HostileQueries queries = new HostileQueries(new Random(7), HostileRun.vocabulary(folder));
    try (NewsSearcher searcher = org.fihris.NewsIndex.open(folder).searcher()) {
      for (int i = 0; i < QUERIES; i++) {
        HostileQueries.Hostile query = queries.next();
        List<Warning> warnings = searcher.search(query.request()).warnings();
        assertThat(HostileRun.isSilentlyCut(query.request(), warnings)).isFalse();
      }
    }
  }

  @Test
  void noQueryIsLargerThanTheLimits() throws IOException {
    HostileQueries queries = new HostileQueries(new Random(8), HostileRun.vocabulary(folder));
    IndexConfig config = IndexConfig.packaged();
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory);
        NewsAnalyzer analyzer = new NewsAnalyzer(config)) {
      Snapshot snapshot = new Snapshot(new IndexSearcher(reader), EntityEdits.NONE);
      KnownEntities entities = new KnownEntities(config, EntityEdits.NONE, snapshot);
      RequestTranslator translator = new RequestTranslator(snapshot.terms(), analyzer, entities);
      for (int i = 0; i < QUERIES; i++) {
        HostileQueries.Hostile query = queries.next();
        if (query.request().interpretation().syntax() == Syntax.LUCENE) {
          continue;
        }
        RequestTranslator.Understood understood =
            translator.understand(query.request(), new ArrayList<>());
        Query relaxed = understood.relaxed();
        for (Query each :
            List.of(understood.query(), relaxed == null ? understood.query() : relaxed)) {
          Size size = Size.of(each);
          assertThat(size.clauses)
              .as(query.request().text())
              .isLessThanOrEqualTo(IndexSearcher.getMaxClauseCount());
          assertThat(size.expanded).isLessThanOrEqualTo(Expansions.MOST_OF_QUERY);
          assertThat(size.terms).isLessThanOrEqualTo(MOST_TERMS);
        }
      }
    }
  }

  /** How much of a Lucene query there is. */
  private static final class Size extends QueryVisitor {
    private int clauses;
    private int terms;
    private long expanded;
    private final Set<Query> seen = new HashSet<>();

    static Size of(Query query) {
      Size size = new Size();
      query.visit(size);
      return size;
    }

    @Override
    public void consumeTerms(Query query, Term... found) {
      clauses++;
      terms += found.length;
    }

    @Override
    public void visitLeaf(Query query) {
      clauses++;
    }

    @Override
    public void consumeTermsMatching(
        Query query, String field, java.util.function.Supplier<ByteRunAutomaton> automaton) {
      clauses++;
      // The same word twice is looked up once.
      if (query instanceof TermInSetQuery set && seen.add(set)) {
        expanded += set.getTermsCount();
      }
    }

    @Override
    public QueryVisitor getSubVisitor(
        org.apache.lucene.search.BooleanClause.Occur occur, Query parent) {
      return this;
    }
  }
}
