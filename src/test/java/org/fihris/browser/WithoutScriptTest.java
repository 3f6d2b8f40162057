package org.fihris.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searching and reading in a browser that runs no script. */
final class WithoutScriptTest {
  @RegisterExtension final Browsing reader = Browsing.withoutScripts();

  @Test
  void formsAndLinksDoItAll() {
    reader.at("/");
    Page page = reader.page();
    page.locator("#q").fill("زلزال");
    page.locator("form.search button").click();
    assertThat(page.locator(".hit").first()).isVisible();

    page.locator("svg.bars a.bar:not(.none) .place").first().click();
    assertThat(page.locator(".chip")).hasCount(1);
    page.locator(".chip .undo").click();
    assertThat(page.locator(".chip")).hasCount(0);

    page.locator("input[name=from]").fill("2023-02-01");
    page.locator("form.days button").click();
    assertThat(reader.said("from")).containsExactly("2023-02-01");
    assertThat(reader.said("q")).containsExactly("زلزال");

    page.locator(".hit h3 a").first().click();
    assertThat(page.locator("article mark").first()).isVisible();
    page.locator(".markbar a").click();
    assertThat(page.locator("#m1")).isInViewport();
  }

  @Test
  void valuesOfAFacetAreFoundByAForm() {
    reader.at("/");
    Page page = reader.page();
    page.locator("#facet-person input[type=search]").fill("غوت");
    page.locator("#facet-person button").click();
    assertThat(reader.said("find")).containsExactly("غوت");
    assertThat(page.locator("#facet-person .value")).hasCount(1);
    page.locator("#facet-person .value").click();
    assertThat(page.locator(".chip")).containsText("أنطونيو غوتيريش");
  }

  @Test
  void onAPhoneTheFiltersAreALinkAway() {
    reader.open(390, 800, 1, com.microsoft.playwright.options.ColorScheme.LIGHT);
    reader.at("/");
    Page page = reader.page();
    assertThat(page.locator("#facets")).isHidden();
    page.locator(".to-facets").click();
    assertThat(page.locator("#facets")).isVisible();
    page.locator(".facets-close").click();
    assertThat(page.locator("#facets")).isHidden();
  }
}
