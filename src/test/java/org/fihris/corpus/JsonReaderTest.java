package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.fihris.corpus.PageRecord.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

  @ParameterizedTest(name = "{3}: {0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          {"title":"عنوان"}                                | TITLE    | عنوان          | the plain case
          {"Headline":"عنوان"}                             | TITLE    | عنوان          | case of a key does not matter
          {"headline":"ب","title":"أ"}                      | TITLE    | أ              | title before headline, in any order
          {"title":"","headline":"ب"}                      | TITLE    | ب              | an empty value gives way
          {"title":null,"headline":"ب"}                    | TITLE    | ب              | so does null
          {"title":"أ","title":"ب"}                        | TITLE    | ب              | a key given twice: the last, as JSON parsers do
          {"publishedAt":"2024-05-01"}                     | DATE     | 2024-05-01     | camel case
          {"published_at":"2024-05-01"}                    | DATE     | 2024-05-01     | snake case
          {"date":"1","published":"2"}                     | DATE     | 1              | date before published
          {"timestamp":1714521600}                         | DATE     | 1714521600     | a number as it is written
          {"modified":"2024-05-01"}                        | DATE     | -              | a change is no publication
          {"author":["أ","ب"]}                             | AUTHOR   | أ، ب           | names in a row
          {"author":{"@type":"Person","name":"أ"}}         | AUTHOR   | أ              | schema.org
          {"author":[{"name":"أ"},{"name":"ب"}]}           | AUTHOR   | أ، ب           | schema.org, several
          {"author":false}                                 | AUTHOR   | -              | false: there is none
          {"author":NaN}                                   | AUTHOR   | -              | how Python writes: there is none
          {"category":true}                                | CATEGORY | true           | a boolean
          {"body":["فقرة","فقرتان"]}                       | TEXT     | فقرة#فقرتان    | paragraphs
          {"url":["http://a","http://b"]}                  | URL      | http://a       | one page has one address
          {"title":{"rendered":"أ"}}                       | TITLE    | أ              | WordPress
          {"_id":{"$oid":"5f"}}                            | ID       | 5f             | MongoDB
          {"date":{"$date":{"$numberLong":"17"}}}          | DATE     | 17             | MongoDB, nested
          {"date":{"@value":"2024"}}                       | DATE     | 2024           | JSON-LD
          {"meta":{"title":"أ"}}                           | TITLE    | -              | what is nested means something else
          {"_source":{"title":"أ"}}                        | TITLE    | أ              | export of a search engine
          {"title":"a\\tb"}                                | TITLE    | a[tab]b        | a tab that was not escaped
          {"title":"\\u0623"},                             | TITLE    | أ              | a line cut out of an array keeps its comma
          {"x":{"y":[1,{"z":2}]},"title":"أ"}              | TITLE    | أ              | other keys are passed over
          """)
  void findsFieldsUnderTheirUsualNames(String json, Field field, String expected, String reason) {
    // In a text block \\t is a backslash and t; the tab itself is put in here.
    String line = reason.contains("a tab") ? json.replace("\\t", "\t") : json;
    String wanted = expected == null ? null : expected.replace("#", "\n\n").replace("[tab]", "\t");
    PageRecord page = Read.onlyRecord(Read.text("a.jsonl", line + "\n"));
    assertThat(page.get(field)).as(reason).isEqualTo(wanted);
  }

  @Test
  void theUsersOwnNamesComeFirst() {
    ReadOptions options =
        ReadOptions.defaults()
            .withMap(
                Map.of(
                    "عنوان", Field.TITLE,
                    "meta.When", Field.DATE,
                    "meta.people.name", Field.AUTHOR,
                    "title", Field.SUMMARY));
    String json =
        """
        {"headline":"h","title":"t","عنوان":"ع","date":"d",
         "meta":{"when":"w","title":"x","people":[{"name":"n"},{"name":"m"}]}}""";
    PageRecord page = Read.onlyRecord(Read.text("a.json", json, options));
    assertThat(page.fields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Field.TITLE, "ع", Field.SUMMARY, "t", Field.DATE, "w", Field.AUTHOR, "n، m"));
  }

  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":1,"title":"x                   | ends too early            | cut off in a text
          {"id":1,"title":"x"                  | ends too early            | brace missing
          {"title":"he said "no" to it"}       | comma is missing          | quotes inside a text (column 18)
          {"title" "x"}                        | colon is missing          | no colon
          {"title":"x" "text":"y"}             | comma is missing          | no comma
          {title:"x"}                          | field name in double      | name without quotes
          {"title":x}                          | word without quotes       | value without quotes
          {"title":}                           | value is missing          | no value
          {"title":"a\\qb"}                    | backslash                 | no such escape
          {"title":["x"}                       | bracket or brace          | closed in the wrong order
          {"title":"x"} {"title":"y"}          | goes on after             | two pages in one line
          ["x"]                                | a list in brackets        | a list
          "x"                                  | a text in quotes          | a text
          12                                   | a number                  | a number
          null                                 | a single value            | null
          word                                 | word without quotes       | no JSON at all
          """)
  void aBrokenLineIsToldAndCostsNoOther(String line, String expected, String what) {
    String file = "{\"id\":\"a\"}\n" + line + "\n{\"id\":\"b\"}";
    List<Reading> readings = Read.text("d/a.jsonl", file);
    assertThat(Read.values(readings, Field.ID)).hasSize(3).startsWith("a").endsWith("b");
    Unreadable fault = (Unreadable) readings.get(1);
    assertThat(fault.origin()).isEqualTo(new Origin("d/a.jsonl", 2));
    assertThat(fault.reason()).contains(expected).startsWith("the line ");
  }

  @Test
  void theColumnOfAFaultIsThatOfTheLetterCountedFromOne() {
    String file = "{\"title\":\"قال \"لا\" اليوم\"}\n";
    assertThat(Read.onlyFault(Read.text("a.jsonl", file)).reason()).contains("(column 16)");
  }

  @Test
  void aBrokenFirstLineCostsNoOther() {
    for (String first : List.of("{\"id\":\"x", "{\"id\":\"x\",", "not json", "[1,2]", "{")) {
      assertThat(Read.values(Read.text("a.jsonl", first + "\n{\"id\":\"b\"}\n"), Field.ID))
          .as(first)
          .hasSize(2)
          .endsWith("b");
    }
  }

  @Test
  void blankLinesAndWindowsLineEndsAreNoMatter() {
    assertThat(
            Read.values(
                Read.text("a.jsonl", "\r\n{\"id\":\"a\"}\r\n  \r\n\r\n{\"id\":\"b\"}"), Field.ID))
        .containsExactly("a", "b");
  }

  @Test
  void aBadlyEncodedLineCostsNoOther() {
    byte[] file =
        "{\"id\":\"a\"}\n{\"id\":\"\u00FF\"}\n{\"id\":\"b\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    List<String> ids = Read.values(Read.bytes("a.jsonl", file), Field.ID);
    assertThat(ids).hasSize(3).startsWith("a").endsWith("b");
    assertThat(ids.get(1)).startsWith("a.jsonl:2 ").contains("not UTF-8").contains("byte 18");
  }

  @Test
  void aLineWithZeroBytesCostsNoOther() {
    List<String> ids =
        Read.values(Read.text("a.jsonl", "{\"id\":\"a\"}\n\0\1\2\3\0\n{\"id\":\"b\"}\n"), Field.ID);
    assertThat(ids).hasSize(3).startsWith("a").endsWith("b");
    assertThat(ids.get(1)).contains("binary data");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{"id":"a"},{"id":"b"}]                              | array in one line
          [#  {"id":"a"},#  {"id":"b"}#]#                      | array, an object a line
          [#  {#    "id": "a"#  },#  {#    "id": "b"#  }#]     | array, pretty-printed
          {"id":"a"}{"id":"b"}                                 | objects without line ends between
          {#  "id": "a"#}#{#  "id": "b"#}                      | objects over many lines
          {"id":"a"} {"id":"b"}                                | objects with a space between
          [{"id":"a","x":"}]{\\"["},{"id":"b","y":[{}]}]       | brackets inside texts
          [{"id":"a"},#{"x":1},{"id":"b"}]                     | an object without the field
          """)
  void readsArraysAndObjectsOverManyLines(String json, String layout) {
    assertThat(Read.values(Read.text("a.json", json.replace('#', '\n')), Field.ID))
        .as(layout)
        .startsWith("a")
        .endsWith("b")
        .allMatch(id -> id.length() == 1 || id.equals("null"));
  }

  @Test
  void theLineOfAnObjectInAnArrayIsThatOfItsBrace() {
    List<Reading> readings = Read.text("a.json", "[\n{\"id\":1},\n{\n\"id\":2},{\"id\":3}]");
    assertThat(readings).extracting(reading -> reading.origin().line()).containsExactly(2L, 3L, 4L);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [#{"id":"a"},#{"id":"x "quoted" y"},#{"id":"b"}#]           | quotes that are not escaped
          [#{"id":"a"},#{"id":"x},#{"id":"b"}#]                       | a quote missing
          [#{"id":"a"},#{"id":"x"#{"id":"b"}#]                        | a brace missing
          [#{"id":"a"},#12, "y",#{"id":"b"}#]                         | no objects
          [# {#  "id":"a"# },# {#  "id":"x,#  "author":# {"name":"n"}# },# {#  "id":"b"# }#] | quote missing, many lines
          """)
  void aBrokenObjectInAnArrayCostsNoOther(String json, String fault) {
    List<String> ids = Read.values(Read.text("a.json", json.replace('#', '\n')), Field.ID);
    assertThat(ids)
        .as(fault)
        .startsWith("a")
        .endsWith("b")
        .anyMatch(id -> id.startsWith("a.json:"));
  }

  @Test
  void aFaultInAnObjectOverManyLinesNamesItsOwnLine() {
    Unreadable fault =
        Read.onlyFault(Read.text("a.json", "\n{\n  \"id\": 1,\n  \"title\": x\n}\n"));
    assertThat(fault.origin().line()).isEqualTo(2);
    assertThat(fault.reason()).startsWith("the object ").contains("(line 4, column ");
  }

  @Test
  void aFileWithoutObjectsSaysSo() {
    for (String empty : List.of("[]", " \n\n", "[ ]\n")) {
      assertThat(Read.onlyFault(Read.text("a.json", empty)).reason()).as(empty).contains("empty");
    }
  }

  @Test
  void aPageWithoutTextOrTitleIsStillARecord() {
    assertThat(Read.onlyRecord(Read.text("a.jsonl", "{\"x\":1}")).fields()).isEmpty();
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    String deep = "{\"author\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(Read.onlyFault(Read.text("a.jsonl", deep)).reason()).contains("too deeply");
  }

  @Test
  void aLineOverTheLimitIsLeftOutAndReadingGoesOn() {
    ReadOptions options = ReadOptions.defaults().withMaxRecordBytes(1000);
    for (String layout : List.of("%s\n%s\n%s\n", "[%s,%s,%s]", "[\n%s,\n%s,\n%s\n]")) {
      String file =
          layout.formatted(
              "{\"id\":\"a\"}", "{\"id\":\"" + "x\\\"{".repeat(50_000) + "\"}", "{\"id\":\"b\"}");
      List<String> ids = Read.values(Read.text("a.jsonl", file, options), Field.ID);
      assertThat(ids).hasSize(3).startsWith("a").endsWith("b");
      assertThat(ids.get(1)).contains("1000 bytes").contains("--max-record-mb");
    }
  }
}
