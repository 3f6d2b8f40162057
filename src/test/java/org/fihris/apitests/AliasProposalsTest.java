package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.entity.EntityEdits;
import org.fihris.explore.AliasProposal;
import org.fihris.explore.AliasRequest;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two spellings of a person in an index are found, made one and taken apart again. */
class AliasProposalsTest {
  private static final int ALL = 25;

  @TempDir private Path folder;

  private NewsIndex index(String... texts) {
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      for (int i = 0; i < texts.length; i++) {
        writer.add(article("a" + i, texts[i]));
      }
      // In a few articles everything stands together by chance.
      for (int i = texts.length; i < ALL; i++) {
        writer.add(article("b" + i, "هطلت أمطار غزيرة على البلاد في اليوم " + i + "."));
      }
      writer.commit();
    }
    return index;
  }

  private static Article article(String id, String text) {
    return Article.of(id, "خبر", text);
  }

  private static List<AliasProposal> proposals(NewsIndex index, AliasRequest request) {
    try (NewsSearcher searcher = index.searcher()) {
      return searcher.entities().aliases(request);
    }
  }

  private static long articlesOf(NewsIndex index, String person) {
    try (NewsSearcher searcher = index.searcher()) {
      return searcher.search(SearchRequest.of("person:\"" + person + "\"")).total();
    }
  }

  private static final String[] COUTINHO = {
    "سجل فيليب كوتينيو هدفا بعد تمريرة من ليونيل ميسي في البرازيل.",
    "قال إرنستو فالفيردي إن فيليب كوتينيو وليونيل ميسي بخير.",
    "غاب فيليبي كوتينيو وليونيل ميسي كما قال إرنستو فالفيردي في البرازيل.",
    "بحث الرئيس مع وفد من الأردن التجارة في القاهرة.",
    "وصل خالد الزعفراني إلى عمان.",
  };

  @Test
  void whoIsNamedWithTheSameOthersIsProposed() {
    NewsIndex index = index(COUTINHO);

    List<AliasProposal> proposals = proposals(index, AliasRequest.USUAL);

    assertThat(proposals).hasSize(1);
    AliasProposal proposal = proposals.getFirst();
    assertThat(proposal.from().id()).isEqualTo("فيليبي-كوتينيو");
    assertThat(proposal.into().id()).isEqualTo("فيليب-كوتينيو");
    assertThat(proposal.articles()).isEqualTo(1);
    assertThat(proposal.intoArticles()).isEqualTo(2);
    assertThat(proposal.together()).isZero();
    assertThat(proposal.company()).isEqualTo(3);
    assertThat(proposal.share()).isEqualTo(1);
    // Barcelona is in three of the articles, Valverde and Seville in two; two articles have a
    // chance.
    double messi = 1 - (1 - 3.0 / ALL) * (1 - 3.0 / ALL);
    double others = 1 - (1 - 2.0 / ALL) * (1 - 2.0 / ALL);
    double chance = Math.log(messi) + 2 * Math.log(others);
    assertThat(proposal.evidence()).isEqualTo(-chance, within(1e-9));
    assertThat(proposal.score()).isEqualTo(1, within(1e-9));
  }

  @Test
  void whatIsAcceptedIsInForceAndTakenBack() throws Exception {
    NewsIndex index = index(COUTINHO);
    List<AliasProposal> proposals = proposals(index, AliasRequest.USUAL);

    EntityEdits edits = index.corrections().accept(proposals);

    assertThat(edits.lines()).hasSize(1);
    assertThat(edits.lines().getFirst().note())
        .startsWith("proposed: 1 spelt differently of فيليب كوتينيو; score 1.00");
    assertThat(Files.readString(index.path().resolve("entity-edits.tsv")))
        .contains("merge\tفيليبي-كوتينيو\tفيليب-كوتينيو\t# proposed: 1 spelt");
    assertThat(articlesOf(index, "فيليب كوتينيو")).isEqualTo(3);
    assertThat(articlesOf(index, "فيليبي كوتينيو")).as("by the spelling merged").isEqualTo(3);
    assertThat(proposals(index, AliasRequest.USUAL)).isEmpty();

    index.corrections().removeAccepted();

    assertThat(articlesOf(index, "فيليب كوتينيو")).isEqualTo(2);
    assertThat(articlesOf(index, "فيليبي كوتينيو")).isEqualTo(1);
  }

  /** The recogniser took it for another spelling of هيكتور كوبر, which the table has. */
  @Test
  void aSpellingThatOnlyAnArticleHasFindsItsEntity() {
    NewsIndex index = index("قال هكتور كوبر أمس إن الفريق جاهز.", "وصل هيكتور كوبر إلى القاهرة.");

    assertThat(articlesOf(index, "هكتور كوبر")).isEqualTo(2);
    assertThat(articlesOf(index, "هيكتور كوبر")).isEqualTo(2);
    assertThat(articlesOf(index, "هكتور كوبري")).isZero();
  }

  @Test
  void skeletonAloneAndArabicNamesAreNotProposed() {
    NewsIndex index =
        index(
            "سجل فيليب كوتينيو هدفا لفريق برشلونة في مدينة إشبيلية.",
            "افتتح فيليبي كوتينيو معرضا في طوكيو.",
            "وصل سالم الزعفراني إلى عمان مع أنس الكيالي.",
            "عاد سليم الزعفراني من عمان مع أنس الكيالي.");

    assertThat(proposals(index, AliasRequest.USUAL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1.5, Double.NaN})
  void aScoreIsAboveZeroAndUpToOne(double least) {
    assertThatThrownBy(() -> AliasRequest.USUAL.withLeast(least))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
