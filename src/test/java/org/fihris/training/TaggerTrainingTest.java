package org.fihris.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fihris.entity.EntityRecogniser;
import org.fihris.entity.EntityType;
import org.fihris.entity.Evidence;
import org.fihris.entity.Mention;
import org.fihris.entity.TaggerModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tagger that was trained on a few sentences finds, and what it leaves alone. */
class TaggerTrainingTest {
  private static final EntityRecogniser WITHOUT = new EntityRecogniser(Sample.GAZETTEER, null);
  private static final EntityRecogniser WITH =
      new EntityRecogniser(Sample.GAZETTEER, Sample.model());

  @Test
  void findsANameThatItNeverSawByWhatStandsAround() {
    String text = "عاد " + Sample.UNSEEN + " إلى البيت";
    assertThat(WITHOUT.recognise(text)).isEmpty();
    assertThat(WITH.recognise(text))
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(text.substring(mention.start(), mention.end())).isEqualTo(Sample.UNSEEN);
              assertThat(mention.entity().type()).isEqualTo(EntityType.PERSON);
              assertThat(mention.entity().id()).isEqualTo(Sample.UNSEEN);
              assertThat(mention.tells()).as("one word tells nobody from others").isFalse();
              assertThat(mention.evidence()).isInstanceOf(Evidence.Tagged.class);
              assertThat(((Evidence.Tagged) mention.evidence()).probability())
                  .isBetween(Sample.model().threshold(), 1.0);
            });
  }

  @Test
  void aParticleIsNoPartOfTheName() {
    String text = "عاد الطبيب، وعاد و" + Sample.UNSEEN + " إلى البيت";
    assertThat(WITH.recognise(text))
        .filteredOn(mention -> mention.evidence() instanceof Evidence.Tagged)
        .allSatisfy(
            mention ->
                assertThat(text.substring(mention.start(), mention.end()))
                    .isEqualTo(Sample.UNSEEN));
  }

  @Test
  void leavesCommonWordsAlone() {
    assertThat(WITH.recognise("عاد الطبيب إلى البيت. يسكن الناس قرب البحر")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "زار باريس، والتقيا بوتين.",
        "بعد لقاء بوتين في موسكو",
        "عاد بوتين إلى البيت",
        "يسكن خالد الزعفراني قرب البحر. وعاد الزعفراني إلى البيت",
        "عاد زرقوش بوتين إلى البيت",
        "عاد محمد زرقوش إلى البيت، وقال زرقوش إنه عاد",
        "الاتحاد الأوغندي لكرة القدم عاد إلى موسكو"
      })
  void takesNothingAwayThatTablesAndGrammarFind(String text) {
    for (double threshold : new double[] {0, 0.5, 1}) {
      EntityRecogniser recogniser =
          new EntityRecogniser(Sample.GAZETTEER, Sample.model().withThreshold(threshold));
      List<Mention> found = recogniser.recognise(text);
      assertThat(found).containsAll(WITHOUT.recognise(text));
      for (int i = 1; i < found.size(); i++) {
        assertThat(found.get(i).start()).isGreaterThanOrEqualTo(found.get(i - 1).end());
      }
    }
  }

  @Test
  void nothingIsAsProbableAsAThresholdOfOneDemands() {
    EntityRecogniser strict =
        new EntityRecogniser(Sample.GAZETTEER, Sample.model().withThreshold(1));
    assertThat(strict.recognise("عاد " + Sample.UNSEEN + " إلى البيت")).isEmpty();
  }

  @Test
  void theSameTextsGiveTheSameModel() {
    List<LabelledText> texts = ConllReader.read(Path.of("sample"), Sample.conll().lines().toList());
    TaggerTraining training = new TaggerTraining(60, 0.5);
    TaggerModel again = training.train(Sample.GAZETTEER, texts, List.of(), "sample");
    assertThat(again.toBytes()).isEqualTo(Sample.model().toBytes());
  }

  @Test
  void learnsFromTextThatTablesAndGrammarLabel() {
    List<String> texts =
        java.util.stream.Stream.of("موسكو", "القاهرة", "باريس", "طهران", "بغداد", "واشنطن")
            .map(
                city ->
                    "سافر الوفد من المطار إلى %s ثم رجع الوفد من الشارع إلى المطار "
                        .formatted(city)
                        .repeat(12))
            .toList();
    TaggerModel model =
        new TaggerTraining(60, 0.5).train(Sample.GAZETTEER, List.of(), texts, "unlabelled");
    String text = "سافر الوفد من المطار إلى " + Sample.UNSEEN + " ثم رجع";
    assertThat(new EntityRecogniser(Sample.GAZETTEER, model).recognise(text))
        .singleElement()
        .satisfies(mention -> assertThat(mention.entity().type()).isEqualTo(EntityType.PLACE));
  }

  @Test
  void scoresCountNamesThatAreJustTheMarkedOnes() {
    List<LabelledText> texts =
        ConllReader.read(
            Path.of("sample"),
            """
            وصل O
            فلاديمير B-PERS
            بوتين I-PERS
            إلى O
            موسكو B-ORG
            . O
            زيد B-PERS
            """
                .lines()
                .toList());
    MentionScores scores = MentionScores.of(texts, WITHOUT);
    assertThat(scores.types().get(EntityType.PERSON)).isEqualTo(new MentionScores.Score(2, 1, 1));
    assertThat(scores.types().get(EntityType.PLACE)).isEqualTo(new MentionScores.Score(0, 1, 0));
    assertThat(scores.all()).isEqualTo(new MentionScores.Score(3, 2, 1));
    assertThat(scores.all().precision()).isEqualTo(0.5);
    assertThat(scores.all().f1()).isEqualTo(0.4);
  }
}
