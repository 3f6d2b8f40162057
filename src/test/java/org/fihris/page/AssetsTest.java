package org.fihris.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the pages. */
final class AssetsTest {
  private static final Path FOLDER = Path.of("src/main/resources/org/fihris/page/assets");

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String style() {
    StringBuilder style = new StringBuilder();
    for (String sheet : Assets.STYLE_SHEETS) {
      byte[] bytes = Assets.at(Assets.version() + "/" + sheet).bytes();
      style.append(new String(bytes, StandardCharsets.UTF_8));
    }
    return style.toString();
  }

  @Test
  void everyFileIsServedUnderTheVersionAndNoOther() throws IOException {
    assertThat(names()).hasSizeGreaterThan(10);
    for (String name : names()) {
      assertThat(Assets.at(Assets.version() + "/" + name)).as(name).isNotNull();
      assertThat(Assets.at("0000000000/" + name)).isNull();
    }
    assertThat(Assets.at("ink.css")).isNull();
    assertThat(Assets.at(Assets.version() + "/../texts_ar.properties")).isNull();
    assertThat(Assets.at(Assets.version() + "/")).isNull();
    assertThat(Assets.at("")).isNull();
  }

  @Test
  void theStyleSheetsKnowNoLeftAndRight() {
    assertThat(style())
        .doesNotContainPattern(
            "(?m)^\\s*(left|right|(margin|padding|border)-(left|right)[a-z-]*|float"
                + "|text-align: (left|right))\\b")
        .doesNotContainPattern("(?m)^\\s*(min-|max-)?(width|height):");
  }

  @Test
  void nothingIsAskedOfAnotherHost() throws IOException {
    for (String name : names()) {
      if (name.endsWith(".css") || name.endsWith(".js")) {
        assertThat(Files.readString(FOLDER.resolve(name)))
            .as(name)
            .doesNotContain("//fonts", "http:", "https:");
      }
    }
  }

  @Test
  void everyFontHasItsLicenceBesideIt() throws IOException {
    for (String name : names()) {
      if (name.endsWith(".woff2")) {
        String family = name.replaceFirst("-(arabic|latin)\\.woff2$", "");
        assertThat(Files.readString(FOLDER.resolve(family + "-LICENSE.txt")))
            .contains("SIL OPEN FONT LICENSE Version 1.1");
        assertThat(style()).contains("url(\"" + name + "\")");
      }
    }
  }
}
