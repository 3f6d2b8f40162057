package org.fihris.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;
import org.fihris.article.Details;
import org.fihris.article.Part;
import org.fihris.article.Provenance;
import org.fihris.config.IndexConfig;
import org.fihris.date.PublicationDate;
import org.fihris.date.PublicationDate.Confidence;
import org.fihris.date.PublicationDate.Disagreement;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDate.Precision;
import org.fihris.date.PublicationDate.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleDocumentTest {

  static Stream<PublicationDate> dates() {
    OffsetDateTime midnight = OffsetDateTime.parse("2018-03-25T00:00:00+03:00");
    return Stream.of(
        new Unknown("the record gives none"),
        new Known(LocalDate.of(2018, 3, 25), null, Method.URL),
        new Known(
            LocalDate.of(2018, 3, 25),
            midnight,
            Method.METADATA,
            Precision.SECOND,
            Confidence.DISPUTED,
            List.of(
                new Disagreement(Method.DATELINE, "الاثنين 25 مارس 2018"),
                new Disagreement(Method.URL, "2018-03"))));
  }

  @ParameterizedTest
  @MethodSource("dates")
  void aDateIsLoadedAsItWasStored(PublicationDate date) throws IOException {
    Article article = Article.of("1", "قمة", "نص").withDate(date);
    assertThat(storedAndLoaded(article)).isEqualTo(article);
  }

  static Stream<Article> articles() {
    Details details =
        new Details(
            "السفن الكبيرة تدخل للمرة الأولى",
            List.of(new Details.Caption("عند الفجر", "رويترز"), new Details.Caption("", null)),
            List.of("ميناء", "سفن"),
            List.of("رويترز"),
            Map.of(Part.TITLE, Provenance.JSON_LD, Part.BODY, Provenance.DENSITY));
    Article article = Article.of("1", "قمة", "نص");
    return Stream.of(
        article,
        article.withDetails(details),
        article.withSummary("ملخص").withDetails(details),
        article.withSummary(details.subtitle()).withDetails(details),
        article.withSummary("سطر\nسطر").withDetails(details));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void whatStandsAroundIsLoadedAsItWasStored(Article article) throws IOException {
    assertThat(storedAndLoaded(article)).isEqualTo(article);
  }

  @Test
  void theSubtitleIsPartOfTheFingerprint() {
    Article article = Article.of("1", "قمة", "نص");
    Article other =
        article.withDetails(new Details("فرعي", List.of(), List.of(), List.of(), Map.of()));
    assertThat(Fingerprint.of(other)).isNotEqualTo(Fingerprint.of(article));
  }

  private static Article storedAndLoaded(Article article) throws IOException {
    StorySketch sketch = StorySketch.of(article);
    try (NewsAnalyzer analyzer = new NewsAnalyzer(IndexConfig.packaged())) {
      ArticleTexts texts = new ArticleTexts(analyzer);
      return ArticleDocument.toArticle(
          StoredArticles.decoded(
              ArticleDocument.of(
                  new IndexedArticle(article, List.of(), 0, sketch.content(), new Story(1, sketch)),
                  texts)));
    }
  }
}
