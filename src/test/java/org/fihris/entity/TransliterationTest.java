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

/** Which names may be spellings of one foreign name. */
class TransliterationTest {
  private static final Transliteration TRANSLITERATION = Transliteration.of(IndexConfig.packaged());

  @ParameterizedTest(name = "{0} / {1}: {4}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          بوتين ; بوتن ; 1 ; false ; a vowel left out
          دميتري ; ديمتري ; 2 ; false ; a vowel in another place
          زيلينسكي ; زيلينكسي ; 2 ; false ; two consonants changed places
          لوكورنو ; لوكورنيو ; 1 ; false ; ni and gn
          جانلويجي دوناروما ; جيانلويجي دوناروما ; 1 ; false ; gi
          فيليب كوتينيو ; فيليبي كوتينيو ; 1 ; false ; ي at the end
          كريسبوس ; كريزبوس ; 1 ; false ; s and z
          غونزالو هيغواين ; جونزالو هيجواين ; 2 ; false ; g is غ or ج
          نيلسون تشاميسا ; نيلسون شاميسا ; 1 ; false ; ch is تش or ش
          طوني كروس ; توني كروس ; 1 ; true ; t is ط or ت, in a word of two consonants
          بوفون ; پوڤون ; 2 ; false ; Persian letters
          إبراهيم ديالو ; إبراهيم دياللو ; 1 ; true ; a doubled letter
          ميشال برنييه ; ميشيل برنييه ; 2 ; false ; ا for ي
          جوشوا بولاك ; جوشوا بولوك ; 2 ; true ; ا for و
          """)
  void spellingsOfOneNameAreAlike(
      String one, String other, int differences, boolean loose, String why) {
    Likeness likeness = TRANSLITERATION.compare(one, other);

    assertThat(likeness).as(why).isNotNull();
    assertThat(likeness.differences()).as(why).isEqualTo(differences);
    assertThat(likeness.loose()).as(why).isEqualTo(loose);
    assertThat(TRANSLITERATION.compare(other, one)).as("the other way round").isEqualTo(likeness);
    assertThat(TRANSLITERATION.key(one)).isEqualTo(TRANSLITERATION.key(other));
  }

  @ParameterizedTest(name = "{0} / {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          سالم ; سليم ; Arabic names differ by their vowels
          قاسم ; جاسم ; and by letters of one sound elsewhere
          القاسم ; الجاسم ; with the article too
          سلمان ; سليماني ; and with ي
          محمد ; محمود ; ح is Arabic
          حسن ; حسين ; likewise
          كارل ; كارلا ; ا at the end is a woman
          ماريا ; ماريو ; و at the end is a man
          مارك ; ماركو ; likewise
          بريت ; بارتي ; too much for three consonants
          توم ; تيم ; و is not ي
          جون ; أوجون ; a vowel before it
          جورج ; غريغ ; more differs than stays
          بوتين ; بوتين بوتين ; another number of words
          """)
  void otherNamesAreNot(String one, String other, String why) {
    assertThat(TRANSLITERATION.compare(one, other)).as(why).isNull();
    assertThat(TRANSLITERATION.compare(other, one)).as(why).isNull();
  }

  @Test
  void whatIsWrittenAlikeAndDoubtIsCounted() {
    Likeness foreign = TRANSLITERATION.compare("فلاديمير بوتين", "فلاديمير بوتن");
    Likeness arabic = TRANSLITERATION.compare("محمد شيمشيك", "محمد شيمشك");

    assertThat(foreign).isEqualTo(new Likeness(1, false, 1, false));
    assertThat(arabic).isEqualTo(new Likeness(1, false, 1, true));
    assertThat(foreign.doubt()).isEqualTo(1);
    assertThat(arabic.doubt()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sound|ب پ|sound|پ ف ; 2: the letter پ",
        "sound|بب ; 1: 'بب' is not one letter",
        "pair|تش ; 1: expected two letters",
        "vowel|ا ; 1: 'vowel' is no kind",
        "sound ; 1: expected a kind",
      })
  void aFaultNamesFileAndLine(String cells, String message, @TempDir Path folder)
      throws IOException {
    String[] parts = cells.split("\\|");
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < parts.length; i += 2) {
      table.append(parts[i]).append(i + 1 < parts.length ? "\t" + parts[i + 1] : "").append('\n');
    }
    Path file = Files.createDirectories(folder.resolve("entities")).resolve("transliteration.tsv");
    Files.writeString(file, table);
    IndexConfig config = IndexConfig.folder(folder);

    assertThatThrownBy(() -> Transliteration.of(config))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("transliteration.tsv:" + message);
  }
}
