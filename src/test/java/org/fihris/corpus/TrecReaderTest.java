package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fihris.corpus.PageRecord.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrecReaderTest {

  @Test
  void readsEveryFieldOfAnAntDocument() {
    String file =
        """
        <DOC>
        <DOCNO>XX-1</DOCNO>
        <URL>https://example.org/a?b=1&amp;c=2</URL>
        <SRC>صحيفة</SRC>
        <CAT>sport</CAT>
        <TITLE>عنوان</TITLE>
        <TIME>Mon, 26 Feb 2018 02:20:10 GMT</TIME>
        <AUTHOR></AUTHOR>
        <ABSTRACT>
        ملخص
        </ABSTRACT>
        <TEXT>
        سطر أول
        سطر ثان
        </TEXT>
        </DOC>
        """;
    PageRecord page = Read.onlyRecord(Read.text("a.txt", file));
    assertThat(page.origin()).isEqualTo(new Origin("a.txt", 1));
    assertThat(page.fields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Field.ID, "XX-1",
                Field.URL, "https://example.org/a?b=1&c=2",
                Field.SOURCE, "صحيفة",
                Field.CATEGORY, "sport",
                Field.TITLE, "عنوان",
                Field.DATE, "Mon, 26 Feb 2018 02:20:10 GMT",
                Field.SUMMARY, "ملخص",
                Field.TEXT, "سطر أول\nسطر ثان"));
  }

  @ParameterizedTest(name = "{3}: {0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          <DOC><title>أ</title></DOC>                            | TITLE | أ          | lower case
          <doc><Headline><P>أ</P></Headline></doc>               | TITLE | أ          | other name, a paragraph in it
          <DOC id="X1"><TEXT>أ</TEXT></DOC>                      | ID    | X1         | identifier in the start tag
          <DOC><DATE_TIME>2000-01-01</DATE_TIME></DOC>           | DATE  | 2000-01-01 | other name
          <DOC><DATE>2000-01-01</DATE><TIME>10:00</TIME></DOC>   | DATE  | 2000-01-01 | the day before the time
          <DOC><BODY><HEADLINE>أ</HEADLINE><TEXT>ب</TEXT></BODY></DOC> | TEXT  | ب  | a body around other fields
          <DOC><BODY><HEADLINE>أ</HEADLINE><TEXT>ب</TEXT></BODY></DOC> | TITLE | أ  | and the field in it
          <DOC><BODY>ب</BODY></DOC>                              | TEXT  | ب          | a body that is the text
          <DOC><TEXT><P>أ</P>#<P>ب</P></TEXT></DOC>              | TEXT  | أ##ب       | paragraphs
          <DOC><TEXT>#<P>#أ#<P>#ب#</TEXT></DOC>                  | TEXT  | أ##ب       | paragraphs that only begin
          <DOC><TEXT>أ<br/>ب</TEXT></DOC>                        | TEXT  | أ#ب        | a line break
          <DOC><TEXT>أ <b>ب</b> <a href="x">ج</a></TEXT></DOC>   | TEXT  | أ ب ج      | other tags are left out
          <DOC><TEXT>أ <title>ب</title> ج</TEXT></DOC>           | TEXT  | أ ب ج      | a tag in a text is no field
          <DOC><TEXT>3 < 5 و <name@example.org> <ب></TEXT></DOC> | TEXT  | 3 < 5 و <name@example.org> <ب> | signs that are no tags
          <DOC><TEXT>&lt;b&gt; &quot;أ&quot; &#1576; &#x628; &laquo;</TEXT></DOC> | TEXT | <b> "أ" ب ب « | entities
          <DOC><TEXT>AT&T & &unknown; &#0; &#xD800;</TEXT></DOC> | TEXT  | AT&T & &unknown; &#0; &#xD800; | signs that are no entities
          <DOC><TEXT>&amp;lt;</TEXT></DOC>                       | TEXT  | &lt;       | decoded once
          <DOC><TITLE>أ#<TIME>2000</TIME></DOC>                  | TITLE | أ          | no end tag: up to the next field
          <DOC><TITLE>أ</HEADLINE><TEXT>ب</TEXT></DOC>           | TITLE | أ          | the wrong end tag
          <DOC><TITLE>أ#<TITLE>ب</TITLE></DOC>                   | TITLE | أ، ب       | no end tag, the same field again
          <DOC><TEXT>أ#ب#</DOC>                                  | TEXT  | أ#ب        | text without end tag
          <DOC><TEXT>أ <link> ب#<AUTHOR>ج</AUTHOR></DOC>         | TEXT  | أ  ب       | text without end tag before a field
          <DOC><TITLE>أ</TITLE>ب</TEXT></DOC>                    | TEXT  | ب          | text without start tag
          <DOC>ب</DOC>                                           | TEXT  | ب          | nothing but text
          <DOC><AUTHOR/><TEXT>ب</TEXT></DOC>                     | AUTHOR | -         | an empty tag
          <DOC><TEXT>ب</TEXT>                                    | TEXT  | ب          | document without end tag
          <DOC><TEXT>ب                                           | TEXT  | ب          | nothing has an end tag
          <?xml version="1.0"?>#<ROOT>#<DOC><TEXT>ب</TEXT></DOC>#</ROOT> | TEXT | ب   | a prolog and an element around
          """)
  void findsFields(String sgml, Field field, String expected, String reason) {
    PageRecord page =
        Read.onlyRecord(Read.text("a.txt", sgml.replace('#', '\n').replace("&\n", "&#")));
    assertThat(page.get(field))
        .as(reason)
        .isEqualTo(expected == null ? null : expected.replace('#', '\n').replace("&\n", "&#"));
  }

  @Test
  void theUsersOwnTags() {
    ReadOptions options = ReadOptions.defaults().withMap(Map.of("KICKER", Field.TITLE));
    PageRecord page =
        Read.onlyRecord(
            Read.text(
                "a.txt", "<DOC><TITLE>t</TITLE><kicker>k</kicker><TEXT>x</TEXT></DOC>", options));
    assertThat(page.get(Field.TITLE)).isEqualTo("k");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <DOC><TEXT>a</TEXT></DOC>#<DOC><TEXT>b</TEXT></DOC>#         | one after the other
          <DOC><TEXT>a</TEXT></DOC><DOC><TEXT>b</TEXT></DOC>           | in one line
          <DOC>#<TEXT>a</TEXT>#<DOC>#<TEXT>b</TEXT></DOC>              | no end tag
          <DOC>#<TEXT>a#  <DOC>#<TEXT>b</TEXT></DOC>                   | no end tags at all
          <DOC><TEXT>a</TEXT><DOC><TEXT>b</TEXT></DOC>                 | no end tag, in one line
          <DOCS>#<DOC><TEXT>a</TEXT></DOC>#</DOCS><DOCS><DOC><TEXT>b</TEXT></DOC></DOCS> | elements around
          """)
  void readsManyDocuments(String sgml, String layout) {
    assertThat(Read.values(Read.text("a.sgml", sgml.replace('#', '\n')), Field.TEXT))
        .as(layout)
        .containsExactly("a", "b");
  }

  @Test
  void aDocumentKnowsItsLine() {
    String file = "\n<DOC>\n<TEXT>a</TEXT>\n</DOC>\n\n<DOC><TEXT>b</TEXT></DOC>";
    assertThat(Read.text("a.sgml", file))
        .extracting(Reading::origin)
        .containsExactly(new Origin("a.sgml", 2), new Origin("a.sgml", 6));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <DOC><TEXT>a</TEXT></DOC>#lost words#<DOC><TEXT>b</TEXT></DOC> | text outside
          <DOC><TEXT>a</TEXT></DOC>#<DOC></DOC>#<DOC><TEXT>b</TEXT></DOC> | is empty
          <DOC><TEXT>a</TEXT></DOC>#<DOC><TITLE></TITLE></DOC>#<DOC><TEXT>b</TEXT></DOC> | is empty
          """)
  void aMalformedDocumentIsToldWithItsLineAndCostsNoOther(String sgml, String reason) {
    List<String> texts = Read.values(Read.text("a.sgml", sgml.replace('#', '\n')), Field.TEXT);
    assertThat(texts).hasSize(3).startsWith("a").endsWith("b");
    assertThat(texts.get(1)).startsWith("a.sgml:2 ").contains(reason);
  }

  @Test
  void aFileThatEndsInATitleIsCut() {
    assertThat(Read.onlyFault(Read.text("a.sgml", "<DOC>\n<DOCNO>1</DOCNO>\n<TITLE>ab")).reason())
        .contains("in the middle");
  }

  @Test
  void aFileWithoutDocumentsSaysSo() {
    ReadOptions trec = ReadOptions.defaults().withFormat(Format.TREC);
    assertThat(Read.values(Read.text("a.txt", "words", trec), Field.TEXT))
        .anyMatch(reason -> reason.contains("no <DOC>"));
  }

  @Test
  void aDocumentOverTheLimitIsLeftOutAndReadingGoesOn() {
    ReadOptions options = ReadOptions.defaults().withMaxRecordBytes(1000);
    String file =
        "<DOC><TEXT>a</TEXT></DOC>\n<DOC><TEXT>"
            + "word <b> ".repeat(50_000)
            + "</TEXT></DOC>\n<DOC><TEXT>b</TEXT></DOC>";
    List<String> texts = Read.values(Read.text("a.sgml", file, options), Field.TEXT);
    assertThat(texts).hasSize(3).startsWith("a").endsWith("b");
    assertThat(texts.get(1)).startsWith("a.sgml:2 ").contains("1000 bytes");
  }
}
