package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in a text that no table holds as they are written, and whom they mean. */
class OtherSpellingsTest {
  private static final EntityRecogniser RECOGNISER =
      new EntityRecogniser(Gazetteer.of(IndexConfig.packaged()));

  /** Every name whose evidence is its skeleton: {@code name=id:support}. */
  private static String otherSpellings(String text) {
    return RECOGNISER.recognise(text).stream()
        .filter(mention -> mention.evidence() instanceof Evidence.OtherSpelling)
        .map(
            mention ->
                text.substring(mention.start(), mention.end())
                    + "="
                    + mention.entity().id()
                    + ":"
                    + ((Evidence.OtherSpelling) mention.evidence()).support())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = ';',
      emptyValue = "",
      textBlock =
          """
          قال هكتور كوبر أمس ; هكتور كوبر=hector-cuper:SHARED_WORD ; the family name is written alike
          لقاء بومبيو. وأضاف بوميبو أن ; بوميبو=mike-pompeo:NAMED_HERE ; the listed name stands in the text
          بومبيو في القاهرة، وغادر بوميبو ; بوميبو=mike-pompeo:NAMED_HERE ; likewise where nothing introduces it
          وأضاف بوميبو أن الأمر انتهى ; '' ; nothing but the skeleton
          قال الدكتور كريسبوس كيونغا. وأضاف كريزبوس كيونغا ; كريزبوس كيونغا=كريسبوس-كيونغا:NAMED_HERE ; two spellings that no table holds
          وزير الدفاع جيمس أوكيلو، وسمير جيمز أوكلو ; '' ; another name
          قال سالم الكيالي لسليم الكيالي ; '' ; Arabic names are two
          أردوغان والأردوغانية: أردوغانية بلا أردوغان ; '' ; what is made of a name
          """)
  void aNameOfEqualSkeletonNeedsSupport(String text, String expected, String why) {
    assertThat(otherSpellings(text)).as(why).isEqualTo(expected);
  }

  @Test
  void theFamilyNameAloneMeansWhoHasTheFullName() {
    String text = "وصل هكتور كوبر. ثم غادر كوبر";

    List<Mention> mentions = RECOGNISER.recognise(text);

    assertThat(mentions)
        .extracting(mention -> mention.entity().id())
        .containsOnly("hector-cuper")
        .hasSize(2);
    assertThat(mentions).allMatch(Mention::tells);
  }
}
