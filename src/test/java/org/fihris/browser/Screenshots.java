package org.fihris.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Draws the pictures of {@code docs/images}; no test, so it runs only when it is named:
 *
 * <pre>mvn test -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
final class Screenshots {
  private static final Path FOLDER = Path.of("docs/images");

  @RegisterExtension final Browsing reader = Browsing.withScripts();

  @Test
  void draw() {
    desktop(ColorScheme.LIGHT);
    shot("search", "/?q=" + Browsing.encoded("أمريكا OR الرئيس"));
    shot("front", "/");
    shot("nothing", "/?place=egypt&from=2024-01-01&q=" + Browsing.encoded("زلزال"));
    shot("entity", "/entity/vladimir-putin");
    shot("english", "/?lang=en&q=" + Browsing.encoded("الرئيس"));
    article("article");
    desktop(ColorScheme.DARK);
    shot("search-dark", "/?place=gulf&place=egypt&q=" + Browsing.encoded("سعر OR أسعار"));
    reader.open(390, 780, 1, ColorScheme.LIGHT);
    shot("phone", "/?q=" + Browsing.encoded("زلزال"));
    shot("phone-filters", "/?q=" + Browsing.encoded("زلزال") + "#facets");
    reader.open(390, 780, 1, ColorScheme.DARK);
    article("phone-article-dark");
  }

  private void desktop(ColorScheme scheme) {
    reader.open(1200, 860, 1, scheme);
  }

  private void article(String name) {
    reader.search("زلزال إزمير");
    reader.page().locator(".hit h3 a").first().click();
    reader.page().locator("article h1").waitFor();
    draw(name);
  }

  private void shot(String name, String path) {
    reader.at(path);
    draw(name);
  }

  private void draw(String name) {
    reader.page().evaluate("document.fonts.ready.then(() => true)");
    reader.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
