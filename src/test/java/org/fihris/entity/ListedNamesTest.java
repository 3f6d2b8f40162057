package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of the tables in short texts. */
class ListedNamesTest {
  private static final int EVERY = 13;
  private static final IndexConfig CONFIG = IndexConfig.packaged();
  private static final ListedNames LISTED_NAMES = ListedNames.of(CONFIG);

  /** Or else a query would miss a name that an article is found to have. */
  @Test
  void everyNameOfTheTablesMayNameSomething() {
    Gazetteer gazetteer = Gazetteer.of(CONFIG);
    int names = 0;
    for (GazetteerTable.Row row : gazetteer.rows()) {
      for (Name name : row.names()) {
        for (var words : name.spellings()) {
          assertThat(LISTED_NAMES.mayName("قال " + String.join(" ", words)))
              .as("%s", name)
              .isTrue();
          names++;
        }
      }
    }
    assertThat(names).isGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"للأمم المتحدة", "ولمصر", "قال عبدالله", "بأمريكا"})
  void particlesAreSeenThrough(String text) {
    assertThat(LISTED_NAMES.mayName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "قصة جميلة", "؟!"})
  void mostWordsBeginNoName(String text) {
    assertThat(LISTED_NAMES.mayName(text)).isFalse();
  }

  /** What a query is read with and what an article is read with find the same. */
  @ParameterizedTest
  @ValueSource(strings = {"%s", "قال %s أمس", "زيارة %s", "سارة %s", "%s الزعفراني", "مدينة %s"})
  void theSameIsFoundAsInAnArticle(String frame) {
    Gazetteer gazetteer = Gazetteer.of(CONFIG);
    EntityRecogniser recogniser = new EntityRecogniser(gazetteer);
    int names = 0;
    int mentions = 0;
    ListedNames few = ListedNames.of(CONFIG);
    for (GazetteerTable.Row row : gazetteer.rows()) {
      for (Name name : row.names()) {
        if (names++ % EVERY != 0) {
          continue;
        }
        String text = frame.formatted(name.written());
        List<Mention> expected =
            recogniser.recognise(text).stream()
                .filter(mention -> gazetteer.byId(mention.entity().id()) != null)
                .filter(mention -> !(mention.evidence() instanceof Evidence.OtherSpelling))
                .toList();
        // The first texts are read by some rows, the others by all.
        if (names % (40 * EVERY) == 0) {
          few = ListedNames.of(CONFIG);
        }
        assertThat(few.mentions(text)).as(text).isEqualTo(expected);
        assertThat(LISTED_NAMES.mentions(text)).as(text).isEqualTo(expected);
        mentions += expected.size();
      }
    }
    assertThat(mentions).isGreaterThan(200);
  }

  /** The tables of the language are broken here, so reading them would throw. */
  @Test
  void aNameAloneNeedsNoWordsOfTheLanguage(@TempDir Path folder) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("entities"));
    Files.writeString(tables.resolve("names.tsv"), "no class");
    Files.writeString(tables.resolve("transliteration.tsv"), "no kind");
    Files.writeString(
        tables.resolve("persons.tsv"), "trump\tترمب\tTrump\nbroken row of sea\tب\tB\n");
    IndexConfig config = IndexConfig.folder(folder);
    ListedNames names = ListedNames.of(config);

    assertThat(names.mentions("ترمب")).extracting(m -> m.entity().id()).containsExactly("trump");
    assertThat(names.mentions("قصة جميلة")).isEmpty();
    assertThatThrownBy(() -> names.mentions("زيارة ترمب"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("names.tsv:1");
    assertThatThrownBy(() -> names.mentions("ب"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("persons.tsv:2");
    for (int i = 0; i < 100; i++) {
      assertThat(names.mentions("ترمب")).extracting(m -> m.entity().id()).containsExactly("trump");
    }
  }
}
