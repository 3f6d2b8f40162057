package org.fihris.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The histogram under a mouse. */
final class BrushTest {
  @RegisterExtension final Browsing reader = Browsing.withScripts();

  private void drag(Locator from, Locator to) {
    BoundingBox first = from.locator(".place").boundingBox();
    BoundingBox last = to.locator(".place").boundingBox();
    Page page = reader.page();
    page.mouse().move(first.x + first.width / 2, first.y + 20);
    page.mouse().down();
    page.mouse().move(last.x + last.width / 2, last.y + 30);
    page.mouse().up();
  }

  @Test
  void draggingTakesAStretchOfTime() {
    reader.at("/");
    Locator bars = reader.page().locator("svg.bars a.bar");
    String from = bars.nth(2).getAttribute("data-from");
    String to = bars.nth(6).getAttribute("data-to");
    drag(bars.nth(6), bars.nth(2));
    assertThat(reader.page().locator(".chip")).hasCount(1);
    assertThat(reader.said("from")).containsExactly(from);
    assertThat(reader.said("to")).containsExactly(to);
    reader.page().locator(".histogram .wider").click();
    assertThat(reader.page().locator(".chip")).hasCount(0);
  }

  @Test
  void draggingTakesAStretchOfTimeFromLeftToRightToo() {
    reader.at("/?lang=en");
    Locator bars = reader.page().locator("svg.bars a.bar");
    String from = bars.nth(1).getAttribute("data-from");
    String to = bars.nth(3).getAttribute("data-to");
    drag(bars.nth(1), bars.nth(3));
    assertThat(reader.page().locator(".chip")).hasCount(1);
    assertThat(reader.said("from")).containsExactly(from);
    assertThat(reader.said("to")).containsExactly(to);
  }

  @Test
  void oneBarIsALinkToItsPeriodWhichIsShownInShorterOnes() {
    reader.at("/");
    Locator bar = reader.page().locator("svg.bars a.bar:not(.none)").last();
    String from = bar.getAttribute("data-from");
    String to = bar.getAttribute("data-to");
    bar.locator(".place").click();
    assertThat(reader.page().locator(".chip")).hasCount(1);
    assertThat(reader.said("from")).containsExactly(from);
    assertThat(reader.said("to")).containsExactly(to);
    Locator days = reader.page().locator("svg.bars a.bar:not(.none)").first();
    assertThat(days.getAttribute("data-from")).isEqualTo(days.getAttribute("data-to"));
  }
}
