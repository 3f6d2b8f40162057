package org.fihris.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.fihris.query.QueryNode.All;
import org.fihris.query.QueryNode.Any;
import org.fihris.query.QueryNode.Everything;
import org.fihris.query.QueryNode.InField;
import org.fihris.query.QueryNode.Not;
import org.fihris.query.QueryNode.Phrase;
import org.fihris.query.QueryNode.Word;
import org.fihris.query.Warning.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trees, the limits and what cannot be written in the table of {@code query-syntax.md}. */
final class QueryParserTest {

  @Test
  void everyKindOfNodeIsBuilt() {
    String text = "زلزال \"مجلس الأمن\" title:(هزة OR رجفة) -رياضة";

    assertThat(QueryParser.parse(text).root())
        .isEqualTo(
            new All(
                List.of(
                    new Word("زلزال"),
                    new Phrase("مجلس الأمن"),
                    new InField(
                        QueryField.TITLE, new Any(List.of(new Word("هزة"), new Word("رجفة")))),
                    new Not(new Word("رياضة")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u00A0", "\u200F"})
  void aBlankTextAsksForEverythingWithoutAWarning(String text) {
    assertThat(QueryParser.parse(text)).isEqualTo(new ParsedQuery(new Everything(), List.of()));
  }

  @Test
  void aPhraseKeepsItsTextVerbatim() {
    assertThat(QueryParser.parse("\" مجلس،  الأمـن -title:(x) \"").root())
        .isEqualTo(new Phrase(" مجلس،  الأمـن -title:(x) "));
  }

  @Test
  void marksOfDirectionBeforeASignDoNotHideIt() {
    assertThat(
            QueryParser.parse("\u200Fزلزال \u200F-تركيا \u202Btitle:\u200Fهزة\u202C")
                .root()
                .display())
        .isEqualTo("زلزال -تركيا title:هزة");
  }

  @Test
  void vowelMarksStayWithTheirWord() {
    assertThat(QueryParser.parse("«مَدرسةٌ» مَدرسةٌ،").root())
        .isEqualTo(new All(List.of(new Phrase("مَدرسةٌ"), new Word("مَدرسةٌ"))));
  }

  @Test
  void aPastedPageIsCutBetweenWords() {
    ParsedQuery parsed = QueryParser.parse("استقبال ".repeat(625));

    assertThat(parsed.root()).isEqualTo(new All(Collections.nCopies(125, new Word("استقبال"))));
    assertThat(codes(parsed)).containsExactly(Code.TOO_LONG);
  }

  @Test
  void aTextWithoutSpacesIsCutAnywayButNotInsideACharacter() {
    ParsedQuery parsed = QueryParser.parse("a" + "\uD835\uDC9C".repeat(2500));

    assertThat(parsed.root()).isEqualTo(new Word("a" + "\uD835\uDC9C".repeat(499)));
  }

  @Test
  void aCutTextIsNotBlamedForItsLooseEnds() {
    assertThat(codes(QueryParser.parse("(\"كلمة " + "كلمة ".repeat(500) + "\")")))
        .doesNotContain(Code.UNCLOSED_QUOTE, Code.UNBALANCED_PARENTHESIS)
        .contains(Code.TOO_LONG);
  }

  @Test
  void wordsBeyondTheLimitAreLeftOut() {
    ParsedQuery parsed = QueryParser.parse("(" + "a OR ".repeat(150) + "a) b");

    assertThat(parsed.root())
        .isInstanceOfSatisfying(Any.class, any -> assertThat(any.nodes()).hasSize(128));
    assertThat(codes(parsed)).containsExactly(Code.TOO_MANY_CLAUSES);
  }

  @Test
  void parenthesesBeyondTheLimitAreIgnored() {
    String nested = "(a -".repeat(20) + "b" + ")".repeat(20);

    ParsedQuery parsed = QueryParser.parse(nested);
    assertThat(codes(parsed)).containsExactly(Code.TOO_DEEP);
    assertThat(QueryParser.parse("(".repeat(20) + "a" + ")".repeat(20)).root())
        .isEqualTo(new Word("a"));
    assertThat(codes(QueryParser.parse("(".repeat(16) + "a" + ")".repeat(16)))).isEmpty();
  }

  @Test
  void manyFaultsOfAKindGiveOneWarning() {
    assertThat(codes(QueryParser.parse("a:b c:d e:f) ) OR")))
        .containsExactly(Code.UNKNOWN_FIELD, Code.UNBALANCED_PARENTHESIS, Code.STRAY_OPERATOR);
  }

  @Test
  void theWarningOfAnUnknownFieldNamesItAndThoseThereAre() {
    assertThat(QueryParser.parse("دولة:مصر").warnings().getFirst().message())
        .contains("دولة")
        .contains("title")
        .contains("id");
  }

  @ParameterizedTest
  @CsvSource({
    "زلزال تركيا, زلزال OR تركيا",
    "زلزال \"شمال تركيا\" -رياضة source:BBC, (زلزال OR \"شمال تركيا\") -رياضة source:BBC",
    "زلزال (تركيا OR سوريا), زلزال OR تركيا OR سوريا",
    "زلزال, زلزال",
    "زلزال -تركيا, زلزال -تركيا",
    "title:زلزال source:BBC, title:زلزال source:BBC",
    "تركيا OR سوريا, تركيا OR سوريا",
    "*, *"
  })
  void relaxedQueriesNeedOneOfTheirWords(String text, String relaxed) {
    assertThat(QueryParser.parse(text).root().relaxed().display()).isEqualTo(relaxed);
  }

  @Test
  void whatAProgramBuiltIsPrintedToo() {
    assertThat(new Phrase("a \"b\" «c»").display()).isEqualTo("«a \"b\"  c »");
    assertThatIllegalArgumentException().isThrownBy(() -> new All(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Any(List.of()));
  }

  private static List<Code> codes(ParsedQuery parsed) {
    return parsed.warnings().stream().map(Warning::code).toList();
  }

  /** Ids and addresses are read as they stand, so that NEAR between parentheses is a word there. */
  @Test
  void nothingIsNearInWholeValues() {
    QueryNode root = QueryParser.parse("id:\"((title:\"NEAR/3((id:title:").root();

    assertThat(root).isInstanceOf(QueryNode.All.class);
    assertThat(QueryParser.parse(root.display()).root()).isEqualTo(root);
  }
}
