package org.fihris.apitests;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hit;
import org.fihris.search.NewsSearcher;

/** The articles of testdata, many of them printed again by other outlets and at known moments. */
final class Reprinted {
  private static final List<String> OUTLETS = List.of("صحيفة الأفق", "المرصد", "وكالة النبأ");

  private Reprinted() {}

  /** An index of them, the same for the same seed. */
  static NewsIndex index(Path folder, long seed) {
    NewsIndex index = Testdata.index(folder);
    List<Article> originals;
    try (NewsSearcher searcher = index.searcher()) {
      SearchRequest all = SearchRequest.of("").withLimit(1000).withSnippets(SnippetOptions.NONE);
      originals =
          searcher.search(all).hits().stream()
              .map(Hit::article)
              .sorted(Comparator.comparing(Article::id))
              .toList();
    }
    Random random = new Random(seed);
    try (NewsWriter writer = index.writer()) {
      for (Article original : originals) {
        for (int print = 0; print < random.nextInt(4); print++) {
          writer.add(print(original, print, random));
        }
      }
      writer.commit();
    }
    return index;
  }

  private static Article print(Article original, int number, Random random) {
    String text = original.text();
    int end = text.lastIndexOf(' ');
    String cut = random.nextBoolean() || end < 0 ? text : text.substring(0, end);
    return new Article(
        original.id() + "/" + number,
        original.url(),
        random.nextInt(3) == 0 ? "خبر " + original.title() : original.title(),
        original.summary(),
        cut,
        date(original.date(), random),
        random.nextInt(5) == 0 ? null : OUTLETS.get(random.nextInt(OUTLETS.size())),
        original.author(),
        random.nextInt(3) == 0 ? "منوعات" : original.category(),
        original.parentId(),
        original.details(),
        original.entities());
  }

  /** A day later at most; of three one has a moment, which is another day in most zones. */
  private static PublicationDate date(PublicationDate date, Random random) {
    return switch (date) {
      case PublicationDate.Known known -> {
        LocalDate day = known.day().plusDays(random.nextInt(2));
        OffsetDateTime time =
            random.nextInt(3) > 0
                ? null
                : OffsetDateTime.of(
                    day,
                    LocalTime.of(random.nextInt(24), random.nextInt(60)),
                    ZoneOffset.ofHours(random.nextInt(-12, 15)));
        yield new PublicationDate.Known(day, time, PublicationDate.Method.METADATA);
      }
      case PublicationDate.Unknown unknown -> unknown;
    };
  }
}
