package org.fihris.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.fihris.facet.CommitTerms;
import org.fihris.index.Schema;
import org.fihris.query.QueryNode;
import org.fihris.query.QueryParser;
import org.fihris.query.Warning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of too many words the nearest and most frequent are kept, and it is said. */
class ExpansionsTest {
  private static final String FIELD = Schema.words(Schema.BODY);
  private static final int WORDS = 600;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final List<Warning> warnings = new ArrayList<>();
  private DirectoryReader reader;

  /** Word number i, زلزا and a number, is in i articles. */
  @BeforeEach
  void index() throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (int doc = 0; doc < WORDS; doc += 20) {
        StringBuilder text = new StringBuilder();
        for (int word = doc; word < WORDS; word++) {
          text.append(" زَلْز").append(1000 + word);
        }
        text.append(" أحمد احمدي احمدم");
        Document document = new Document();
        document.add(new TextField(FIELD, text.toString(), Field.Store.NO));
        writer.addDocument(document);
      }
    }
    reader = DirectoryReader.open(directory);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
  }

  @Test
  void theMostFrequentAreKept() throws IOException {
    List<Expansions.Term> terms = expand("زلز*");
    assertThat(terms).hasSize(Expansions.MOST_OF_WORD);
    assertThat(terms.getFirst().articles()).isEqualTo(WORDS / 20);
    int least = terms.getLast().articles();
    assertThat(least).isGreaterThan(WORDS / 20 / 2);
    assertThat(warnings)
        .extracting(Warning::code, Warning::part)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Warning.Code.TOO_MANY_EXPANSIONS, "زلز*"));
  }

  @Test
  void aQueryHasALimitBesidesThatOfAWord() throws IOException {
    Expansions expansions = new Expansions(new CommitTerms(new IndexSearcher(reader)), warnings);
    int found = 0;
    for (int digit = 0; digit < 10; digit++) {
      found += expansions.of(likeness("زلز*" + digit + "*"), FIELD).size();
      found += expansions.of(likeness("زلز1*" + digit + "*"), FIELD).size();
    }
    assertThat(found).isEqualTo(Expansions.MOST_OF_QUERY);
  }

  @Test
  void fewWordsAreAllTaken() throws IOException {
    assertThat(expand("زلز1?00")).hasSize(6);
    assertThat(warnings).isEmpty();
  }

  @Test
  void theNearerWordsComeFirst() throws IOException {
    List<Expansions.Term> terms =
        new Expansions(new CommitTerms(new IndexSearcher(reader)), warnings)
            .of(fuzzy("أحمد", 1), FIELD);
    assertThat(terms)
        .extracting(term -> term.bytes().utf8ToString())
        .containsExactly("أحمد", "احمدم", "احمدي");
    assertThat(terms).extracting(Expansions.Term::near).containsExactly(true, false, false);
  }

  private List<Expansions.Term> expand(String pattern) throws IOException {
    return new Expansions(new CommitTerms(new IndexSearcher(reader)), warnings)
        .of(likeness(pattern), FIELD);
  }

  private static Likeness likeness(String pattern) {
    assertThat(QueryParser.parse(pattern).root()).isInstanceOf(QueryNode.Wildcard.class);
    return Objects.requireNonNull(Likeness.of(new QueryNode.Wildcard(pattern)));
  }

  private static Likeness fuzzy(String word, int edits) {
    return Objects.requireNonNull(Likeness.of(new QueryNode.Fuzzy(word, edits)));
  }
}
