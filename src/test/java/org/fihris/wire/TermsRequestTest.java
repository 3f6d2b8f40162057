package org.fihris.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.analysis.WordPatterns;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.index.Schema;
import org.fihris.query.SearchRequest;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;
import org.fihris.wire.FoundTerms.Counted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lookups in parts of an index, put together, are those in the index as a whole. */
class TermsRequestTest {
  private static final String FIELD = Schema.words(Schema.BODY);
  private static final FoundTerms.Check NEVER = () -> {};

  @TempDir private static Path folder;

  private static final List<DirectoryReader> PARTS = new ArrayList<>();
  private static DirectoryReader whole;

  @BeforeAll
  static void index() throws IOException {
    Testdata.index(folder.resolve("whole"));
    List<Article> articles = new ArrayList<>();
    try (NewsSearcher searcher = NewsIndex.open(folder.resolve("whole")).searcher()) {
      for (Hit hit : searcher.search(SearchRequest.of("*").withPage(0, 1_000)).hits()) {
        articles.add(hit.article());
      }
    }
    for (int part = 0; part < 3; part++) {
      try (NewsWriter writer = NewsIndex.open(folder.resolve("part" + part)).writer()) {
        for (int i = part; i < articles.size(); i += 3) {
          writer.add(articles.get(i));
        }
        writer.commit();
      }
      PARTS.add(DirectoryReader.open(FSDirectory.open(folder.resolve("part" + part))));
    }
    whole = DirectoryReader.open(FSDirectory.open(folder.resolve("whole")));
  }

  @AfterAll
  static void close() throws IOException {
    for (DirectoryReader part : PARTS) {
      part.close();
    }
    whole.close();
  }

  private static TermLookup matching(String pattern, int limit) {
    return new TermLookup(
        FIELD,
        TermLookup.Wanted.Accepted.by(WordPatterns.writings(WordPatterns.wildcard(pattern))),
        limit);
  }

  private static TermsAnswer ask(IndexReader reader, TermsRequest request) throws IOException {
    List<FoundTerms> found = new ArrayList<>();
    for (TermLookup lookup : request.lookups()) {
      found.add(FoundTerms.in(reader, lookup, NEVER));
    }
    return new TermsAnswer(reader.numDocs(), found);
  }

  /** As sent, asked in each part, put together and sent back. */
  private static TermsAnswer ask(TermsRequest request) throws IOException {
    TermsRequest arrived = TermsRequest.of(Sent.tree(request.tree()));
    assertThat(arrived).isEqualTo(request);
    List<TermsAnswer> answers = new ArrayList<>();
    for (IndexReader part : PARTS) {
      answers.add(ask(part, arrived));
    }
    return TermsAnswer.of(Sent.tree(TermsAnswer.together(answers, arrived).tree()));
  }

  @Test
  void partsAnswerAsTheWhole() throws IOException {
    TermsRequest request =
        new TermsRequest(
            List.of(
                matching("ال*", 10_000),
                matching("*ين", 10_000),
                matching("*", 7),
                matching("*", 10_000),
                new TermLookup(
                    FIELD,
                    new TermLookup.Wanted.Listed(List.of("في", "من", "zzz", "في", "ظظغغ", "إلى")),
                    10),
                new TermLookup(FIELD, new TermLookup.Wanted.Listed(List.of("من", "في", "إلى")), 1),
                new TermLookup("no_such_field", new TermLookup.Wanted.Listed(List.of("a")), 10),
                new TermLookup(
                    Schema.SOURCE, TermLookup.Wanted.Accepted.by(Automata.makeAnyString()), 100)));
    assertThat(ask(request)).isEqualTo(ask(whole, request));
  }

  /** The dictionary as it is read term by term. */
  @Test
  void theAutomatonFindsWhatItAccepts() throws IOException {
    List<Counted> expected = new ArrayList<>();
    ByteRunAutomaton accepts =
        new ByteRunAutomaton(WordPatterns.writings(WordPatterns.wildcard("الم*")));
    TermsEnum all = MultiTerms.getTerms(whole, FIELD).iterator();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      if (accepts.run(term.bytes, term.offset, term.length)) {
        expected.add(new Counted(term.utf8ToString(), all.docFreq()));
      }
    }
    FoundTerms found = ask(new TermsRequest(List.of(matching("الم*", 10_000)))).found().getFirst();
    assertThat(found.terms()).isEqualTo(expected).hasSizeGreaterThan(100);
    assertThat(found.cut()).isFalse();
  }

  @Test
  void whatIsCutOffIsSaid() throws IOException {
    FoundTerms all = ask(new TermsRequest(List.of(matching("الم*", 10_000)))).found().getFirst();
    int size = all.terms().size();
    assertThat(ask(new TermsRequest(List.of(matching("الم*", size)))).found().getFirst())
        .isEqualTo(all);
    assertThat(ask(new TermsRequest(List.of(matching("الم*", size - 1)))).found().getFirst())
        .isEqualTo(new FoundTerms(all.terms().subList(0, size - 1), true));
  }

  @Test
  void aLookupCanBeStopped() {
    IllegalStateException stop = new IllegalStateException("called off");
    int[] left = {3};
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                FoundTerms.in(
                    whole,
                    matching("*", 10_000),
                    () -> {
                      if (--left[0] == 0) {
                        throw stop;
                      }
                    }))
        .isSameAs(stop);
  }

  @Test
  void faultsAreTold() {
    refused(Map.of(), "lacks “lookups”");
    refused(Map.of("lookups", List.of()), "from 1 to 64");
    Map<String, Object> one = Map.of("field", "body", "terms", List.of("a"), "limit", 5);
    refused(Map.of("lookups", List.of(one), "index", "x"), "unknown “index”");
    refused(Map.of("lookups", Collections.nCopies(65, one)), "more than 64");
    refused(Map.of("lookups", List.of(Map.of("field", "body", "limit", 1))), "lacks “terms”");
    refused(
        Map.of("lookups", List.of(Map.of("field", "body", "automaton", "AAAA", "limit", 1))),
        "another format");
    refused(with(one, "limit", 0), "from 1 to 100000");
    refused(with(one, "limit", 100_001), "from 1 to 100000");
    refused(with(one, "terms", List.of(1)), "of strings");
    refused(
        Map.of(
            "lookups",
            Collections.nCopies(5, Map.of("field", "body", "terms", List.of(), "limit", 100_000))),
        "400000 terms together");
  }

  private static Map<String, Object> with(Map<String, Object> lookup, String key, Object value) {
    Map<String, Object> changed = new java.util.HashMap<>(lookup);
    changed.put(key, value);
    return Map.of("lookups", List.of(changed));
  }

  private static void refused(Map<String, Object> tree, String why) {
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> TermsRequest.of(tree))
        .withMessageContaining(why);
  }
}
