package org.fihris.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be done without a mouse. */
final class KeyboardTest {
  @RegisterExtension final Browsing reader = Browsing.withScripts();

  private String focused() {
    return (String) reader.page().evaluate("document.activeElement.textContent.trim()");
  }

  @Test
  @Tag(Site.FOLDER)
  void aSuggestionIsTakenWithArrowsAndEnter() {
    reader.at("/");
    Page page = reader.page();
    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("بوت");
    Locator options = page.locator("#suggestions [role=option]");
    assertThat(options.first()).containsText("فلاديمير بوتين");
    assertThat(page.locator("#q")).hasAttribute("aria-expanded", "true");

    page.keyboard().press("ArrowDown");
    assertThat(options.first()).hasAttribute("aria-selected", "true");
    assertThat(page.locator("#q")).hasAttribute("aria-activedescendant", "suggestion-0");
    page.keyboard().press("Escape");
    assertThat(page.locator("#suggestions")).isHidden();
    assertThat(page.locator("#q")).hasValue("بوت");

    page.keyboard().press("ArrowDown");
    assertThat(options.first()).isVisible();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator(".hit").first()).isVisible();
    assertThat(reader.said("q")).containsExactly("فلاديمير بوتين");
  }

  @Test
  @Tag(Site.FOLDER)
  void aSuggestedHeadlineIsRead() {
    reader.at("/");
    Page page = reader.page();
    page.locator("#q").fill("أهوار الجنوب حين");
    Locator headline =
        page.locator("#suggestions [role=option]")
            .filter(new Locator.FilterOptions().setHasText("عنوان"));
    assertThat(headline.first()).isVisible();
    headline.first().click();
    assertThat(page.locator("article h1")).containsText("أهوار الجنوب");
  }

  @Test
  void keysLeadFromHitToHitAndIntoTheArticle() {
    reader.search("زلزال");
    Page page = reader.page();
    String first = page.locator(".hit h3").first().innerText();
    String second = page.locator(".hit h3").nth(1).innerText();
    page.keyboard().press("j");
    assertThat(focused()).isEqualTo(first);
    page.keyboard().press("j");
    assertThat(focused()).isEqualTo(second);
    page.keyboard().press("k");
    page.keyboard().press("Enter");
    assertThat(page.locator("article h1")).hasText(first);
    page.keyboard().press("n");
    assertThat(page.locator("mark.at")).hasAttribute("id", "m1");
    page.keyboard().press("n");
    assertThat(page.locator("mark.at")).hasAttribute("id", "m2");
    page.keyboard().press("p");
    assertThat(page.locator("mark.at")).hasAttribute("id", "m1");
  }

  @Test
  void aStretchOfTimeIsTakenWithShiftAndArrows() {
    reader.at("/");
    Page page = reader.page();
    Locator bars = page.locator("svg.bars a.bar");
    Locator last = bars.last();
    String to = last.getAttribute("data-to");
    String from = bars.nth(bars.count() - 3).getAttribute("data-from");
    last.focus();
    // Time runs from right to left here: what is earlier is on the right.
    page.keyboard().press("Shift+ArrowRight");
    page.keyboard().press("Shift+ArrowRight");
    assertThat(page.locator("svg.bars .taken")).hasCount(3);
    assertThat(page.locator(".says")).containsText(last.getAttribute("data-name") + ": ");
    page.keyboard().press("Enter");
    assertThat(page.locator(".chip")).hasCount(1);
    assertThat(reader.said("from")).containsExactly(from);
    assertThat(reader.said("to")).containsExactly(to);
  }

  @Test
  void theFirstStopLeadsToTheContent() {
    reader.search("زلزال");
    reader.page().keyboard().press("Tab");
    assertThat(reader.page().locator(".skip")).isFocused();
    assertThat(reader.page().locator(".skip")).isInViewport();
  }
}
