package org.fihris.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanFirstQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.RegExp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryTreeTest {
  private static final Query WORD = new TermQuery(new Term("title", "وزير"));

  static Stream<Query> queries() {
    return Stream.of(
        WORD,
        new TermQuery(new Term("id", "")),
        new TermQuery(new Term("url", "https://www.example.com/?a=\"b\"&c={d}\u0000\n😀")),
        new BooleanQuery.Builder()
            .add(WORD, Occur.MUST)
            .add(new TermQuery(new Term("body", "1")), Occur.SHOULD)
            .add(new TermQuery(new Term("body", "2")), Occur.SHOULD)
            .add(new TermQuery(new Term("body", "3")), Occur.FILTER)
            .add(new TermQuery(new Term("body", "4")), Occur.MUST_NOT)
            .setMinimumNumberShouldMatch(2)
            .build(),
        new BooleanQuery.Builder().build(),
        new BoostQuery(WORD, 0.1f),
        new BoostQuery(WORD, Float.MIN_VALUE),
        new BoostQuery(WORD, Float.MAX_VALUE),
        new ConstantScoreQuery(WORD),
        new DisjunctionMaxQuery(List.of(WORD, MatchAllDocsQuery.INSTANCE), 0.3f),
        new DisjunctionMaxQuery(List.of(), 0f),
        new PhraseQuery.Builder()
            .add(new Term("body", "قمة"), 3)
            .add(new Term("body", "رياض"), 5)
            .setSlop(7)
            .build(),
        new MultiPhraseQuery.Builder()
            .add(new Term[] {new Term("body_words", "في"), new Term("body_words", "فى")}, 0)
            .add(new Term[] {new Term("body_words", "الرياض")}, 4)
            .setSlop(1)
            .build(),
        new SynonymQuery.Builder("body_words").addTerm(new Term("body_words", "a")).build(),
        new SynonymQuery.Builder("body_words").build(),
        new SynonymQuery.Builder("body_words")
            .addTerm(new Term("body_words", "ترامب"))
            .addTerm(new Term("body_words", "a b^0.5)"), 0.4f)
            .addTerm(new Term("body_words", "^1"), 1e-20f)
            .addTerm(new Term("body_words", "^"))
            .addTerm(new Term("body_words", ""), 0.9999f)
            .build(),
        new TermInSetQuery(
            "names_person", List.of(new BytesRef("Q1\u001Fأ"), new BytesRef("Q2\u001F"))),
        new TermInSetQuery("names_person", List.of()),
        MatchAllDocsQuery.INSTANCE,
        new MatchNoDocsQuery("why"),
        new SpanFirstQuery(new SpanTermQuery(new Term("body", "وزير")), 25),
        IntPoint.newRangeQuery("day", Integer.MIN_VALUE, Integer.MAX_VALUE),
        IntPoint.newRangeQuery("day", -3, 19000),
        LongPoint.newRangeQuery("moment", Long.MIN_VALUE, Long.MAX_VALUE),
        new FieldExistsQuery("day"),
        new PrefixQuery(new Term("body", "وز")),
        new WildcardQuery(new Term("body", "و?ز*")),
        new FuzzyQuery(new Term("body", "وزير")),
        new FuzzyQuery(new Term("body", "وزير"), 1, 3, 50, false),
        new TermRangeQuery("body", new BytesRef("ا"), new BytesRef("ب"), true, false),
        new TermRangeQuery("body", null, null, true, true),
        TermRangeQuery.newStringRange("body", "", "ب", false, true),
        new AutomatonQuery(new Term("body"), new RegExp("[ا-ي]+").toAutomaton()));
  }

  private static Places term(String term) {
    return Places.AnyTerm.of(term);
  }

  static Stream<Query> placesQueries() {
    return Stream.of(
            term("قمة"),
            new Places.AnyTerm(List.of("ج", "ب", "ا")),
            new Places.AnyTerm(List.of()),
            new Places.InField("body_words", new Places.AnyTerm(List.of("ب", "ا"))),
            new Places.Any(List.of(term("ا"), term("ب"))),
            new Places.SideBySide(List.of(term("ا"), term("ب"), term("ا"))),
            new Places.Ordered(List.of(term("ا"), term("ا"))),
            new Places.Unordered(List.of(term("ا"), term("ب"))),
            new Places.Apart(term("ا"), term("ا")),
            new Places.Within(3, new Places.Apart(term("ا"), term("ب"))),
            new Places.Nowhere())
        .map(places -> new PlacesQuery("body", places));
  }

  @ParameterizedTest
  @MethodSource({"queries", "placesQueries"})
  void aQueryComesBack(Query query) {
    assertThat(Sent.query(query)).isEqualTo(query);
  }

  @Test
  void placesAreThoseOfLucene() {
    Query query =
        new PlacesQuery(
            "body",
            new Places.Within(
                4,
                new Places.Ordered(
                    List.of(
                        new Places.SideBySide(List.of(term("ا"), term("ب"))),
                        new Places.InField("body_words", term("ج"))))));
    assertThat(query).hasToString("body:MAXGAPS/4(ORDERED(BLOCK(ا,ب),FIELD(body_words,ج)))");
  }

  @Test
  void aRegularExpressionComesAsItsAutomaton() {
    RegexpQuery regexp = new RegexpQuery(new Term("body", "وز(ي|ا)ر.*"));
    Query sent = Sent.query(regexp);
    assertThat(sent).isInstanceOf(AutomatonQuery.class);
    assertThat(((AutomatonQuery) sent).getCompiled()).isEqualTo(regexp.getCompiled());
  }

  @Test
  void aPhraseOfNothingFindsNothing() {
    assertThat(Sent.query(new PhraseQuery.Builder().build())).isEqualTo(new MatchNoDocsQuery(""));
  }

  @Test
  void whatIsNotOfThisEngineIsRefused() {
    refused(DoublePoint.newRangeQuery("a", 1, 2.0), "DoublePoint");
    refused(IntPoint.newRangeQuery("a", new int[] {1, 2}, new int[] {3, 4}), "IntPoint");
    refused(new SpanTermQuery(new Term("a", "b")), "SpanTermQuery");
    refused(
        new SpanFirstQuery(new SpanFirstQuery(new SpanTermQuery(new Term("a", "b")), 3), 2),
        "SpanFirstQuery");
    refused(
        new PrefixQuery(new Term("a", "b"), MultiTermQuery.SCORING_BOOLEAN_REWRITE), "usual way");
    refused(new FuzzyQuery(new Term("a", "b"), 1, 0, 7, true), "50 words");
    refused(new TermQuery(new Term("a", new BytesRef(new byte[] {(byte) 0xC3}))), "UTF-8");
  }

  private static void refused(Query query, String why) {
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> QueryTree.of(query))
        .withMessageContaining(why);
  }

  @Test
  void depthIsLimited() {
    assertThat(Sent.query(nested(WireLimits.DEPTH))).isEqualTo(nested(WireLimits.DEPTH));
    refused(nested(WireLimits.DEPTH + 1), "nested deeper");
    Map<String, Object> tree = Map.of("all", Map.of());
    for (int i = 0; i < WireLimits.DEPTH; i++) {
      tree = Map.of("constant", Map.of("query", tree));
    }
    refused(tree, "nested deeper");
    for (int i = 0; i < 100_000; i++) {
      tree = Map.of("constant", Map.of("query", tree));
    }
    refused(tree, "nested deeper");
  }

  private static Query nested(int depth) {
    Query query = MatchAllDocsQuery.INSTANCE;
    for (int i = 1; i < depth; i++) {
      query = new ConstantScoreQuery(query);
    }
    return query;
  }

  private static void refused(Map<String, ?> tree, String why) {
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> QueryTree.toQuery(tree))
        .withMessageContaining(why);
  }

  @Test
  void sizesAreLimited() {
    List<BytesRef> terms =
        IntStream.range(0, WireLimits.TERMS)
            .mapToObj(number -> new BytesRef(Integer.toString(number)))
            .toList();
    Query most = new TermInSetQuery("id", terms);
    assertThat(Sent.query(most)).isEqualTo(most);
    List<BytesRef> more = new ArrayList<>(terms);
    more.add(new BytesRef("x"));
    refused(new TermInSetQuery("id", more), "more than 100000 terms");
    refused(new TermQuery(new Term("id", "ا".repeat(16_384))), "longer than 16383");
    refused(
        new DisjunctionMaxQuery(
            IntStream.range(0, 300)
                .<Query>mapToObj(i -> new TermQuery(new Term("id", i + "x".repeat(16_000))))
                .toList(),
            0),
        "together");
    Map<String, Object> all = Map.of("all", Map.of());
    refused(
        Map.of(
            "dis_max",
            Map.of(
                "queries",
                java.util.Collections.nCopies(WireLimits.QUERIES, all),
                "tie_breaker",
                0)),
        "queries");
    refused(
        Map.of(
            "bool",
            Map.of(
                "queries",
                java.util.Collections.nCopies(1025, all),
                "occurs",
                java.util.Collections.nCopies(1025, "should"),
                "minimum_should_match",
                0)),
        "maxClauseCount");
    refused(
        Map.of("wildcard", Map.of("field", "body", "term", "*".repeat(1_001))),
        "pattern is longer");
    refused(Map.of("exists", Map.of("field", "x".repeat(129))), "field whose name");
    Object two = Map.of("any", Map.of("places", java.util.Collections.nCopies(2, wide("ا"))));
    refused(
        Map.of(
            "places",
            Map.of(
                "field",
                "body",
                "places",
                Map.of("ordered", Map.of("places", java.util.Collections.nCopies(700, two))))),
        "places");
  }

  private static Map<String, Object> wide(String term) {
    return Map.of("terms", Map.of("terms", List.of(term)));
  }

  /**
   * Each alternative of each place with each of the others: Lucene follows no more than so many.
   */
  @Test
  void alternativesThatMultiplyAreRefused() {
    List<Object> places = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<Object> either = new ArrayList<>();
      for (String word : List.of("ا", "ب", "ج")) {
        either.add(Map.of("side_by_side", Map.of("places", List.of(wide(word + i), wide(word)))));
      }
      places.add(Map.of("any", Map.of("places", either)));
    }
    refused(
        Map.of(
            "places",
            Map.of("field", "body", "places", Map.of("side_by_side", Map.of("places", places)))),
        "no query");
  }

  @Test
  void faultsAreToldByName() {
    refused(Map.of(), "one key");
    refused(Map.of("term", Map.of("field", "a", "term", "b"), "all", Map.of()), "one key");
    refused(Map.of("script", Map.of("source", "1")), "no query of the kind “script”");
    refused(Map.of("term", Map.of("field", "a")), "“term” lacks “term”");
    refused(Map.of("term", Map.of("field", "a", "term", 5)), "“term” that is not a string");
    refused(Map.of("term", Map.of("field", "a", "term", "b", "boost", 1)), "unknown “boost”");
    refused(Map.of("boost", Map.of("query", Map.of("all", Map.of()), "boost", -1)), "no less");
    refused(
        Map.of("boost", Map.of("query", Map.of("all", Map.of()), "boost", Double.NaN)), "no less");
    refused(Map.of("int_range", Map.of("field", "day", "from", 1L << 40, "to", 1)), "whole number");
    refused(
        Map.of(
            "phrase",
            Map.of("field", "a", "terms", List.of("b"), "positions", List.of(), "slop", 0)),
        "positions");
    refused(
        Map.of(
            "phrase",
            Map.of(
                "field", "a", "terms", List.of("b", "c"), "positions", List.of(2, 1), "slop", 0)),
        "no query");
  }
}
