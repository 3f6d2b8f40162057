package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
  private static final Vocabulary PACKAGED = Vocabulary.of(IndexConfig.packaged());

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          والوزارات ; true ; conjunction, article and plural
          بكتابهم ; true ; preposition and pronoun
          للمدينه ; true ; the article without its alef
          سيكتبون ; true ; the future of a verb
          كريسبوس ; false ; a foreign name
          شتاينماير ; false ; a foreign name with letters of endings
          """)
  void tellsWordsOfTheLanguage(String word, boolean expected, String reason) {
    assertThat(PACKAGED.isOfTheLanguage(word, 0, word.length())).as(reason).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "محمد, GIVEN",
    "شريف, GIVEN_TOO",
    "الغنوشي, FAMILY",
    "الدكتور, TITLE",
    "وزير, OFFICE",
    "الفرنسيه, ORIGIN",
    "بن, LINK",
    "الاتحاد, THEBODY",
    "مدينه, PLACE",
    "في, FUNCTION",
    "كتاب, COMMON"
  })
  void aWordHasTheClassOfItsTable(String word, WordClass kind) {
    assertThat(kind.in(PACKAGED.classes(word, 0, word.length()))).isTrue();
  }

  @Test
  void aFaultIsNamedByFileAndLine() throws IOException {
    assertThatThrownBy(() -> names("# head\ngiven\tمحمد\nforename\tأحمد\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("names.tsv:3: 'forename' is no class of words");
    assertThatThrownBy(() -> names("given محمد\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("names.tsv:1: expected a class and its words in 2 columns");
  }

  private void names(String table) throws IOException {
    Path entities = Files.createDirectories(folder.resolve("entities"));
    Files.writeString(entities.resolve("names.tsv"), table);
    Vocabulary.of(IndexConfig.folder(folder));
  }
}
