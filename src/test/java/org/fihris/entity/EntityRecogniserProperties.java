package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
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

  @Property(tries = 300)
  void neverThrowsOnAnyText(@ForAll String text) {
    assertThat(RECOGNISER.recognise(text)).isNotNull();
  }
}
