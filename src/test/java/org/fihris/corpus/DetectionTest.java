package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {

  @ParameterizedTest(name = "{0}: {1} is {2}, {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          a.txt    | {"title":"x"}              | JSONL  | JSONL  | content goes before name
          a.dat    | {"title":"x"}              | JSONL  | JSONL  | no matter what extension
          a.txt    | [ {"title":"x"} ]          | JSONL  | JSONL  | an array
          a.txt    | <DOC><TEXT>x               | TREC   | TREC   | SGML
          a.txt    | <doc id="1">               | TREC   | TREC   | SGML in lower case
          a.txt    | <!-- x --> <DOCS> <DOC>    | TREC   | TREC   | SGML behind other tags
          a.txt    | [فيديو] عنوان الخبر        | TEXT   | TEXT   | a word in brackets is no array
          a.txt    | {كلمة} عنوان الخبر         | TEXT   | TEXT   | a word in braces is no object
          a.txt    | <DOCNO>x                   | TEXT   | TEXT   | another tag
          a.txt    | word <DOC><TEXT>           | TEXT   | TEXT   | a text about SGML
          a        | words                      | TEXT   | TEXT   | no extension
          a.jsonl  | broken                     | JSONL  | JSONL  | the name promises JSON
          a.sgml   | broken                     | TREC   | TREC   | the name promises SGML
          a.dat    | words                      | TEXT   | alone  | unknown extension
          a.csv    | a,b                        | refuse | alone  | a table
          a.html   | <p>x                       | refuse | alone  | HTML by name
          a.htm    | <!DOCTYPE html><html>      | refuse | alone  | HTML by both
          a.txt    | <!DOCTYPE html><html>      | refuse | refuse | HTML in a text file
          a.xml    | <?xml version="1.0"?><rss> | refuse | alone  | a feed
          a.warc   | WARC/1.0                   | refuse | alone  | a web archive
          a.pdf    | %PDF-1.7                   | refuse | alone  | PDF
          a.txt    | %PDF-1.7                   | refuse | refuse | PDF in a text file
          a.md     | # words                    | TEXT   | alone  | a text, if the user names it
          """)
  void tellsWhatAFileIs(String name, String content, String named, String found, String reason) {
    assertThat(verdict(name, true, content)).as(reason).isEqualTo(named);
    String inFolder = FileName.of(name).isLeftAlone() ? "alone" : verdict(name, false, content);
    assertThat(inFolder).as(reason).isEqualTo(found);
  }

  @Test
  void anUnreadableKindIsNamedTogetherWithWhatIsRead() {
    assertThat(Read.onlyFault(Read.text("a.pdf", "%PDF-1.7")).reason())
        .contains("is a PDF")
        .contains("plain text, JSON")
        .contains(".tar.gz");
  }

  @Test
  void theUsersFormatGoesBeforeAll() {
    ReadOptions text = ReadOptions.defaults().withFormat(Format.TEXT);
    assertThat(Read.text("a.jsonl", "{\"title\":\"x\"}", text).getFirst())
        .isInstanceOf(PageDump.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          README.md              | true  | about the collection
          readme-ar.txt          | true  | the same in another language
          LICENSE                | true  | no extension
          LICENSE_data.txt       | true  | a license for a part
          licence.txt            | true  | British
          Changes.txt            | true  | changes of the collection
          changes in cabinet.txt | false | a page with such a title
          readmission.txt        | false | another word
          .DS_Store              | true  | hidden
          .hidden.txt            | true  | hidden
          ._a.txt                | true  | what macOS adds to archives
          script.py              | true  | a program
          table.csv.gz           | true  | a table, compressed
          page.txt.gz            | false | a page, compressed
          a.tar.gz               | false | an archive
          001                    | false | pages often have no extension
          """)
  void companionsOfACollectionAreLeftAlone(String name, boolean leftAlone, String reason) {
    assertThat(FileName.of("folder/" + name).isLeftAlone()).as(reason).isEqualTo(leftAlone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a/b.txt                  | a/b.txt
          ../../etc/passwd         | etc/passwd
          /etc/passwd              | etc/passwd
          ..\\..\\windows\\a.txt   | windows/a.txt
          ./a/./b.txt              | a/b.txt
          ..                       | (no name)
          """)
  void namesOfMembersStayInsideTheirArchive(String name, String shown) {
    assertThat(FileName.shown(name)).isEqualTo(shown);
  }

  @Test
  void namesOfMembersCannotDriveATerminal() {
    assertThat(FileName.shown("a\u001B[2Jb\u202Etxt.c")).isEqualTo("a\uFFFD[2Jb\uFFFDtxt.c");
  }

  private static String verdict(String name, boolean named, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return switch (Detection.of(FileName.of(name), named, null, bytes, 0, bytes.length)) {
      case Detection.Verdict.Read(Format format) -> format.name();
      case Detection.Verdict.Refuse(String reason) -> "refuse";
      case Detection.Verdict.LeaveAlone() -> "alone";
    };
  }
}
