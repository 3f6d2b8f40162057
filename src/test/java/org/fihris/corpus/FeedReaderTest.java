package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.fihris.corpus.PageRecord.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReaderTest {
  private static final String RSS = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>";

  @Test
  void readsEveryFieldOfAnRssItem() {
    String file =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>القناة</title>
        <link>https://x/</link><description>وصف</description>
        <item>
          <title><![CDATA[عنوان & خبر]]></title>
          <link>https://x/1?a=1&amp;b=2</link>
          <guid isPermaLink="false">n-1</guid>
          <description>&lt;p&gt;ملخص&lt;/p&gt;</description>
          <content:encoded><![CDATA[<p>فقرة <b>أولى</b></p><script>x</script><p>سطر<br>آخر</p></item>]]></content:encoded>
          <pubDate>Sun, 01 Mar 2020 10:00:00 +0300</pubDate>
          <dc:creator>كاتب</dc:creator>
          <category>سياسة</category><category>عرب</category>
          <source url="https://y/">مصدر</source>
        </item></channel></rss>
        """;
    PageRecord page = Read.onlyRecord(Read.text("a.xml", file));
    assertThat(page.origin()).isEqualTo(new Origin("a.xml", 4));
    assertThat(page.fields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Field.ID, "n-1",
                Field.URL, "https://x/1?a=1&b=2",
                Field.TITLE, "عنوان & خبر",
                Field.SUMMARY, "ملخص",
                Field.TEXT, "فقرة أولى\nسطر\nآخر",
                Field.DATE, "Sun, 01 Mar 2020 10:00:00 +0300",
                Field.AUTHOR, "كاتب",
                Field.CATEGORY, "سياسة، عرب",
                Field.SOURCE, "مصدر"));
  }

  @Test
  void readsEveryFieldOfAnAtomEntry() {
    String file =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>القناة</title><id>f</id>
        <entry><id>tag:x,1</id><title type="html">عنوان &amp;amp; خبر</title>
        <link rel="self" href="https://x/api/1"/><link href="https://x/1"/>
        <updated>2020-03-02T00:00:00Z</updated><published>2020-03-01T00:00:00Z</published>
        <author><name>كاتب</name><email>a@x</email></author><category term="t" label="سياسة"/>
        <summary>ملخص</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>أ</p><p>ب</p></div></content>
        </entry></feed>
        """;
    assertThat(Read.onlyRecord(Read.text("a.atom", file)).fields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Field.ID, "tag:x,1",
                Field.URL, "https://x/1",
                Field.TITLE, "عنوان & خبر",
                Field.SUMMARY, "ملخص",
                Field.TEXT, "أ\nب",
                Field.DATE, "2020-03-01T00:00:00Z",
                Field.AUTHOR, "كاتب",
                Field.CATEGORY, "سياسة"));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <item><description>نص</description></item>                | TEXT   | نص | the only text there is
          <item rdf:about="x"><dc:date>2020</dc:date></item>        | DATE   | 2020 | RSS 1.0
          <item><author>a@x (كاتب)</author></item>                  | AUTHOR | كاتب | the name behind an address
          <item><guid>https://x/1</guid></item>                     | URL    | https://x/1 | an identifier that is an address
          <item><title>A & B &nbsp;<3</title></item>                | TITLE  | A & B  <3 | badly formed
          <item><TITLE>أ</TITLE></item>                             | TITLE  | أ  | capitals
          <!-- <item></item> --><items/><item><title>أ</title></item> | TITLE | أ | what is no item
          """)
  void findsFields(String items, Field field, String expected, String reason) {
    PageRecord page = Read.onlyRecord(Read.text("a.rss", RSS + items));
    String value = String.valueOf(page.get(field)).replace('\u00A0', ' ');
    assertThat(value).as(reason).isEqualTo(expected);
  }

  @Test
  void entitiesOfItsOwnAreNeverLookedUpOrExpanded() {
    String external = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    String laughs = "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    for (String doctype : List.of(external, laughs)) {
      String file =
          "<?xml version=\"1.0\"?>" + doctype + "<rss><item><title>&x;&b;</title></item></rss>";
      assertThat(Read.onlyFault(Read.text("a.xml", file)).reason()).contains("<!ENTITY");
    }
    String outside = "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\">";
    assertThat(
            Read.onlyRecord(Read.text("a.xml", outside + "<rss><item><title>&x;</title></item>"))
                .get(Field.TITLE))
        .isEqualTo("&x;");
  }

  @Test
  void aCutFeedGivesWhatWasComplete() {
    String file = RSS + "<item><title>a</title></item>\n<item><title>b";
    List<String> titles = Read.values(Read.text("a.rss", file), Field.TITLE);
    assertThat(titles).hasSize(2).startsWith("a");
    assertThat(titles.get(1)).startsWith("a.rss:2 ").contains("ends in the middle");
  }

  @Test
  void anItemOverTheLimitIsLeftOutAndReadingGoesOn() {
    ReadOptions options = ReadOptions.defaults().withMaxRecordBytes(1000);
    String file =
        RSS
            + "<item><title>"
            + "x".repeat(200_000)
            + "</title></item><item><title>b</title></item>";
    assertThat(Read.values(Read.text("a.rss", file, options), Field.TITLE))
        .hasSize(2)
        .endsWith("b");
  }

  @Test
  void everyEncodingIsRead() {
    String item = "<item><title>قال الوزير إن الحكومة ستعلن اليوم عن الخطة</title></item>";
    for (String charset : List.of("windows-1256", "ISO-8859-6", "UTF-8", "UTF-16LE", "UTF-16BE")) {
      byte[] file = (RSS + item).getBytes(Charset.forName(charset));
      assertThat(Read.values(Read.bytes("a.xml", file), Field.TITLE))
          .as(charset)
          .containsExactly("قال الوزير إن الحكومة ستعلن اليوم عن الخطة");
    }
  }

  @Test
  void anEmptyFeedSaysSo() {
    assertThat(Read.onlyFault(Read.text("a.rss", RSS)).reason()).contains("no item");
  }
}
