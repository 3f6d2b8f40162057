package org.fihris.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.apitests.Testdata;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityEdits;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.query.SearchRequest;
import org.fihris.query.Syntax;
import org.fihris.wire.Sent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked, the queries that are made of it can be sent to a cluster. */
class SentQueriesTest {
  private static final int QUERIES = 600;

  @TempDir private static Path folder;

  private static DirectoryReader reader;
  private static NewsAnalyzer analyzer;
  private static IndexSearcher searcher;
  private static RequestTranslator translator;

  @BeforeAll
  static void open() throws IOException {
    Testdata.index(folder);
    IndexConfig config = IndexConfig.packaged();
    reader = DirectoryReader.open(FSDirectory.open(folder));
    analyzer = new NewsAnalyzer(config);
    Snapshot snapshot = new Snapshot(new IndexSearcher(reader), EntityEdits.NONE);
    searcher = snapshot.searcher();
    KnownEntities entities = new KnownEntities(config, EntityEdits.NONE, snapshot);
    translator = new RequestTranslator(snapshot.terms(), analyzer, entities);
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    analyzer.close();
  }

  private static List<Query> queries(SearchRequest request) throws IOException {
    RequestTranslator.Understood understood = translator.understand(request, new ArrayList<>());
    return Stream.of(
            Stream.of(understood.query(), understood.marks()),
            Stream.ofNullable(understood.relaxed()),
            understood.leaves().stream().map(QueryLeaf::query),
            understood.relaxedLeaves().stream().map(QueryLeaf::query))
        .flatMap(all -> all)
        .toList();
  }

  @Test
  void hostileQueriesComeBack() throws IOException {
    HostileQueries queries = new HostileQueries(new Random(9), HostileRun.vocabulary(folder));
    Set<String> kinds = new HashSet<>();
    for (int i = 0; i < QUERIES; i++) {
      SearchRequest request = queries.next().request();
      for (Query query : queries(request)) {
        Query sent = Sent.query(query);
        if (request.interpretation().syntax() == Syntax.LUCENE) {
          sameHits(query, sent, request.text());
        } else {
          assertThat(sent).as(request.text()).isEqualTo(query);
        }
        addKinds(query, kinds);
      }
    }
    assertThat(kinds)
        .contains(
            "TermQuery",
            "PhraseQuery",
            "MultiPhraseQuery",
            "SynonymQuery",
            "BooleanQuery",
            "IntervalQuery");
  }

  /** One word near the next, over and over: the deepest that there is. */
  @Test
  void theLongestChainComesBack() throws IOException {
    for (String near : List.of(" NEAR/3 ", " ONEAR/3 ")) {
      String chain = String.join(near, java.util.Collections.nCopies(128, "رئيس"));
      for (Query query : queries(SearchRequest.of(chain))) {
        assertThat(Sent.query(query)).isEqualTo(query);
      }
    }
  }

  private static void sameHits(Query query, Query sent, String text) throws IOException {
    ScoreDoc[] hits = searcher.search(query, 100).scoreDocs;
    ScoreDoc[] again = searcher.search(sent, 100).scoreDocs;
    assertThat(Arrays.stream(again).map(hit -> hit.doc + " " + hit.score))
        .as(text)
        .containsExactlyElementsOf(
            Arrays.stream(hits).map(hit -> hit.doc + " " + hit.score).toList());
  }

  private static void addKinds(Query query, Set<String> kinds) {
    kinds.add(query.getClass().getSimpleName());
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query of, org.apache.lucene.index.Term... terms) {
            kinds.add(of.getClass().getSimpleName());
          }

          @Override
          public QueryVisitor getSubVisitor(
              org.apache.lucene.search.BooleanClause.Occur occur, Query parent) {
            kinds.add(parent.getClass().getSimpleName());
            return this;
          }

          @Override
          public void visitLeaf(Query leaf) {
            kinds.add(leaf.getClass().getSimpleName());
          }
        });
  }
}
