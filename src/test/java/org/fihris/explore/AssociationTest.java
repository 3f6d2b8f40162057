package org.fihris.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Expected values are worked out by hand from the formulas of {@code docs/entities-in-search.md}.
 */
class AssociationTest {

  @Test
  void independentThingsHaveALiftOfOneAndNoLikelihood() {
    Association chance = new Association(10, 100, 100, 1000);

    assertThat(chance.lift()).isEqualTo(1);
    assertThat(chance.logLikelihood()).isCloseTo(0, within(1e-9));
    assertThat(chance.leastLift()).isLessThan(1);
  }

  @Test
  void thingsThatNeverMeetHaveNoLift() {
    Association never = new Association(0, 100, 100, 1000);

    assertThat(never.lift()).isZero();
    assertThat(never.leastLift()).isZero();
    // 2 (100 ln(100*1000/(100*900)) * 2 + 800 ln(800*1000/(900*900)))
    assertThat(never.logLikelihood()).isCloseTo(22.2682, within(1e-3));
  }

  @Test
  void aPairThatIsAlwaysTogetherHasTheLiftOfTheRarerShare() {
    Association always = new Association(10, 10, 10, 1000);

    assertThat(always.lift()).isEqualTo(100);
    // 2 (10 ln 100 + 990 ln(1000/990))
    assertThat(always.logLikelihood()).isCloseTo(112.003, within(1e-2));
    // Wilson: 10 of 10 is at least 10 / (10 + 1.96^2)
    assertThat(always.leastLift()).isCloseTo(72.247, within(1e-2));
  }

  @Test
  void ofEqualLiftsThatOfMoreArticlesIsSurer() {
    assertThat(new Association(3, 50, 3, 1000).lift())
        .isEqualTo(new Association(30, 50, 30, 1000).lift());
    assertThat(new Association(3, 50, 3, 1000).leastLift())
        .isLessThan(new Association(30, 50, 30, 1000).leastLift());
  }
}
