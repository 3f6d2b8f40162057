package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Names that no table holds: {@code type:words as they stand}, with a star where the name tells its
 * bearer from others.
 */
class UnlistedNamesTest {
  private static final EntityRecogniser RECOGNISER =
      new EntityRecogniser(Gazetteer.of(IndexConfig.packaged()));

  private static String unlisted(String text) {
    return RECOGNISER.recognise(text).stream()
        .filter(mention -> mention.entity().id().chars().anyMatch(c -> c > 'z'))
        .map(UnlistedNamesTest::show)
        .collect(Collectors.joining(", "));
  }

  private static String show(Mention mention) {
    String type = mention.entity().type().name().substring(0, 2).toLowerCase(java.util.Locale.ROOT);
    return type + ":" + mention.entity().labelAr() + (mention.tells() ? "*" : "");
  }

  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = ';',
      emptyValue = "",
      textBlock =
          """
          وصل خالد الزعفراني إلى القاهرة ; pe:خالد الزعفراني* ; a given name and what no table holds
          وقالت سلمى بنت ماجد الكيال ; pe:سلمى بنت ماجد الكيال* ; بنت joins
          محمد ولد الزعفراني ; pe:محمد ولد الزعفراني* ; ولد joins
          رواية عبد الله الزعفراني ; pe:عبد الله الزعفراني* ; عبد takes the next word
          حضر أبو خالد الزعفراني ; pe:أبو خالد الزعفراني* ; أبو takes the next word
          وأشاد بخالد الزعفراني ; pe:خالد الزعفراني* ; behind a particle
          كتب محمد ب. في الصحيفة ; pe:محمد ب* ; an initial
          عاد كارلوس السابع ; pe:كارلوس السابع* ; the number of a ruler
          وزير الدفاع الأوغندي كريسبوس كيونغا ; pe:كريسبوس كيونغا* ; behind an office
          الدكتور كريسبوس ; pe:كريسبوس ; a title before one word tells little
          وأضاف كريسبوس أن الأمر انتهى ; pe:كريسبوس ; behind a verb of speech
          قال الرئيس إن محمد أمس ; pe:محمد ; a given name alone tells nobody from others
          قال خالد الزعفراني. ثم غادر الزعفراني ; pe:خالد الزعفراني*, pe:خالد الزعفراني* ; the family name means who has the full one
          خالد الزعفراني وسمير الزعفراني والزعفراني ; pe:خالد الزعفراني*, pe:سمير الزعفراني* ; not where two have it
          قرب مدينة كريسبوس ; pl:كريسبوس* ; behind a word for the kind of place
          عند جبل كريسبوس ; pl:جبل كريسبوس* ; a mountain has it in its name
          افتتح شارع خالد الزعفراني ; pl:شارع خالد الزعفراني* ; a street with the name of a person
          أعلن الاتحاد الأوغندي لكرة القدم فوزه ; or:الاتحاد الأوغندي لكرة القدم* ; with what it is for
          فاز المنتخب الأوغندي الفوز الأول ; or:المنتخب الأوغندي* ; no noun behind an adjective
          المجلس الأعلى للقضاء والمحكمة العليا ; or:المجلس الأعلى للقضاء*, or:المحكمة العليا ; two bodies joined by و are two
          المنتخب الأيرلندي ; or:المنتخب الأيرلندي ; what newsrooms spell in several ways is not counted
          عن صحيفة كريسبوس ; or:كريسبوس ; a paper by its name
          تولى علي بن أبي طالب ; pe:علي بن أبي طالب* ; behind بن even the form of a verb is a name
          لابنه الحسن بن علي ; pe:الحسن بن علي* ; a name with the article before بن
          تغلب على الأوغندي كريسبوس كيونغا أمس ; pe:كريسبوس كيونغا* ; an adjective of origin for a person
          قرار لجنة مكافحة الفساد أمس ; or:لجنة مكافحة الفساد ; a committee by what it is for
          فيلم من إخراج كريسبوس كيونغا ; pe:كريسبوس كيونغا* ; who made a film
          """)
  void findsNames(String text, String expected, String reason) {
    assertThat(unlisted(text)).as(reason).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          شدد على ضرورة الحل ; على is no given name
          أكدت أن تتوفر الشروط ; no name behind أن
          فأبى الشعب ذلك ; a verb, not أبا
          قال مسؤولو الشركة ; a plural without its nun
          رئيس الحكومة سيزور البلاد ; a verb behind an office
          محكمة المدينة ومجلس المدينة القديمة قرب دار الباشا ; words for any body of the kind
          أكد محمود عباس ; whom the table knows is no other
          قال ترامب ; nor by the family name alone
          قررت لجنة الفيلم أن تجتمع ; any committee
          النهر الأوغندي كريسبوس كيونغا ; an adjective that is one
          """)
  void leavesTheRestAlone(String text, String reason) {
    assertThat(unlisted(text).replaceAll("or:مجلس[^,]*", "")).as(reason).isEmpty();
  }

  @Test
  void aWordThatMayBeNoNameTakesNoListedNameAway() {
    for (String text : List.of("زار باريس، والتقيا بوتين.", "بعد لقاء بوتين في موسكو")) {
      assertThat(RECOGNISER.recognise(text))
          .extracting(mention -> mention.entity().id())
          .contains("vladimir-putin")
          .allMatch(id -> id.chars().allMatch(c -> c <= 'z'));
    }
  }

  @Test
  void everyMentionSaysWhy() {
    assertThat(evidence("وصل خالد الزعفراني. وغاب الزعفراني"))
        .containsExactly(new Evidence.GivenName(), new Evidence.FullNameElsewhere());
    assertThat(evidence("وأضاف كريسبوس")).containsExactly(new Evidence.Introduced("اضاف"));
    assertThat(evidence("جبل كريسبوس")).containsExactly(new Evidence.Kind("جبل"));
    assertThat(evidence("رأى الغنوشي")).hasSize(1);
  }

  private static List<Evidence> evidence(String text) {
    return RECOGNISER.recognise(text).stream().map(Mention::evidence).toList();
  }

  @Test
  void spellingsThatFoldingUnitesHaveOneId() {
    assertThat(Entity.unlistedId("عبد الله الزعفرانى")).isEqualTo("عبدالله-الزعفراني");
    assertThat(Entity.unlistedId("عَبدالله  الزعفراني")).isEqualTo("عبدالله-الزعفراني");
    assertThat(Entity.unlistedId("؟")).isEmpty();
  }

  @Test
  void theSpanIsTheNameInTheOriginal() {
    String text = "وأُشيدَ بِخالِدٍ  الزَّعفَرانيّ هنا";
    assertThat(RECOGNISER.recognise(text))
        .singleElement()
        .satisfies(
            mention ->
                assertThat(text.substring(mention.start(), mention.end()))
                    .isEqualTo("خالِدٍ  الزَّعفَرانيّ"));
  }
}
