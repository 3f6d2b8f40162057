package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.fihris.config.IndexConfig;

class EntityRecogniserProperties {
  private static final Gazetteer GAZETTEER = Gazetteer.of(IndexConfig.packaged());
  private static final EntityRecogniser RECOGNISER = new EntityRecogniser(GAZETTEER);

  @Provide
  Arbitrary<String> newsLike() {
    List<String> names =
        GAZETTEER.entities().stream().flatMap(e -> GAZETTEER.names(e).stream()).toList();
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(names)),
            Tuple.of(2, Arbitraries.of("و", "لل", "ب", "ال", "ك", "فل")),
            Tuple.of(4, Arbitraries.of(" ", "\n", ".", "-", "ـ", "\u064B")),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(4)))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 500)
  void spansAreInsideSortedAndApart(@ForAll("newsLike") String text) {
    int free = 0;
    for (Mention mention : RECOGNISER.recognise(text)) {
      assertThat(mention.start()).isGreaterThanOrEqualTo(free);
      assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(text.length());
      free = mention.end();
    }
  }

  @Provide
  Arbitrary<String> grammarLike() {
    return Arbitraries.of(
            "محمد",
            "أبو",
            "ابن",
            "بن",
            "عبد",
            "الله",
            "علي",
            "على",
            "كريسبوس",
            "الزعفراني",
            "السادس",
            "الرئيس",
            "وزير",
            "الدفاع",
            "الأوغندي",
            "قال",
            "الاتحاد",
            "مجلس",
            "لكرة",
            "القدم",
            "للقضاء",
            "والمحكمة",
            "مدينة",
            "جبل",
            "صحيفة",
            "وخالد",
            "ب",
            ".",
            "،",
            "\n",
            "ترامب")
        .list()
        .ofMaxSize(60)
        .map(words -> String.join(" ", words));
  }

  @Property(tries = 500)
  void spansOfTheGrammarAreInsideSortedAndApart(@ForAll("grammarLike") String text) {
    spansAreInsideSortedAndApart(text);
  }

  @Property(tries = 5)
  void aChainOfJoiningWordsIsNoTrouble(@ForAll @IntRange(min = 20_000, max = 30_000) int length) {
    for (String word : List.of("أبو ", "بن ", "بن أبو ", "عبد ", "محمد ", "الرئيس الأوغندي ")) {
      assertThat(RECOGNISER.recognise(word.repeat(length))).isNotNull();
    }
  }

  @Property(tries = 300)
  void neverThrowsOnAnyText(@ForAll String text) {
    assertThat(RECOGNISER.recognise(text)).isNotNull();
  }
}
