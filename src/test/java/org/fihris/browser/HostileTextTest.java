package org.fihris.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Markup in articles and searches is text, and a script in them runs nowhere. */
final class HostileTextTest {
  private static final String QUERY = "\"><script>alert(5)</script><b onclick='alert(6)'> مفخخة";

  @RegisterExtension final Browsing reader = Browsing.withScripts();

  @Test
  void anArticleFullOfMarkupIsReadAsItIsWritten() {
    reader.at("/article/" + Browsing.encoded(Site.HOSTILE) + "?q=" + Browsing.encoded("مفخخة"));
    Page page = reader.page();
    assertThat(page.locator("article h1")).hasText(Site.HOSTILE_TITLE);
    assertThat(page.locator(".body"))
        .containsText(
            "نص <script>alert('متن')</script> وفيه <img src=x onerror=alert(2)> و&lt;b&gt;");
    assertThat(page.locator(".body mark")).hasText("مفخخة");
    assertThat(page.locator("article script, article img, article style, article svg")).hasCount(0);
    assertThat(page.locator("a[href^=javascript]")).hasCount(0);
    assertThat(page.locator(".byline .outlet")).hasText("<u>منفذ</u>");
  }

  @Test
  void aSearchFullOfMarkupStaysInItsBox() {
    reader.search(QUERY);
    Page page = reader.page();
    assertThat(page.locator("#q")).hasValue(QUERY);
    assertThat(page.locator("main script, main b[onclick]")).hasCount(0);
    assertThat(page.title()).isEqualTo(QUERY + " – فهرس");
    page.locator("#q").press("Enter");
    assertThat(page.locator("#q")).hasValue(QUERY);
  }

  @Test
  @Tag(Site.FOLDER)
  void hitsFacetsAndSuggestionsAreTextToo() {
    reader.search("مفخخة");
    Page page = reader.page();
    assertThat(page.locator(".hit h3").first()).hasText(Site.HOSTILE_TITLE);
    assertThat(page.locator("#facet-source .value")).containsText("<u>منفذ</u>");
    page.locator("#facet-category .value").first().click();
    assertThat(page.locator(".chip")).containsText("\"><svg onload=alert(3)>");
    page.locator("#q").fill("alert");
    assertThat(page.locator("#suggestions [role=option]").first()).isVisible();
    assertThat(page.locator("#suggestions script")).hasCount(0);
    reader.at("/saved");
    assertThat(reader.texts(".kept b")).contains("<i>هجوم</i>");
  }

  @Test
  void everyParameterIsTextOrLeftOut() {
    for (String name :
        new String[] {
          "lang", "theme", "more", "find", "story", "sort", "person", "source", "date", "from",
          "zone", "after", "words"
        }) {
      reader.at("/?" + name + "=" + Browsing.encoded(QUERY) + "&more=person");
      assertThat(reader.page().locator("script:not([src])")).hasCount(0);
      assertThat(reader.page().locator("#q")).isVisible();
    }
  }
}
