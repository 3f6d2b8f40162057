package org.fihris.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.analysis.WordPatterns;
import org.fihris.apitests.Testdata;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.date.PublicationDate;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.entity.SeenName;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.index.ArticleDocument;
import org.fihris.index.Schema;
import org.fihris.index.StoredArticles;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.matching.RequestTranslator;
import org.fihris.plugin.TestCluster.Answer;
import org.fihris.query.SearchRequest;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Words;
import org.fihris.wire.FoundTerms;
import org.fihris.wire.QueryTree;
import org.fihris.wire.TermLookup;
import org.fihris.wire.TermsAnswer;
import org.fihris.wire.TermsRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Nodes with the plugin answer as a local index of the same articles does. With {@code
 * -Dfihris.cluster.corpus=FILE} the articles of a file are added to those of {@code testdata/}.
 */
@EnabledIfSystemProperty(named = TestCluster.PROPERTY, matches = "http.*")
class NodesAnswerTest {
  private static final String INDEX = "/fihris-plugin-test";
  private static final String TERMS = INDEX + "/_fihris/terms";
  private static final int HITS = 100;
  private static final int QUERIES = 200;

  @TempDir private static Path folder;

  private static final TestCluster CLUSTER = new TestCluster();
  private static DirectoryReader reader;
  private static NewsAnalyzer analyzer;
  private static IndexSearcher searcher;
  private static RequestTranslator translator;

  @BeforeAll
  static void index() throws IOException {
    Testdata.index(folder);
    String more = System.getProperty("fihris.cluster.corpus");
    if (more != null) {
      try (NewsWriter writer = NewsIndex.open(folder).writer()) {
        writer.addAll(
            Corpus.of(List.of(Path.of(more)), ReadOptions.defaults()),
            CorpusRunOptions.defaults(),
            rejected -> {});
      }
    }
    IndexConfig config = IndexConfig.packaged();
    reader = DirectoryReader.open(FSDirectory.open(folder));
    analyzer = new NewsAnalyzer(config);
    Snapshot snapshot = new Snapshot(new IndexSearcher(reader), EntityEdits.NONE);
    searcher = snapshot.searcher();
    translator =
        new RequestTranslator(
            snapshot.terms(), analyzer, new KnownEntities(config, EntityEdits.NONE, snapshot));
    fill();
  }

  @AfterAll
  static void close() throws IOException {
    CLUSTER.ask("DELETE", INDEX, "");
    CLUSTER.close();
    reader.close();
    analyzer.close();
  }

  private static void fill() throws IOException {
    CLUSTER.ask("DELETE", INDEX, "");
    int nodes = CLUSTER.get("/_cluster/health").body().get("number_of_nodes").asInt();
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String field : Schema.TEXTS) {
      fields.put(
          field, Map.of("type", "text", "analyzer", "fihris", "copy_to", Schema.words(field)));
      fields.put(Schema.words(field), Map.of("type", "text", "analyzer", "fihris_words"));
    }
    for (String label : List.of(Schema.SOURCE, Schema.CATEGORY, Schema.AUTHOR)) {
      fields.put(label, Map.of("type", "text", "analyzer", "fihris"));
    }
    for (String key : List.of(Schema.ID, Schema.URL)) {
      fields.put(key, Map.of("type", "keyword"));
    }
    for (EntityType type : EntityType.values()) {
      fields.put(Schema.namesField(type), Map.of("type", "keyword"));
    }
    fields.put(Schema.DAY, Map.of("type", "integer"));
    ok(
        CLUSTER.ask(
            "PUT",
            INDEX,
            Map.of(
                "settings",
                Map.of("number_of_shards", 2, "number_of_replicas", nodes > 1 ? 1 : 0),
                "mappings",
                Map.of("dynamic", "strict", "properties", fields))));
    StringBuilder lines = new StringBuilder();
    StoredFields stored = reader.storedFields();
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      lines.append("{\"index\":{\"_id\":\"").append(doc).append("\"}}\n");
      lines.append(TestCluster.JSON.writeValueAsString(source(StoredArticles.read(stored, doc))));
      lines.append('\n');
      if (lines.length() > 2_000_000 || doc == reader.maxDoc() - 1) {
        Answer answer = CLUSTER.bulk(INDEX + "/_bulk", lines.toString());
        assertThat(answer.body().get("errors").asBoolean()).as("%s", answer).isFalse();
        lines.setLength(0);
      }
    }
    ok(CLUSTER.ask("POST", INDEX + "/_refresh", ""));
    ok(CLUSTER.get("/_cluster/health" + INDEX + "?wait_for_status=green&timeout=60s"));
  }

  private static JsonNode ok(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.body();
  }

  private static Map<String, Object> source(Document stored) {
    Map<String, Object> source = new LinkedHashMap<>();
    for (String field :
        List.of(
            Schema.ID,
            Schema.URL,
            Schema.TITLE,
            Schema.SUMMARY,
            Schema.BODY,
            Schema.SOURCE,
            Schema.CATEGORY,
            Schema.AUTHOR)) {
      if (stored.get(field) != null) {
        source.put(field, stored.get(field));
      }
    }
    if (ArticleDocument.date(stored) instanceof PublicationDate.Known known) {
      source.put(Schema.DAY, known.day().toEpochDay());
    }
    Map<EntityType, List<String>> names = new HashMap<>();
    for (SeenName name : ArticleDocument.names(stored)) {
      names
          .computeIfAbsent(name.entity().type(), type -> new ArrayList<>())
          .add(Schema.nameValue(name.entity().id(), name.spelling()));
    }
    names.forEach((type, values) -> source.put(Schema.namesField(type), values));
    return source;
  }

  @Test
  void aNodeSaysWhatItAnalysesWith() {
    JsonNode body = ok(CLUSTER.get("/_fihris"));
    assertThat(body.get("analysis").asString()).isEqualTo(NewsAnalyzer.VERSION);
    assertThat(body.get("config").asString()).isEqualTo(IndexConfig.packaged().hash());
    assertThat(body.get("version").asString()).matches("[0-9].*");
    assertThat(body.get("other_nodes").size()).isZero();
  }

  @Test
  void textsAreAnalysedAsHere() throws IOException {
    try (NewsAnalyzer words = analyzer.at(MatchLevel.EXACT)) {
      for (String text :
          List.of(
              "وقالَ الـمتحدّث باسم الأمم المتحدة في نيويورك: «لا جديد» (٢٠٢٤)؛ COVID-19 والمدارسُ",
              "ﷺ ﻼ 😀 1,000.5 it's a_b",
              "كلمة ".repeat(3_000) + "طويل".repeat(200))) {
        assertThat(analysed("fihris", text)).isEqualTo(analysed(analyzer, text));
        assertThat(analysed("fihris_words", text)).isEqualTo(analysed(words, text));
      }
    }
  }

  private static List<String> analysed(String name, String text) {
    List<String> tokens = new ArrayList<>();
    for (JsonNode token :
        ok(CLUSTER.ask("POST", "/_analyze", Map.of("analyzer", name, "text", text)))
            .get("tokens")) {
      tokens.add(
          token.get("token").asString()
              + " "
              + token.get("position")
              + " "
              + token.get("start_offset")
              + " "
              + token.get("end_offset"));
    }
    return tokens;
  }

  private static List<String> analysed(NewsAnalyzer analyzer, String text) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(Schema.BODY, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offsets = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        tokens.add(term + " " + position + " " + offsets.startOffset() + " " + offsets.endOffset());
      }
      stream.end();
    }
    return tokens;
  }

  @Test
  void queriesFindAndScoreAsHere() throws IOException {
    int hits = 0;
    int asked = 0;
    for (SearchRequest request : requests()) {
      RequestTranslator.Understood understood = translator.understand(request, new ArrayList<>());
      hits += check(understood.query(), request);
      asked++;
      Query relaxed = understood.relaxed();
      if (relaxed != null && asked % 4 == 0) {
        check(relaxed, request);
      }
    }
    assertThat(asked).isGreaterThanOrEqualTo(QUERIES);
    assertThat(hits).isGreaterThan(2 * QUERIES);
  }

  private static int check(Query query, SearchRequest request) throws IOException {
    JsonNode found =
        ok(CLUSTER.ask(
                "POST",
                INDEX + "/_search?search_type=dfs_query_then_fetch",
                Map.of(
                    "size",
                    HITS,
                    "track_total_hits",
                    true,
                    "_source",
                    false,
                    "query",
                    Map.of("fihris", QueryTree.of(query)))))
            .get("hits");
    ScoreDoc[] expected = searcher.search(query, reader.maxDoc()).scoreDocs;
    Map<Integer, Float> scores = new HashMap<>();
    Arrays.stream(expected).forEach(hit -> scores.put(hit.doc, hit.score));
    assertThat(found.get("total").get("value").asInt())
        .as("%s: %s", request.text(), query)
        .isEqualTo(expected.length);
    int rank = 0;
    for (JsonNode hit : found.get("hits")) {
      double score = hit.get("_score").asDouble();
      assertThat(score)
          .as("%s: %s", request.text(), query)
          .isCloseTo(scores.get(Integer.parseInt(hit.get("_id").asString())), within(1e-4))
          .isCloseTo(expected[rank++].score, within(1e-4));
    }
    assertThat(rank).isEqualTo(Math.min(HITS, expected.length));
    return rank;
  }

  /** Of everything that the syntax has, with words that are in the articles. */
  private static List<SearchRequest> requests() throws IOException {
    List<SearchRequest> requests = new ArrayList<>();
    for (String line : Files.readAllLines(Testdata.FOLDER.resolve("queries.tsv"))) {
      if (!line.startsWith("#")) {
        requests.add(SearchRequest.of(line.split("\t")[0]));
      }
    }
    for (String text :
        List.of(
            "*",
            "تاريخ:2024",
            "date:undated",
            "مكان:مصر",
            "source:رويترز",
            "ترمب",
            "أمريكا",
            "الولايات المتحدة",
            "-ترمب الرئيس")) {
      requests.add(SearchRequest.of(text));
    }
    int step = Math.max(1, reader.maxDoc() / 25);
    StoredFields stored = reader.storedFields();
    for (int doc = 0; doc < reader.maxDoc(); doc += step) {
      String[] words =
          StoredArticles.read(stored, doc).get(Schema.TITLE).split("[\\s:«»،.؟!\"()-]+");
      String first = words[words.length / 3];
      String second = words[words.length - 1];
      String next = words[Math.min(words.length / 3 + 1, words.length - 1)];
      requests.add(SearchRequest.of(first + " " + second));
      requests.add(SearchRequest.of(first + " | " + second).withWords(Words.ANY));
      requests.add(SearchRequest.of("\"" + first + " " + next + "\""));
      requests.add(SearchRequest.of("\"" + first + "\""));
      requests.add(SearchRequest.of("=" + second + " OR =" + first));
      requests.add(
          SearchRequest.of(first + "~1 " + second.substring(0, second.length() / 2) + "*"));
      requests.add(SearchRequest.of(first + " NEAR/5 " + second));
      requests.add(SearchRequest.of("title:" + first + " text:\"" + second + "\""));
      requests.add(SearchRequest.of(first).withSpelling(Spelling.AS_TYPED));
      requests.add(
          SearchRequest.of("\"" + first + " " + next + "\"~3 OR body:/" + second + "(ي|ة)?/")
              .withSyntax(Syntax.LUCENE));
    }
    return requests;
  }

  private static TermsAnswer ask(TermsRequest request) {
    return TermsAnswer.of(
        TestCluster.JSON.convertValue(
            ok(CLUSTER.ask("POST", TERMS, request.tree())), new TypeReference<>() {}));
  }

  @Test
  void dictionariesAreThoseOfHere() throws IOException {
    List<String> fields =
        new ArrayList<>(
            new TreeSet<>(
                List.of(Schema.SOURCE, Schema.CATEGORY, Schema.AUTHOR, Schema.ID, Schema.URL)));
    for (String field : Schema.TEXTS) {
      fields.add(field);
      fields.add(Schema.words(field));
    }
    for (EntityType type : EntityType.values()) {
      fields.add(Schema.namesField(type));
    }
    for (String field : fields) {
      TermLookup all =
          new TermLookup(
              field, TermLookup.Wanted.Accepted.by(Automata.makeAnyString()), TermLookup.MOST);
      TermsAnswer answer = ask(new TermsRequest(List.of(all)));
      assertThat(answer.articles()).isEqualTo(reader.numDocs());
      assertThat(answer.found().getFirst().terms()).as(field).isEqualTo(dictionary(field));
      assertThat(answer.found().getFirst().cut()).isFalse();
    }
  }

  private static List<FoundTerms.Counted> dictionary(String field) throws IOException {
    List<FoundTerms.Counted> all = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum each = terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      all.add(new FoundTerms.Counted(term.utf8ToString(), each.docFreq()));
    }
    return all;
  }

  @Test
  void lookupsAreAnsweredAsHere() throws IOException {
    String words = Schema.words(Schema.BODY);
    List<TermLookup> lookups = new ArrayList<>();
    for (String pattern : List.of("ال*", "*ين", "وزي?", "*ر*", "ظظ*")) {
      for (int limit : List.of(1, 10, 10_000)) {
        lookups.add(
            new TermLookup(
                words,
                TermLookup.Wanted.Accepted.by(
                    WordPatterns.writings(WordPatterns.wildcard(pattern))),
                limit));
      }
    }
    lookups.add(
        new TermLookup(words, new TermLookup.Wanted.Listed(List.of("في", "zzz", "من")), 10));
    lookups.add(new TermLookup("no_such_field", new TermLookup.Wanted.Listed(List.of("في")), 10));
    List<FoundTerms> expected = new ArrayList<>();
    for (TermLookup lookup : lookups) {
      expected.add(FoundTerms.in(reader, lookup, () -> {}));
    }
    assertThat(ask(new TermsRequest(lookups)).found()).isEqualTo(expected);
  }

  @Test
  void badRequestsAreRefusedInOneSentence() {
    refused(search(Map.of("script", Map.of("source", "1"))), "There is no query of the kind");
    refused(search(Map.of("term", Map.of("field", "body"))), "lacks “term”");
    Map<String, Object> deep = Map.of("all", Map.of());
    for (int i = 0; i < 160; i++) {
      deep = Map.of("constant", Map.of("query", deep));
    }
    refused(search(deep), "nested deeper");
    List<Object> many = Collections.nCopies(1_025, Map.of("all", Map.of()));
    refused(
        search(
            Map.of(
                "bool",
                Map.of(
                    "queries",
                    many,
                    "occurs",
                    Collections.nCopies(1_025, "should"),
                    "minimum_should_match",
                    0))),
        "maxClauseCount");
    refused(CLUSTER.ask("POST", TERMS, Map.of()), "lacks “lookups”");
    refused(
        CLUSTER.ask(
            "POST",
            TERMS,
            Map.of("lookups", List.of(Map.of("field", "body", "automaton", "AAAA", "limit", 3)))),
        "another format");
    refused(CLUSTER.ask("POST", TERMS, "[1]"), "");
    Answer nowhere =
        CLUSTER.ask(
            "POST",
            "/fihris-no-such-index/_fihris/terms",
            Map.of("lookups", List.of(Map.of("field", "a", "terms", List.of("b"), "limit", 1))));
    assertThat(nowhere.status()).isEqualTo(404);
  }

  /** Where a node has no memory left for what is found, it says so and goes on. */
  @Test
  void lookupsAreEndedWhereMemoryIsShort() {
    Map<String, Object> lookup =
        Map.of("field", Schema.BODY, "terms", List.of("وزير"), "limit", 10);
    limitMemory("16kb");
    try {
      Answer answer = CLUSTER.ask("POST", TERMS, Map.of("lookups", List.of(lookup)));
      assertThat(answer.status()).as("%s", answer).isEqualTo(429);
      assertThat(answer.body().toString()).contains("fihris terms");
    } finally {
      limitMemory(null);
    }
    for (int i = 0; i < 50; i++) {
      ok(CLUSTER.ask("POST", TERMS, Map.of("lookups", List.of(lookup))));
    }
    JsonNode nodes = ok(CLUSTER.get("/_nodes/stats/breaker")).get("nodes");
    for (JsonNode node : nodes) {
      assertThat(node.get("breakers").get("request").get("estimated_size_in_bytes").asLong())
          .as("what was reserved is given back")
          .isLessThan(32 * 1024);
    }
  }

  private static void limitMemory(@Nullable String limit) {
    Map<String, Object> setting = new HashMap<>();
    setting.put("indices.breaker.request.limit", limit);
    ok(CLUSTER.ask("PUT", "/_cluster/settings", Map.of("transient", setting)));
  }

  private static Answer search(Map<String, Object> tree) {
    return CLUSTER.ask("POST", INDEX + "/_search", Map.of("query", Map.of("fihris", tree)));
  }

  private static void refused(Answer answer, String why) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.body().toString()).contains(why);
  }
}
