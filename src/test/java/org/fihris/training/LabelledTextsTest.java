package org.fihris.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fihris.entity.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledTextsTest {
  @TempDir Path folder;

  private List<String> names(String content) throws IOException {
    return LabelledTexts.read(file(content)).stream()
        .flatMap(text -> text.names().stream().map(name -> name.type() + "=" + text.text(name)))
        .toList();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("labelled"), content);
  }

  @Test
  void readsWordsAndLabels() throws IOException {
    assertThat(
            names(
                """
                وصل O
                فلاديمير B-PERS
                بوتين I-PERS
                باريس B-LOC

                فرنسا\tB-ORG
                كأس B-MISC
                العالم I-MISC
                زيد I-PER
                """))
        .containsExactly(
            "PERSON=فلاديمير بوتين", "PLACE=باريس", "ORGANISATION=فرنسا", "PERSON=زيد");
  }

  @Test
  void ofNestedLabelsTheOuterCountsOfOtherColumnsTheLast() throws IOException {
    assertThat(names("مجلس B-ORG\nالأمن I-ORG\nضد I-ORG\nالأسد I-ORG B-PERS\n"))
        .containsExactly("ORGANISATION=مجلس الأمن ضد الأسد");
    assertThat(names("موسكو NNP I-NP B-LOC\n")).containsExactly("PLACE=موسكو");
  }

  @Test
  void articlesAreMarkedOrSentencesStandForThem() throws IOException {
    assertThat(LabelledTexts.read(file("-DOCSTART- O\n\nا O\n\n-DOCSTART- O\n\nب O\n"))).hasSize(2);
    assertThat(LabelledTexts.read(file("كلمة O\n\n".repeat(31)))).hasSize(3);
  }

  @Test
  void readsWhatTheCommandEntitiesPrints() throws IOException {
    Path file =
        file(
            """
            {"text": "وقال لترمب", "entities": [{"text": "ترمب", "start": 6, "end": 10, "type": "person", "id": "donald-trump"}]}

            {"text": "لا اسم هنا", "entities": []}
            """);
    List<LabelledText> texts = LabelledTexts.read(file);
    assertThat(texts).hasSize(2);
    assertThat(texts.getFirst().names())
        .containsExactly(new LabelledText.Name(1, 1, EntityType.PERSON));
    assertThat(texts.getFirst().text(texts.getFirst().names().getFirst())).isEqualTo("لترمب");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          كلمة O|وحدها ; :2: expected a word and its label, as 'موسكو B-LOC' or 'إلى O', found 'وحدها'
          كلمة O||كلمة X-PERS ; :3: expected a word and its label
          {"text": "نص"} ; :1: expected an object with "text" and "entities"
          {"text": "نص", "entities": []}|{ ; :2: no JSON
          {"text": "نص", "entities": [{"start": 0, "end": 9, "type": "person"}]} ; :1: no span of the text: start 0, end 9
          {"text": "نص", "entities": [{"start": 0, "end": 2, "type": "thing"}]} ; :1: expected the type person, place or organisation, found 'thing'
          {"text": "نص . ", "entities": [{"start": 3, "end": 4, "type": "person"}]} ; :1: no word from 3 to 4
          {"text": "نص", "entities": [{"start": 0, "end": 1, "type": "person"}, {"start": 1, "end": 2, "type": "place"}]} ; :1: two entities share a word
          """)
  void faultsNameFileAndLine(String content, String message) throws IOException {
    Path file = file(content.replace('|', '\n'));
    assertThatThrownBy(() -> LabelledTexts.read(file))
        .isInstanceOf(LabelledTextException.class)
        .hasMessageStartingWith(file + message);
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> LabelledTexts.read(none)).hasMessage(none + ": no such file");
    Path latin = Files.write(folder.resolve("latin"), new byte[] {(byte) 0xE9, ' ', 'O'});
    assertThatThrownBy(() -> LabelledTexts.read(latin)).hasMessageContaining("not UTF-8");
    Path empty = file("\n\n");
    assertThatThrownBy(() -> LabelledTexts.read(empty)).hasMessageContaining("holds no text");
  }
}
