package org.fihris.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

  @TempDir Path folder;

  private PageExtractor extractor(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
    return PageExtractor.of(IndexConfig.folder(folder));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          رويترز\\tReuters\\tpaper   ; the third cell can only be 'agency', not 'paper'
          رويترز\\tReuters||AFP     ; an empty name between two |
          ...\\tReuters             ; expected: label, tab, names with | between
          رويترز\\ta\\tagency\\tb     ; expected: label, tab, names with | between
          """)
  void aFaultySourceNamesFileAndLine(String line, String problem) {
    assertThatThrownBy(() -> extractor("sources.tsv", "# head\n" + line.replace("\\t", "\t")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("sources.tsv:2: " + problem);
  }

  @Test
  void aNameOfTwoOutletsNamesBothLines() {
    assertThatThrownBy(() -> extractor("sources.tsv", "رويترز\tReuters\nأخرى\tنعم|REUTERS\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("sources.tsv:2:")
        .hasMessageContaining("'REUTERS' already belongs to 'رويترز' in line 1");
  }

  @Test
  void aFaultyPhraseNamesFileAndLine() {
    assertThatThrownBy(() -> extractor("boilerplate.txt", "lines\tشارك\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("boilerplate.txt:1: no rule 'lines'; known are line, ");
    assertThatThrownBy(() -> extractor("boilerplate.txt", "line شارك\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("boilerplate.txt:1:");
    assertThatThrownBy(() -> extractor("boilerplate.txt", "line\t--\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("expected: rule, tab, phrase");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ا.ف.ب                             | فرانس برس
          وكالة الأنباء السعودية            | واس
          صحيفة عُكاظ                       | عكاظ
          www.aljazeera.net                 | الجزيرة
          France 24                         | فرانس 24
          الوطن                             | -
          مجلة الساحل                       | -
          """)
  void outletsByName(String name, @org.jspecify.annotations.Nullable String label) {
    Outlets.Outlet outlet = Outlets.of(IndexConfig.packaged()).named(name);
    assertThat(outlet == null ? null : outlet.label()).isEqualTo(label);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          + الخط -                                     | LINE         | line
          Sorry, you need to enable JavaScript now     | CONTAINS     | contains
          المزيد من رياضة                              | IN_SECTION   | in-section
          المزيد من الطماطم                            | SHORT_PREFIX | short-prefix
          القسم: شؤون البحر                            | IN_SECTION   | in-section with a colon
          كلمات دلالية القطار                          | TAGS         | tags
          دلالات                                       | TAGS         | tags
          دلالات القرار كثيرة                          | -            | one word opens a sentence
          المزيد من الدعم مطلوب.                       | -            | a sentence
          رئيسُ التحرير:                               | MASTHEAD     | masthead
          أخبار ذات صلة :                              | RELATED      | related
          إقرأ ايضاً                                    | READ_ALSO    | read-also
          طباعة شارك كلمة كلمة                         | TAIL         | tail
          المصدر: رويترز                               | SOURCE       | source
          كتب/ سالم                                    | AUTHOR       | author
          كتب الوزير رسالة                             | -            | no label
          لا توجد تعليقات                              | ENDS_ARTICLE | ends-article
          إظهار الملخص                                 | SUMMARY      | summary
          """)
  void rules(String line, Boilerplate.@org.jspecify.annotations.Nullable Rule rule, String why) {
    Boilerplate.Match match = Boilerplate.of(IndexConfig.packaged()).match(line);
    assertThat(match == null ? null : match.rule()).as(why).isEqualTo(rule);
  }
}
