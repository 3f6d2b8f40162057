package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
  private static final Gazetteer PACKAGED = Gazetteer.of(IndexConfig.packaged());

  @TempDir Path folder;

  private Gazetteer gazetteer(String persons, String places, String organisations)
      throws IOException {
    Path entities = Files.createDirectories(folder.resolve("entities"));
    Files.writeString(entities.resolve("persons.tsv"), persons);
    Files.writeString(entities.resolve("places.tsv"), places);
    Files.writeString(entities.resolve("organisations.tsv"), organisations);
    return Gazetteer.of(IndexConfig.folder(folder));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ترمب ; donald-trump ; another spelling
          اسطنبول ; istanbul ; hamza
          أمم متحدة ; united-nations ; articles left out
          عبدالفتاح السيسي ; abdel-fattah-sisi ; عبد joined
          بُوتين ; vladimir-putin ; vowel mark
          Vladimir Putin ; vladimir-putin ; English label
          مالي ; mali ; a conditional name is a name all the same
          """)
  void findsEntitiesByName(String name, String id, String reason) {
    assertThat(PACKAGED.byName(name)).as(reason).extracting(Entity::id).containsExactly(id);
  }

  @Test
  void aNameMayMeanSeveralAndAnUnknownNameNone() {
    assertThat(PACKAGED.byName("طرابلس"))
        .extracting(Entity::id)
        .containsExactlyInAnyOrder("tripoli", "tripoli-lebanon");
    assertThat(PACKAGED.byName("لا أحد")).isEmpty();
    assertThat(PACKAGED.byName("")).isEmpty();
    assertThat(PACKAGED.byId("nobody")).isNull();
  }

  @Test
  void namesAreThoseOfTheTableWithEverySpellingSpeltOut() throws IOException {
    Gazetteer gazetteer =
        gazetteer("", "", "nato\tحلف شمال الأطلسي\tNATO\tحلف الناتو/الأطلسي|ناتو?\tحلف");
    Entity nato = gazetteer.entities().iterator().next();
    assertThat(nato)
        .isEqualTo(new Entity("nato", EntityType.ORGANISATION, "حلف شمال الأطلسي", "NATO"));
    assertThat(gazetteer.names(nato))
        .containsExactly("حلف الناتو", "حلف الأطلسي", "ناتو", "حلف شمال الأطلسي");
    assertThat(gazetteer.byId("nato")).isEqualTo(nato);
  }

  @Test
  void shortNamesTakeParticlesOnlyWhereTheTableSaysSo() throws IOException {
    EntityRecogniser recogniser =
        new EntityRecogniser(gazetteer("", "egypt\tمصر\tEgypt\tمصر+\nqom\tقمم\tQom", ""));
    assertThat(EntityRecogniserTest.mentions(recogniser, "ومصر وقمم ثم قمم"))
        .isEqualTo("egypt=مصر, qom=قمم");
  }

  @Test
  void aGroupOfCuesServesSeveralRows() throws IOException {
    EntityRecogniser recogniser =
        new EntityRecogniser(
            gazetteer(
                "", "@town\tمدينة|*عمدة\na\tباب\tA\tباب?\t@town\nb\tعين\tB\tعين?\t@town", ""));
    assertThat(EntityRecogniserTest.mentions(recogniser, "مدينة باب")).isEqualTo("a=باب");
    assertThat(EntityRecogniserTest.mentions(recogniser, "عين وصل العمدة")).isEmpty();
    assertThat(EntityRecogniserTest.mentions(recogniser, "عين اختارت عمدة")).isEqualTo("b=عين");
  }

  @Test
  void aPhraseOfNoEntityHidesTheNamesInIt() throws IOException {
    EntityRecogniser recogniser =
        new EntityRecogniser(gazetteer("", "-\tصلاة المغرب\nmorocco\tالمغرب\tMorocco", ""));
    assertThat(EntityRecogniserTest.mentions(recogniser, "صلاة المغرب في المغرب"))
        .isEqualTo("morocco=المغرب");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          'x\tاسم' ; expected 3 to 5 columns
          'x\tاسم\tName\t\t\tmore' ; expected 3 to 5 columns
          'Big One\tاسم\tName' ; the id 'Big One'
          'x\t\tName' ; the Arabic label is empty
          'x\tاسم\t\tآخر' ; the English label is empty
          'x\t؟؟\tName' ; the Arabic label holds no word
          'x\tاسم\tName\t؟؟' ; the name '؟؟' holds no word
          'x\tاسم\tName\tآخر|اخر?' ; is given twice with different marks
          'x\tاسم\tName\tاسم?' ; it can never be found
          'x\tاسم\tName\tطويل+' ; + is for single words
          'x\tاسم\tName\tآخر?\tكلمتان هنا' ; is not one word
          'x\tاسم\tName\tآخر?\t@none' ; no cue group @none
          '@g\tكلمة\tمزيد' ; expected @group
          '-\tعبارة\tمزيد' ; expected - and phrases
          """)
  void aFaultyRowNamesFileAndLine(String row, String problem) {
    assertThatThrownBy(() -> gazetteer("", "# comment\n\n" + row + "\n", ""))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(Path.of("entities", "places.tsv") + ":3: ")
        .hasMessageContaining(problem);
  }

  @Test
  void anIdIsGivenOnceInAllTables() {
    assertThatThrownBy(() -> gazetteer("x\tاسم\tName", "\nx\tآخر\tOther", ""))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("places.tsv:2: the id is already given in")
        .hasMessageContaining("persons.tsv:1");
  }

  @Test
  void aNameIsClaimedWithoutConditionOnce() throws IOException {
    assertThatThrownBy(() -> gazetteer("", "x\tبرشلونة\tCity", "y\tبرشلونه\tClub"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("organisations.tsv:1: the name 'برشلونه' belongs to x already")
        .hasMessageContaining("places.tsv:1");
    assertThat(gazetteer("", "x\tبرشلونة\tCity", "y\tبرشلونة\tClub\tبرشلونة?\tنادي").entities())
        .hasSize(2);
  }

  @Test
  void aCueGroupIsDefinedOnce() {
    assertThatThrownBy(() -> gazetteer("", "@g\tمدينة\n@g\tبلدة", ""))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("places.tsv:2: the cue group @g is defined twice");
  }

  @Test
  void thePackagedTablesHoldOneTrump() {
    assertThat(PACKAGED.byName("ترامب")).extracting(Entity::id).containsExactly("donald-trump");
    assertThat(PACKAGED.byName("دونالد ترمب"))
        .extracting(Entity::id)
        .containsExactly("donald-trump");
  }

  @Test
  void everyInhabitedTerritoryIsAPlace() {
    Set<String> uninhabited = Set.of("BV", "HM", "TF", "UM");
    Set<String> namedWithAGloss = Set.of("HK", "MM", "MO"); // "Myanmar (Burma)" and such
    List<String> missing =
        Arrays.stream(Locale.getISOCountries())
            .filter(code -> !uninhabited.contains(code) && !namedWithAGloss.contains(code))
            .map(code -> Locale.of("", code))
            .filter(country -> !isPlace(country, Locale.of("ar")))
            .filter(country -> !isPlace(country, Locale.ENGLISH))
            .map(Locale::getCountry)
            .toList();
    assertThat(missing).isEmpty();
    assertThat(List.of("هونغ كونغ", "ميانمار", "ماكاو"))
        .allSatisfy(name -> assertThat(PACKAGED.byName(name)).hasSize(1));
  }

  private static boolean isPlace(Locale country, Locale language) {
    return PACKAGED.byName(country.getDisplayCountry(language)).stream()
        .anyMatch(entity -> entity.type() == EntityType.PLACE);
  }
}
