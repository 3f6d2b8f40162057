package org.fihris.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A reader in front of a browser: each test gets a new one. At the end of a test, a page that said
 * an error, was kept from something by its own content security policy, or asked another host for
 * anything, fails it.
 */
final class Browsing implements BeforeEachCallback, AfterEachCallback {

  /** What all tests share, for as long as any of them runs. */
  private record Shared(Chromium chromium, Site site) implements AutoCloseable {
    static Shared start() {
      Chromium chromium = Chromium.start();
      try {
        return new Shared(chromium, Site.start());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      chromium.close();
      site.close();
    }
  }

  private static final double WAIT_MILLIS = 10_000;

  private final boolean scripts;
  private final List<String> complaints = new ArrayList<>();
  private Shared shared;
  private BrowserContext context;
  private Page page;

  private Browsing(boolean scripts) {
    this.scripts = scripts;
  }

  static Browsing withScripts() {
    return new Browsing(true);
  }

  static Browsing withoutScripts() {
    return new Browsing(false);
  }

  @Override
  public void beforeEach(ExtensionContext extension) {
    shared =
        extension
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(Browsing.class))
            .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
    complaints.clear();
    open(1280, 900, 1, ColorScheme.LIGHT);
  }

  /** Goes on with a window of another size. */
  void open(int width, int height, double scale, ColorScheme scheme) {
    if (context != null) {
      context.close();
    }
    context =
        shared
            .chromium()
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(scripts)
                    .setViewportSize(width, height)
                    .setDeviceScaleFactor(scale)
                    .setColorScheme(scheme)
                    .setLocale("ar"));
    page = context.newPage();
    page.setDefaultTimeout(WAIT_MILLIS);
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          // An address without a page is one of the things that are tested.
          if (message.type().equals("error") && !message.text().contains("status of 404")) {
            complaints.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(shared.site().address() + "/")) {
            complaints.add("asked elsewhere: " + request.url());
          }
        });
    page.onDialog(
        dialog -> {
          complaints.add("a script ran: " + dialog.message());
          dialog.dismiss();
        });
  }

  @Override
  public void afterEach(ExtensionContext extension) {
    if (context != null) {
      context.close();
      context = null;
      assertThat(complaints).isEmpty();
    }
  }

  Page page() {
    return page;
  }

  /** Opens an address of the site, from its root on. */
  Response at(String path) {
    return page.navigate(shared.site().address() + path);
  }

  /** The page of hits of a text. */
  Response search(String text) {
    return at("/?q=" + encoded(text));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The texts of all elements that a selector finds. */
  List<String> texts(String selector) {
    return page.locator(selector).allInnerTexts().stream().map(String::strip).toList();
  }

  /** What the address of the page says under a name, decoded; all values, in their order. */
  List<String> said(String name) {
    String query = page.url().contains("?") ? page.url().replaceFirst("^[^?]*\\?", "") : "";
    List<String> values = new ArrayList<>();
    for (String pair : query.replaceFirst("#.*$", "").split("&")) {
      if (pair.startsWith(name + "=")) {
        values.add(
            java.net.URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
      }
    }
    return values;
  }
}
