package org.fihris.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.lucene.tests.util.automaton.AutomatonTestUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.fihris.analysis.WordForms;
import org.fihris.analysis.WordPatterns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AutomatonCodecTest {

  /** Those that this engine looks words up with, and some of Lucene. */
  static Stream<Automaton> automata() {
    return Stream.of(
        WordForms.writings(List.of("رئيس", "رييس")),
        WordForms.joinedWritings(List.of("ترمب", "ترامب", "طرمب")),
        WordForms.around("كتاب"),
        WordForms.kin("كتب"),
        WordPatterns.writings(WordPatterns.wildcard("*زلز?ل*")),
        WordPatterns.writings(WordPatterns.wildcard("زلز*")),
        WordPatterns.writings(WordPatterns.fuzzy("المستشفيات", 2)),
        WordPatterns.writings(WordPatterns.itself("مجلس")),
        Automata.makeEmpty(),
        new Automaton(),
        Automata.makeEmptyString(),
        Automata.makeAnyString(),
        Automata.makeAnyChar(),
        Automata.makeString("\uD83D\uDE00 😀"),
        Automata.makeStringUnion(List.of(new BytesRef("ا"), new BytesRef("اب"), new BytesRef("ب"))),
        new RegExp("(ab|cd)*[^x]{2,5}").toAutomaton());
  }

  @ParameterizedTest
  @MethodSource("automata")
  void anAutomatonComesBack(Automaton automaton) {
    String text = AutomatonCodec.text(automaton);
    Automaton back = AutomatonCodec.automaton(text);
    Automaton deterministic = Operations.determinize(automaton, 100_000);
    assertThat(
            AutomatonTestUtil.sameLanguage(
                Operations.removeDeadStates(deterministic), Operations.removeDeadStates(back)))
        .isTrue();
    assertThat(back.getNumStates()).isEqualTo(deterministic.getNumStates());
    assertThat(text).hasSizeLessThan(40_000);
  }

  @Test
  void largeOnesAreRefused() {
    Automaton large = Automata.makeString("ا".repeat(AutomatonCodec.STATES));
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> AutomatonCodec.text(large))
        .withMessageContaining("20000 states");
    // Says that it has so many states, and has none.
    byte[] claim = {1, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};
    refused(Base64.getEncoder().encodeToString(claim));
  }

  @Test
  void whatIsNoAutomatonIsRefused() {
    refused("");
    refused("!");
    refused("é");
    refused("Ag==");
    // A transition to a state that is not there.
    refused(Base64.getEncoder().encodeToString(new byte[] {1, 1, 2, 1, 97, 0}));
    // Something behind the end.
    refused(Base64.getEncoder().encodeToString(new byte[] {1, 1, 1, 0}));
    // Behind the last code point.
    refused(
        Base64.getEncoder()
            .encodeToString(new byte[] {1, 1, 3, 0, 0, (byte) 0xFF, (byte) 0xFF, 0x7F}));
  }

  private static void refused(String text) {
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> AutomatonCodec.automaton(text))
        .withMessageMatching("The automaton (cannot be read|is of another format)\\.|.*states.*");
  }

  @Property(tries = 2_000)
  void changedBytesAreReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    List<Automaton> all = automata().toList();
    byte[] bytes =
        Base64.getDecoder().decode(AutomatonCodec.text(all.get(random.nextInt(all.size()))));
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    Automaton read;
    try {
      read = AutomatonCodec.automaton(Base64.getEncoder().encodeToString(bytes));
    } catch (WireException e) {
      return;
    }
    assertThat(read.isDeterministic()).isTrue();
    assertThat(AutomatonCodec.automaton(AutomatonCodec.text(read)).getNumTransitions())
        .isEqualTo(read.getNumTransitions());
  }
}
