package org.fihris.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which articles are reprints of one story, and which only look like it. */
class StoriesTest {
  private static final String WEATHER =
      "تتوقع هيئة الأرصاد الجوية أن يسود طقس معتدل على السواحل الشمالية حار على القاهرة والوجه"
          + " البحري شديد الحرارة على جنوب الصعيد نهارا لطيف ليلا وأن تنشط الرياح على مناطق من"
          + " سيناء وفيما يلي درجات الحرارة العظمى والصغرى القاهرة %d و%d الإسكندرية %d و%d"
          + " أسوان %d و%d الغردقة %d و%d";

  private final Stories stories = new Stories();

  private static List<String> words(long seed, int count) {
    Random random = new Random(seed);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      for (int k = 0; k < 3 + random.nextInt(4); k++) {
        word.append((char) ('\u0628' + random.nextInt(16)));
      }
      words.add(word.toString());
    }
    return words;
  }

  private static Article article(List<String> words, String source, int day) {
    return article(String.join(" ", words), source, day);
  }

  private static Article article(String text, String source, int day) {
    return Article.of("id", "قمة في الرياض " + source, text)
        .withSource(source)
        .withDate(
            new PublicationDate.Known(
                LocalDate.of(2025, 2, day), null, PublicationDate.Method.METADATA));
  }

  private long settle(Article article) {
    return stories.settle(StorySketch.of(article)).key();
  }

  @Test
  void aReprintWithEditsALeadAndACutIsTheSameStory() {
    List<String> original = words(1, 200);
    long story = settle(article(original, "الأفق", 13));

    List<String> edited = new ArrayList<>(original);
    for (int i = 5; i < edited.size(); i += 12) {
      edited.set(i, "كلمة" + i);
    }
    List<String> withLead = new ArrayList<>(words(2, 30));
    withLead.addAll(original);

    assertThat(settle(article(edited, "المرصد", 14))).isEqualTo(story);
    assertThat(settle(article(withLead, "المرصد", 13))).isEqualTo(story);
    assertThat(settle(article(original.subList(0, 140), "المرصد", 13))).isEqualTo(story);
    assertThat(settle(article(words(3, 200), "المرصد", 13))).isNotEqualTo(story);
  }

  @Test
  void spellingMarksAndPunctuationDoNotMakeAnotherStory() {
    String text = "أكّد الوزير، اليوم، أن القمة «ستعقد» في موعدها المقرر بمدينة الرياض غدا.";

    assertThat(settle(article(text, "الأفق", 13)))
        .isEqualTo(
            settle(
                article(
                    "اكد الوزير اليوم ان القمه ستعقد في موعدها المقرر بمدينه الرياض غدا",
                    "الأفق",
                    20)));
  }

  @Test
  void theSameWordsWithOtherNumbersAreAnotherStory() {
    long story = settle(article(WEATHER.formatted(25, 14, 22, 13, 31, 17, 28, 18), "الأفق", 13));

    assertThat(settle(article(WEATHER.formatted(19, 9, 16, 11, 27, 12, 23, 15), "المرصد", 14)))
        .isNotEqualTo(story);
  }

  @ParameterizedTest
  @CsvSource({"13, true", "15, true", "16, false", "28, false"})
  void muchTheSameWordsDaysLaterAreAnotherStory(int day, boolean same) {
    List<String> words = words(5, 120);
    long story = settle(article(words, "الأفق", 13));

    words.set(60, "تعديل");

    assertThat(settle(article(words, "المرصد", day)) == story).isEqualTo(same);
  }

  @Test
  void anOutletThatRepeatsTheBackgroundTellsAnotherStory() {
    List<String> background = words(6, 100);
    List<String> first = new ArrayList<>(words(7, 30));
    List<String> second = new ArrayList<>(words(8, 30));
    first.addAll(background);
    second.addAll(background);

    long story = settle(article(first, "الأفق", 13));

    assertThat(settle(article(second, "الأفق", 13))).isNotEqualTo(story);
  }

  @Test
  void aChainOfSmallChangesDoesNotMakeOneStory() {
    List<String> words = words(9, 150);
    long story = settle(article(words, "0", 13));
    List<Long> told = new ArrayList<>();
    for (int step = 0; step < 14; step++) {
      for (int i = step * 10; i < step * 10 + 10; i++) {
        words.set(i, "خطوة" + step + "كلمة" + i);
      }
      told.add(settle(article(words, "" + (step + 1), 13)));
    }

    assertThat(told.getFirst()).isEqualTo(story);
    assertThat(told.getLast()).isNotEqualTo(story);
  }

  @Test
  void shortTextsAreOneStoryOnlyWordForWord() {
    Article caption = Article.of("1", "كاريكاتير", "رسم اليوم");
    Article again = Article.of("2", "كاريكاتير", "رسم اليوم");

    assertThat(settle(caption)).isNotEqualTo(settle(again)).isEqualTo(settle(caption));
  }

  @Test
  void theStoryTakenDoesNotDependOnTheOrderInWhichStoriesCame() {
    List<Story> firsts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      firsts.add(stories.settle(StorySketch.of(article(words(100 + i, 80), "الأفق", 13))));
    }
    Stories reversed = new Stories();
    firsts.reversed().forEach(reversed::add);
    for (int i = 0; i < 300; i++) {
      List<String> words = words(100 + i, 80);
      words.subList(20, 26).clear();
      StorySketch reprint = StorySketch.of(article(words, "المرصد", 13));

      assertThat(reversed.find(reprint)).isEqualTo(stories.find(reprint)).isEqualTo(firsts.get(i));
    }
  }

  @Test
  void aSketchSurvivesTheIndex() {
    StorySketch sketch =
        StorySketch.of(article(WEATHER.formatted(25, 14, 22, 13, 31, 17, 28, 18), "الأفق", 13));
    BytesRef bytes = sketch.toBytes();

    StorySketch read = StorySketch.of(sketch.content(), bytes);

    assertThat(read.toBytes()).isEqualTo(bytes);
    assertThat(read.resemblance(sketch)).isEqualTo(1);
    assertThat(read.numbersInCommon(sketch)).isEqualTo(1);
  }
}
