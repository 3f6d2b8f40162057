package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.fihris.corpus.PageRecord.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "|", "\t"})
  void theDelimiterIsTold(String delimiter) {
    String file =
        "id,Title,text,published_at\n1,عنوان,\"سطر «أول» ,\nسطر \"\"ثان\"\"\",2020-01-02\n"
            .replace(",", delimiter);
    PageRecord page = Read.onlyRecord(Read.text("a.csv", file));
    assertThat(page.origin()).isEqualTo(new Origin("a.csv", 2));
    assertThat(page.fields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Field.ID, "1",
                Field.TITLE, "عنوان",
                Field.TEXT, "سطر «أول» " + delimiter + "\nسطر \"ثان\"",
                Field.DATE, "2020-01-02"));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          title,text#a,x#b,y#            ! a.csv ! x y ! the usual
          title,text##a,x#               ! a.csv ! x   ! blank lines
          sep=;#title;text#a;x           ! a.csv ! x   ! an announced delimiter
          title;text#a,b,c;x             ! a.csv ! x   ! commas in values
          العنوان,النص#أ,x               ! a.csv ! x   ! Arabic names
          "title","text"#"a","x"         ! a.csv ! x   ! all in quotes
          text@title#"x@a#y@b            ! a.tsv ! "x y ! a quote between tabs is part of the text
          title@text#a@"x"               ! a.tsv ! x   ! unless it is closed
          title,text,n#a,x               ! a.csv ! x   ! a row may be short
          title,text#a,x,,               ! a.csv ! x   ! and long if it is blank there
          """)
  void readsRows(String file, String name, String expected, String reason) {
    List<Reading> readings = Read.text(name, file.replace('#', '\n').replace('@', '\t'));
    assertThat(String.join(" ", Read.values(readings, Field.TEXT))).as(reason).isEqualTo(expected);
  }

  @Test
  void windowsLineEndsAndOldOnes() {
    for (String end : List.of("\r\n", "\r")) {
      String file = "title,text" + end + "a,\"x" + end + "y\"" + end + "b,z" + end;
      assertThat(Read.values(Read.text("a.csv", file), Field.TEXT))
          .containsExactly("x" + end + "y", "z");
    }
  }

  @Test
  void aBrokenRowIsToldWithItsLineAndCostsNoOther() {
    String file = "title,text\na,x\nb,y,and more\n\"c\"d,z\ne,w\n";
    List<String> texts = Read.values(Read.text("a.csv", file), Field.TEXT);
    assertThat(texts).hasSize(4).startsWith("x").endsWith("w");
    assertThat(texts.get(1)).startsWith("a.csv:3 ").contains("3 values").contains("2 columns");
    assertThat(texts.get(2)).startsWith("a.csv:4 ").contains("not valid CSV");
  }

  @Test
  void aQuoteThatIsNeverClosedIsTold() {
    assertThat(Read.onlyFault(Read.text("a.csv", "title,text\na,\"x\ny\n")))
        .satisfies(fault -> assertThat(fault.origin().line()).isEqualTo(2))
        .satisfies(fault -> assertThat(fault.reason()).contains("not closed"));
  }

  @Test
  void unknownColumnsAreNamedAndMayBeMapped() {
    String file = "kop;inhoud\na;x\n";
    assertThat(Read.onlyFault(Read.text("a.csv", file)).reason()).contains("«kop», «inhoud»");
    ReadOptions mapped = ReadOptions.defaults().withMap(Map.of("Inhoud", Field.TEXT));
    assertThat(Read.onlyRecord(Read.text("a.csv", file, mapped)).get(Field.TEXT)).isEqualTo("x");
  }

  @Test
  void aRowOverTheLimitIsLeftOutAndReadingGoesOn() {
    ReadOptions options = ReadOptions.defaults().withMaxRecordBytes(1000);
    String file = "title,text\na,\"" + "word\n".repeat(50_000) + "\"\nb,y\n";
    List<String> texts = Read.values(Read.text("a.csv", file, options), Field.TEXT);
    assertThat(texts).hasSize(2).endsWith("y");
    assertThat(texts.getFirst()).startsWith("a.csv:2 ").contains("1000 bytes");
  }

  @Test
  void shortRowsAreInTheEncodingOfTheFile() {
    for (String charset : List.of("windows-1256", "ISO-8859-6")) {
      String file =
          "title,text\nظل,شط\nقال الوزير إن الحكومة ستعلن اليوم عن الخطة,نص الخبر\nهو,من\n";
      assertThat(
              Read.values(
                  Read.bytes("a.csv", file.getBytes(Charset.forName(charset))), Field.TITLE))
          .containsExactly("ظل", "قال الوزير إن الحكومة ستعلن اليوم عن الخطة", "هو");
    }
  }

  @Test
  void aColumnOfWholePagesIsReadAsPages() {
    String file = "url,html\nhttps://x/1,\"<html lang=\"\"ar\"\"><p>نص</p></html>\"\n";
    assertThat(Read.onlyPage(Read.text("a.csv", file)))
        .isEqualTo(
            new HtmlPage(
                new Origin("a.csv", 2), "https://x/1", null, "<html lang=\"ar\"><p>نص</p></html>"));
  }
}
