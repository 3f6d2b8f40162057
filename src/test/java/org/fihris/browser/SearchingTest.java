package org.fihris.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searching, narrowing down and widening again; the address says it all. */
final class SearchingTest {
  @RegisterExtension final Browsing reader = Browsing.withScripts();

  @Test
  void wordsAreTypedAndHitsAreShown() {
    reader.at("/");
    Page page = reader.page();
    page.locator("#q").fill("ترمب بوتين");
    page.keyboard().press("Enter");
    assertThat(page.locator(".hit").first()).isVisible();
    assertThat(reader.said("q")).containsExactly("ترمب بوتين");
    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    assertThat(page.locator(".hit mark").first()).isVisible();
    assertThat(page.locator(".hit time .day").first())
        .hasText(Pattern.compile("\\d{1,2} [^\\d]+ 20\\d\\d"));
    assertThat(page.locator(".hit time .hijri").first()).hasText(Pattern.compile(".* 14\\d\\d هـ"));
    assertThat(page).hasTitle("ترمب بوتين – فهرس");
  }

  @Test
  void anotherNameIsMarkedOtherwiseThanTheWordItself() {
    reader.search("أمريكا");
    assertThat(reader.page().locator("mark.name").first())
        .hasAttribute("title", "اسم آخر لـ«أمريكا»");
    assertThat(reader.page().locator(".notices")).containsText("«أمريكا»");
  }

  @Test
  void aFacetIsDrilledIntoWidenedAndUndone() {
    reader.at("/");
    Page page = reader.page();
    page.locator("#facet-place .value").filter(text("مصر")).click();
    assertThat(page.locator(".chip")).hasCount(1);
    assertThat(reader.said("place")).containsExactly("egypt");
    String few = page.locator(".listing .summary").innerText();

    page.locator("#facet-place .value").filter(text("المغرب")).click();
    assertThat(page.locator(".chip")).hasCount(2);
    assertThat(reader.said("place")).containsExactly("egypt", "morocco");
    assertThat(page.locator(".listing .summary")).not().hasText(few);
    assertThat(page.locator("#facet-place .value.chosen")).hasCount(2);

    page.locator(".chip .undo").last().click();
    assertThat(page.locator(".chip")).hasCount(1);
    assertThat(page.locator(".listing .summary")).hasText(few);

    page.locator("#facet-place .value").filter(text("المغرب")).click();
    page.locator(".chips .clear").click();
    assertThat(page.locator(".chip")).hasCount(0);
    assertThat(reader.said("place")).isEmpty();
  }

  @Test
  void aChipOfAHitNarrowsDownToIt() {
    reader.search("زلزال");
    Locator chip = reader.page().locator(".hit .entity").first();
    String name = chip.innerText();
    chip.click();
    assertThat(reader.page().locator(".chip")).containsText(name);
    assertThat(reader.page().locator(".hit .entity.chosen").first()).hasText(name);
  }

  @Test
  void valuesOfAFacetAreFoundWhileTyping() {
    reader.at("/");
    Page page = reader.page();
    page.locator("#facet-person input[type=search]").fill("غوت");
    assertThat(page.locator("#facet-person .value")).hasCount(1);
    assertThat(page.locator("#facet-person .value")).containsText("أنطونيو غوتيريش");
    page.locator("#facet-person .value").click();
    assertThat(reader.said("person")).containsExactly("antonio-guterres");
  }

  @Test
  void pagesFollowEachOther() {
    reader.at("/");
    Page page = reader.page();
    List<String> first = reader.texts(".hit h3");
    page.locator(".pager .next").click();
    assertThat(page.locator(".pager .range")).containsText("11–20");
    List<String> second = reader.texts(".hit h3");
    assertThat(second).hasSize(10).doesNotContainAnyElementsOf(first);
    page.locator(".pager a").first().click();
    assertThat(page.locator(".pager .range")).containsText("1–10");
    assertThat(reader.texts(".hit h3")).isEqualTo(first);
  }

  @Test
  void theOrderIsChosen() {
    reader.search("الرئيس");
    reader.page().locator(".orders a").filter(text("الأقدم")).click();
    assertThat(reader.said("sort")).containsExactly("oldest");
    assertThat(reader.page().locator(".orders a[aria-current]")).hasText("الأقدم");
    List<String> days =
        reader.page().locator(".hit time").all().stream()
            .map(time -> time.getAttribute("datetime"))
            .toList();
    assertThat(days).isSorted().hasSizeGreaterThan(3);
  }

  @Test
  void nothingFoundOffersWhatFindsSomething() {
    reader.search("ترامب قققققق");
    Page page = reader.page();
    reader.at("/?q=" + Browsing.encoded("غوتيرش") + "&source=nobody");
    assertThat(page.locator(".nothing h2")).hasText("لا توجد نتائج");
    assertThat(page.locator(".offers a").first()).isVisible();
    page.locator(".offers a").first().click();
    assertThat(page.locator(".hit").first()).isVisible();
  }

  @Test
  @Tag(Site.FOLDER)
  void aMisspeltWordIsAskedAbout() {
    reader.search("غوتيريتش");
    Locator offer = reader.page().locator(".offers").first();
    assertThat(offer.locator("h2")).hasText("هل تقصد");
    offer.locator("a").first().click();
    assertThat(reader.page().locator(".hit").first()).isVisible();
  }

  @Test
  void theLanguageIsSwitchedAndTheSearchStays() {
    reader.search("زلزال");
    Page page = reader.page();
    List<String> hits = reader.texts(".hit h3");
    page.locator(".switches a[hreflang=en]").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("html")).hasAttribute("dir", "ltr");
    assertThat(reader.texts(".hit h3")).isEqualTo(hits);
    assertThat(page.locator(".hit .hijri").first()).hasText(Pattern.compile(".* AH"));
    page.locator(".hit h3 a").first().click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.locator(".switches a[hreflang=ar]").click();
    assertThat(page.locator("html")).hasAttribute("lang", "ar");
    assertThat(reader.said("q")).containsExactly("زلزال");
  }

  @Test
  void whatCannotBeUsedIsSaidAndLeftOut() {
    reader.at("/?q=" + Browsing.encoded("زلزال") + "&from=yesterday&limit=many&after=rubbish");
    assertThat(reader.page().locator(".notices li")).hasCount(3);
    assertThat(reader.page().locator(".hit").first()).isVisible();
  }

  @Test
  @Tag(Site.FOLDER)
  void aSavedSearchIsALinkThatRunsIt() {
    reader.at("/saved");
    reader.page().locator(".kept a").first().click();
    assertThat(reader.said("q")).containsExactly("بوتين OR الكرملين");
    assertThat(reader.page().locator(".hit").first()).isVisible();
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
