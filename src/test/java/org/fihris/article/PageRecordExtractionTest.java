package org.fihris.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.article.Pages.FIRST;
import static org.fihris.article.Pages.SECOND;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fihris.corpus.PageRecord.Field;
import org.fihris.date.PublicationDate;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Unknown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRecordExtractionTest {

  private static Article article(Map<Field, String> fields) {
    return (Article) Pages.ofRecord(fields);
  }

  @Test
  void wholeRecordToWholeArticle() {
    Extraction made =
        Pages.ofRecord(
            Map.of(
                Field.ID, " news-1 ",
                Field.URL, "https://www.example.org/1",
                Field.TITLE, "قطار\u00A0جديد  على &quot;الساحل&quot;",
                Field.SUMMARY, "ساعتان بين المدينتين",
                Field.TEXT, "<p>" + FIRST + "</p>\r\n\r\n<p>" + SECOND + "</p>",
                Field.DATE, "04/03/2025",
                Field.SOURCE, "BBC",
                Field.AUTHOR, "سالم الهادي",
                Field.CATEGORY, "economy",
                Field.PARENT_ID, "news-0"));
    assertThat(made)
        .isEqualTo(
            new Article(
                "news-1",
                "https://www.example.org/1",
                "قطار جديد على \"الساحل\"",
                "ساعتان بين المدينتين",
                FIRST + "\n" + SECOND,
                new Known(LocalDate.of(2025, 3, 4), null, PublicationDate.Method.METADATA),
                "BBC",
                "سالم الهادي",
                "economy",
                "news-0",
                Details.NONE.withFoundBy(
                    Map.of(
                        Part.URL, Provenance.RECORD,
                        Part.TITLE, Provenance.RECORD,
                        Part.SUMMARY, Provenance.RECORD,
                        Part.BODY, Provenance.RECORD,
                        Part.SOURCE, Provenance.RECORD,
                        Part.AUTHOR, Provenance.RECORD,
                        Part.CATEGORY, Provenance.RECORD)),
                List.of()));
  }

  @Test
  void theIdIsTheUrlElseTheContent() {
    Map<Field, String> text = Map.of(Field.TITLE, "قطار جديد", Field.TEXT, FIRST);
    Map<Field, String> withUrl =
        Map.of(Field.TITLE, "قطار جديد", Field.TEXT, FIRST, Field.URL, "https://example.org/1");
    assertThat(article(withUrl).id()).isEqualTo("https://example.org/1");
    assertThat(article(text).id()).matches("[0-9a-f]{16}").isEqualTo(article(text).id());
    assertThat(article(Map.of(Field.TITLE, "قطار جديدٌ", Field.TEXT, FIRST)).id())
        .as("a vowel mark makes no other article")
        .isEqualTo(article(text).id());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          france24      | -                                          | france24
          Jawhara FM    | https://www.bbc.com/arabic/1               | Jawhara FM
          صوت الساحل    | https://www.bbc.com/arabic/1               | صوت الساحل
          -             | https://www.bbc.com/arabic/world-1         | BBC عربي
          -             | http://arabic.cnn.com/2018/خبر?x=1         | CNN بالعربية
          -             | https://m.youm7.com/story/1                | اليوم السابع
          -             | https://www.sahel.example/1                | sahel.example
          -             | no address                                 | -
          -             | -                                          | -
          """)
  void source(@Nullable String name, @Nullable String url, @Nullable String expected) {
    Map<Field, String> fields = new java.util.EnumMap<>(Map.of(Field.TEXT, FIRST));
    if (name != null) {
      fields.put(Field.SOURCE, name);
    }
    if (url != null) {
      fields.put(Field.URL, url);
    }
    assertThat(article(fields).source()).isEqualTo(expected);
  }

  @Test
  void aSummaryThatOnlyBeginsTheTextIsNone() {
    String begun = FIRST + SECOND.substring(0, 30);
    assertThat(article(Map.of(Field.TEXT, FIRST + "\n" + SECOND, Field.SUMMARY, begun)).summary())
        .isNull();
    assertThat(article(Map.of(Field.TEXT, FIRST, Field.SUMMARY, SECOND)).summary())
        .isEqualTo(SECOND);
  }

  @Test
  void aHeadlineAloneIsAnArticleWithoutBody() {
    Article article = article(Map.of(Field.TITLE, "قطار جديد على الساحل"));
    assertThat(article.text()).isEmpty();
    assertThat(article.date()).isEqualTo(new Unknown("none is stated"));
  }

  @Test
  void aTextAloneIsGivenNoTitle() {
    assertThat(article(Map.of(Field.TEXT, FIRST + " " + SECOND)).title()).isEmpty();
  }

  @Test
  void anIdTooLongForAnIndexIsAsGoodAsNone() {
    String id = "x".repeat(Article.MAX_ID_LENGTH + 1);
    assertThat(article(Map.of(Field.ID, id, Field.URL, "https://a.test/1", Field.TEXT, FIRST)).id())
        .isEqualTo("https://a.test/1");
    assertThat(article(Map.of(Field.ID, id, Field.TEXT, FIRST)).id())
        .isEqualTo(article(Map.of(Field.TEXT, FIRST)).id());
  }

  @Test
  void onlyItsOwnOutletIsCutOffATitle() {
    Map<Field, String> own =
        Map.of(Field.TITLE, "قطار جديد - BBC News عربي", Field.URL, "https://bbc.com/arabic/1");
    Map<Field, String> other = Map.of(Field.TITLE, "قطار جديد - رويترز", Field.SOURCE, "BBC");
    assertThat(article(own).title()).isEqualTo("قطار جديد");
    assertThat(article(other).title()).isEqualTo("قطار جديد - رويترز");
  }

  @Test
  void anUnreadableDateStaysUnknownAndIsQuoted() {
    assertThat(article(Map.of(Field.TEXT, FIRST, Field.DATE, "31/02/2025")).date())
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.reason()).contains("31/02/2025"));
  }

  @Test
  void whatHasNoArabicIsRejected() {
    assertThat(Pages.ofRecord(Map.of(Field.TITLE, "Train", Field.TEXT, "A new line.")))
        .isEqualTo(new Rejected(Pages.ORIGIN, "neither title nor text holds an Arabic letter"));
    assertThat(Pages.ofRecord(Map.of(Field.ID, "1", Field.TEXT, "&nbsp;")))
        .isEqualTo(new Rejected(Pages.ORIGIN, "the record has neither title nor text"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          قطار &amp;quot;الساحل&amp;quot;         | قطار "الساحل"
          قطار&#8230; &#x0627;لساحل               | قطار… الساحل
          <b>قطار</b> الساحل<br/>                 | قطار الساحل
          قطار <script>var x = 1;</script>الساحل  | قطار الساحل
          إذا كان 3 < 5 و 5 > 3 صحيحا             | إذا كان 3 < 5 و 5 > 3 صحيحا
          شركة &#xD800; و&unknown; و A&B          | شركة &#xD800; و&unknown; و A&B
          """)
  void leftoversOfHtml(String title, String expected) {
    assertThat(article(Map.of(Field.TITLE, title)).title()).isEqualTo(expected);
  }
}
