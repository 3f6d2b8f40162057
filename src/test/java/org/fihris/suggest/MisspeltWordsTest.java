package org.fihris.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.fihris.NewsIndex;
import org.fihris.apitests.Testdata;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;
import org.fihris.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small form of {@link SpellingReport}, over the articles of {@code testdata/}. */
class MisspeltWordsTest {
  private static final int WORDS = 60;

  @TempDir private Path folder;

  @Test
  void mostMisspeltWordsAreUnderstoodAndFewRightOnesDoubted() throws IOException {
    NewsIndex index = Testdata.index(folder.resolve("news.idx"));
    Random random = new Random(20);
    int asked = 0;
    int right = 0;
    int needless = 0;
    try (NewsSearcher searcher = index.searcher();
        ArchiveDraw draw = new ArchiveDraw(index.path(), random)) {
      TypingErrorMaker maker = new TypingErrorMaker(random);
      for (String word : draw.words(WORDS)) {
        needless += searcher.help(SearchRequest.of(word)).readings().isEmpty() ? 0 : 1;
        Help help = searcher.help(SearchRequest.of(maker.mistake(word).text()));
        if (help.articles() == 0 && searcher.search(SearchRequest.of(word)).total() > 0) {
          asked++;
          right += !help.readings().isEmpty() && isIt(help.readings().getFirst(), word) ? 1 : 0;
        }
      }
    }
    assertThat(asked).isGreaterThan(WORDS / 2);
    assertThat((double) right / asked).isGreaterThan(0.8);
    assertThat(needless).isLessThanOrEqualTo(1);
  }

  private static boolean isIt(Offer offer, String word) {
    return Folding.fold(offer.request().text()).equals(Folding.fold(word));
  }
}
