package org.fihris.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the tests: one for all of them. */
final class Chromium implements AutoCloseable {

  /** Names the program where it is not on the path. */
  private static final String PROGRAM = "fihris.chromium";

  /** Is {@code required} where a missing browser is a failure, as in {@code .ci/run}. */
  private static final String BROWSER = "fihris.browser";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of("--no-sandbox", "--disable-gpu", "--force-color-profile=srgb")));
  }

  /** Starts it, or skips the tests where there is none. */
  static Chromium start() {
    Optional<Path> program = program();
    if (program.isEmpty() && "required".equals(System.getProperty(BROWSER))) {
      throw new AssertionError("there is no Chromium on the path, and the tests need it here");
    }
    assumeTrue(
        program.isPresent(),
        "the pages are not tested: there is no Chromium on the path; install the package chromium,"
            + " or name the program with -D"
            + PROGRAM);
    return new Chromium(program.orElseThrow());
  }

  private static Optional<Path> program() {
    String named = System.getProperty(PROGRAM);
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
