package org.fihris.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An article, the story it belongs to, and whom it names. */
final class ReadingTest {
  @RegisterExtension final Browsing reader = Browsing.withScripts();

  @Test
  void anArticleIsOpenedWithItsMarksAndLeftForTheSameHits() {
    reader.search("زلزال إزمير");
    Page page = reader.page();
    List<String> hits = reader.texts(".hit h3");
    page.locator(".hit h3 a").first().click();
    assertThat(page.locator("article h1")).hasText(hits.getFirst());
    assertThat(page.locator("article h1")).isVisible();
    int marks = page.locator("article mark[id]").count();
    assertThat(marks).isPositive();
    assertThat(page.locator("article mark[id]").last()).hasAttribute("id", "m" + marks);
    assertThat(page.locator(".byline .hijri")).isVisible();
    page.locator(".back a").click();
    assertThat(page.locator(".hit").first()).isVisible();
    assertThat(reader.texts(".hit h3")).isEqualTo(hits);
  }

  @Test
  @Tag(Site.FOLDER)
  void theStoryAndRelatedArticlesStandBesideIt() {
    reader.search("زلزال إزمير");
    Page page = reader.page();
    page.locator(".hit h3 a").first().click();
    assertThat(page.locator(".timeline .current .story"))
        .hasText(page.locator("article h1").innerText());
    Locator other = page.locator(".similar .story").first();
    String title = other.innerText();
    other.click();
    assertThat(page.locator("article h1")).hasText(title);
  }

  @Test
  @Tag(Site.FOLDER)
  void anEntityHasAPageWithItsSpellingsCompanyAndTime() {
    reader.search("ترامب");
    Page page = reader.page();
    page.locator(".hit h3 a").first().click();
    page.locator(".beside .entity")
        .filter(new Locator.FilterOptions().setHasText("دونالد ترامب"))
        .click();
    assertThat(page.locator("h1")).hasText("دونالد ترامب");
    assertThat(reader.texts(".share .label")).contains("ترامب", "ترمب");
    assertThat(page.locator("svg.bars a.bar").first()).isVisible();
    page.locator(".portrait .action").click();
    assertThat(page.locator(".chip")).containsText("دونالد ترامب");
    page.locator(".chip .about").click();
    assertThat(page.locator("h1")).hasText("دونالد ترامب");
  }

  @Test
  @Tag(Site.FOLDER)
  void aNameThatNobodyHasIsSaid() {
    assertThat(reader.at("/entity/no-such?lang=en").status()).isEqualTo(404);
    assertThat(reader.page().locator("h1")).hasText("This name is not known");
  }

  @Test
  void whatIsNotThereIsSaidWithAWayOut() {
    assertThat(reader.at("/article/no-such").status()).isEqualTo(404);
    assertThat(reader.page().locator("h1")).hasText("هذا الخبر غير موجود");
    assertThat(reader.at("/nowhere").status()).isEqualTo(404);
    assertThat(reader.page().locator("h1")).hasText("لا شيء في هذا العنوان");
    reader.page().locator(".ways a").click();
    assertThat(reader.page().locator(".hit").first()).isVisible();
  }
}
