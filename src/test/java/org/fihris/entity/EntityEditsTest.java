package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityEditsTest {
  private static final EntityLabels KNOWN = EntityLabels.of(IndexConfig.packaged());

  /** The edits of lines whose cells are parted by a bar, behind the header. */
  private static EntityEdits edits(String... lines) {
    return EntityEdits.parse(
        "edits.tsv", "version\t1\n" + String.join("\n", lines).replace('|', '\t') + "\n", KNOWN);
  }

  @Test
  void nothingIsCorrectedByNoEdits() {
    assertThat(edits().isEmpty()).isTrue();
    assertThat(EntityEdits.NONE.shown("donald-trump", "ترمب")).isEqualTo("donald-trump");
  }

  @Test
  void mergesLeadToTheLastOfTheChainWhateverTheOrderOfTheLines() {
    for (EntityEdits edits :
        List.of(edits("merge|a|b", "merge|b|c"), edits("merge|b|c", "merge|a|b"))) {
      assertThat(edits.shown("a")).isEqualTo("c");
      assertThat(edits.shown("b", "x")).isEqualTo("c");
      assertThat(edits.shown("c")).isEqualTo("c");
      assertThat(edits.mergedInto("c")).containsExactly("a", "b");
    }
  }

  @Test
  void aSplitTakesOneSpellingInAnyOfItsWritingsThenFollowsMerges() {
    EntityEdits edits = edits("split|a|مدينة أحمد|b", "merge|b|c");

    assertThat(edits.shown("a", "مدينه احمد")).isEqualTo("c");
    assertThat(edits.shown("a", "مدينة حمد")).isEqualTo("a");
    assertThat(edits.shown("a", "")).isEqualTo("a");
    assertThat(edits.splitOff("b")).isEqualTo("مدينة أحمد");
    assertThat(edits.named("مدينة احمد")).containsExactly("c");
  }

  @Test
  void aliasesAndLabelsAreNamesOfWhatIsShown() {
    EntityEdits edits = edits("alias|a|القصر الأبيض", "merge|a|b", "rename|b|الدار|The House");

    assertThat(edits.named("قصر ابيض")).containsExactly("b");
    assertThat(edits.named("the house")).containsExactly("b");
    assertThat(edits.names("b")).containsExactly("القصر الأبيض", "الدار", "The House");
    assertThat(edits.names("a")).isEmpty();
  }

  @Test
  void commentsAndEmptyLinesAreLeftOutAndCounted() {
    EntityEdits edits =
        EntityEdits.parse("edits.tsv", "# a\n\nversion\t1\r\n\n# b\nhide\ta\r\n", KNOWN);

    assertThat(edits.lines())
        .containsExactly(new EntityEdits.Line(6, new EntityEdit.Hide("a"), ""));
    assertThat(edits.isHidden("a")).isTrue();
  }

  @Test
  void aLineIsReadAsItWasWritten() {
    List<EntityEdit> all =
        List.of(
            new EntityEdit.Merge("a", "b"),
            new EntityEdit.Split("c", "اسم آخر", "d"),
            new EntityEdit.Rename("e", "اسم", "Name"),
            new EntityEdit.Hide("f"),
            new EntityEdit.Alias("g", "لقب"));
    String[] lines = all.stream().map(EntityEdit::line).toArray(String[]::new);

    assertThat(edits(lines).lines()).extracting(EntityEdits.Line::edit).isEqualTo(all);
  }

  /** Every fault is told with its file and line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "merge|a|b, merge|b|a; edits.tsv:3: the merges go round in a circle: b > a > b",
        "merge|a|b, merge|b|c, merge|c|a; edits.tsv:4: the merges go round in a circle: c > a > b > c",
        "merge|a|a; edits.tsv:2: the merges go round in a circle: a > a",
        "merge|a|b, merge|a|c; edits.tsv:3: a is merged in line 2 already",
        "alias|a|الريس, alias|b|الريّس; edits.tsv:3: the name 'الريّس' is claimed by a in line 2",
        "split|a|س|b, split|a|س|c; edits.tsv:3: this spelling is split off in line 2 already",
        "split|a|س|b, alias|c|س; edits.tsv:3: the name 'س' is claimed by b in line 2",
        "split|a|س|a; edits.tsv:2: a cannot be split off from itself",
        "hide|a, hide|a; edits.tsv:3: a is hidden in line 2 already",
        "hide|a, merge|a|b; edits.tsv:3: a is hidden in line 2; take one of the two out",
        "merge|a|b, hide|a; edits.tsv:3: a is merged into another in line 2",
        "rename|a|س|S, rename|a|ص|T; edits.tsv:3: a is renamed in line 2 already",
        "merge|donald-trump|egypt; edits.tsv:2: donald-trump is a person and egypt a place",
        "split|egypt|مصر|fatah; edits.tsv:2: egypt is a place and fatah an organisation",
        "merge|a; edits.tsv:2: expected 3 cells parted by tabs",
        "merge|a b|c; edits.tsv:2: an id holds no white space",
        "merge||c; edits.tsv:2: cell 2, an id, is empty",
        "rename|a|؟|X; edits.tsv:2: cell 3 holds no word",
        "delete|a; edits.tsv:2: 'delete' is no edit; known are merge, split, rename, hide, alias",
      })
  void faultsNameFileAndLine(String lines, String message) {
    assertThatThrownBy(() -> edits(lines.split(", ")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theVersionComesFirstAndIsOneThatCanBeRead() {
    assertThatThrownBy(() -> EntityEdits.parse("edits.tsv", "hide\ta\n", KNOWN))
        .hasMessageStartingWith("edits.tsv:1: expected the line version\t1 before all edits");
    assertThatThrownBy(() -> EntityEdits.parse("edits.tsv", "version\t2\n", KNOWN))
        .hasMessageContaining("edits.tsv:1: this version of Fihris reads version 1");
  }
}
