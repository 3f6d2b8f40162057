package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
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
          a.txt    | {"title":"x"}              | JSON   | JSON   | content goes before name
          a.dat    | {"title":"x"}              | JSON   | JSON   | no matter what extension
          a.txt    | [ {"title":"x"} ]          | JSON   | JSON   | an array
          a.txt    | <DOC><TEXT>x               | TREC   | TREC   | SGML
          a.txt    | <doc id="1">               | TREC   | TREC   | SGML in lower case
          a.txt    | <!-- x --> <DOCS> <DOC>    | TREC   | TREC   | SGML behind other tags
          a.txt    | [فيديو] عنوان الخبر        | TEXT   | TEXT   | a word in brackets is no array
          a.txt    | {كلمة} عنوان الخبر         | TEXT   | TEXT   | a word in braces is no object
          a.txt    | <DOCNO>x                   | TEXT   | TEXT   | another tag
          a.txt    | word <DOC><TEXT>           | TEXT   | TEXT   | a text about SGML
          a        | words                      | TEXT   | TEXT   | no extension
          a.jsonl  | broken                     | JSON   | JSON   | the name promises JSON
          a.sgml   | broken                     | TREC   | TREC   | the name promises SGML
          a.dat    | words                      | TEXT   | alone  | unknown extension
          a.csv    | a,b                        | CSV    | CSV    | a table by name
          a.tsv    | a,b                        | TSV    | TSV    | the same
          a.txt    | title,text#"x, y",z        | CSV    | CSV    | a table by its names and a second line
          a.dat    | العنوان;النص;x#x;y;z         | CSV    | CSV    | with Arabic names
          a.txt    | title,text                 | TEXT   | TEXT   | a line of names and no more
          a.txt    | عنوان; النص، خبر طويل#جملة  | TEXT   | TEXT   | a page that begins with such a word
          a.html   | <p>x                       | HTML   | HTML   | HTML by name
          a.htm    | <!DOCTYPE html><html>      | HTML   | HTML   | HTML by both
          a.txt    | <!DOCTYPE html><html>      | HTML   | HTML   | HTML in a text file
          a.php    | <!-- x --> <HTML lang=ar>  | HTML   | HTML   | a page that a mirror saved
          a.php    | <?php echo 1;              | TEXT   | alone  | a program
          a        | <script>x</script><body >  | HTML   | HTML   | a page without its first tag
          a.txt    | <p>x</p> <b>y</b>          | TEXT   | TEXT   | a text with markup
          a.htm    | {"title":"x"}              | JSON   | JSON   | content goes before name
          a.xml    | <?xml version="1.0"?><rss> | FEED   | FEED   | a feed
          a.xml    | <?xml version="1.0"?><!-- < --><?x y?><!DOCTYPE rss [<!ENTITY a "b>">]><rss> | FEED | FEED | a feed far in
          a.txt    | <atom:feed xmlns:atom="x"> | FEED   | FEED   | with a prefix
          a.xml    | <?xml version="1.0"?><!DOCTYPE html><html> | HTML | HTML | XHTML
          a.xml    | <?xml version="1.0"?><sitemap> | refuse | alone | other XML
          a.dat    | WARC/1.0                   | WARC   | WARC   | a web archive
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
        .contains("plain text, HTML, JSON")
        .contains(".tar.gz");
  }

  @Test
  void theUsersFormatGoesBeforeAll() {
    ReadOptions text = ReadOptions.defaults().withFormat(Format.TEXT);
    assertThat(Read.text("a.jsonl", "{\"title\":\"x\"}", text).getFirst())
        .isInstanceOf(PageDump.class);
  }

  @Test
  void anXmlFileIsReadAsTheFeedThatTheUserSaysItIs() {
    String file = "<?xml version='1.0'?><news><item><title>x</title></item></news>";
    assertThat(Read.onlyFault(Read.text("a.xml", file)).reason()).contains("is an XML file");
    ReadOptions feed = ReadOptions.defaults().withFormat(Format.FEED);
    assertThat(Read.values(Read.text("a.xml", file, feed), PageRecord.Field.TITLE))
        .containsExactly("x");
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
          table.xlsx.gz          | true  | a spreadsheet, compressed
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
    byte[] bytes = content.replace('#', '\n').getBytes(StandardCharsets.UTF_8);
    return switch (new Detection(null, FieldNames.keys(Map.of()))
        .of(FileName.of(name), named, bytes, 0, bytes.length)) {
      case Detection.Verdict.Read(Format format) -> format.name();
      case Detection.Verdict.Refuse(String reason) -> "refuse";
      case Detection.Verdict.LeaveAlone() -> "alone";
    };
  }
}
