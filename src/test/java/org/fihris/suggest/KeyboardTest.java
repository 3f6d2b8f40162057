package org.fihris.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyboardTest {
  @Test
  void theKeysOfOneLayoutAreLettersOfTheOther() {
    assertThat(Keyboard.toArabic("hgsghl")).isEqualTo("السلام");
    assertThat(Keyboard.toArabic("Hlvd;h 2018")).isEqualTo("أمريكا 2018");
    assertThat(Keyboard.toLatin("فقعةح")).containsExactly("trump");
  }

  @Test
  void lamAlefIsOneKeyOrTwo() {
    assertThat(Keyboard.toArabic("bfdh")).isEqualTo("لابيا");
    assertThat(Keyboard.toLatin("لاعسا")).isEqualTo(List.of("bush", "ghush"));
  }

  @Test
  void keysTouchAcrossRowsToo() {
    assertThat(Keyboard.touch('ب', 'ل')).isTrue();
    assertThat(Keyboard.touch('ل', 'غ')).isTrue();
    assertThat(Keyboard.touch('غ', 'ل')).isTrue();
    assertThat(Keyboard.touch('ش', 'ك')).isFalse();
    assertThat(Keyboard.touch('a', 'b')).isFalse();
  }
}
