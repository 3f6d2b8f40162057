package org.fihris.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain as another Lucene-based engine builds it, by the names of its parts. */
class FactoriesTest {

  @Test
  void theChainOfNamesStems() throws Exception {
    try (Analyzer analyzer =
        CustomAnalyzer.builder()
            .addCharFilter("fihrisFolding")
            .withTokenizer("standard")
            .addTokenFilter("fihrisSpelling")
            .addTokenFilter("fihrisStem")
            .build()) {
      assertThat(terms(analyzer, "وللرؤساء الأميركيّين")).containsExactly("رئيس", "امريكا");
    }
  }

  @Test
  void tablesOfOnesOwnTakeThePlaceOfThePackagedOnes(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("mine.tsv"), "# mine\nفهرس\tفهارس\n");
    try (Analyzer analyzer =
        CustomAnalyzer.builder(folder)
            .withTokenizer("standard")
            .addTokenFilter("fihrisStem", "stems", "mine.tsv")
            .build()) {
      assertThat(terms(analyzer, "والفهارس رؤساء")).containsExactly("فهرس", "رؤساء");
    }
  }

  @Test
  void exactFoldingIsAnArgument() throws Exception {
    try (Analyzer analyzer =
        CustomAnalyzer.builder()
            .addCharFilter("fihrisFolding", "exact", "true")
            .withTokenizer("standard")
            .build()) {
      assertThat(terms(analyzer, "أمّـة")).containsExactly("أمّة");
    }
  }

  @Test
  void unknownArgumentsAreRefused() {
    assertThatThrownBy(
            () ->
                CustomAnalyzer.builder()
                    .withTokenizer("standard")
                    .addTokenFilter("fihrisStem", "lexikon", "mine.tsv"))
        .hasStackTraceContaining("lexikon");
  }

  private static List<String> terms(Analyzer analyzer, String text) throws Exception {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("field", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }
}
