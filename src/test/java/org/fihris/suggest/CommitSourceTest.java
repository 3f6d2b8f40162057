package org.fihris.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.date.PublicationDate;
import org.fihris.entity.EntityEdits;
import org.fihris.index.Fingerprint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitSourceTest {
  @TempDir private Path folder;

  private List<String> read(int most) throws IOException {
    List<String> ids = new ArrayList<>();
    try (Directory directory = FSDirectory.open(folder.resolve("news.idx"));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      new CommitSource(reader, EntityEdits.NONE, IndexConfig.packaged())
          .forEachArticle(most, article -> ids.add(String.valueOf(article.id())));
    }
    return ids;
  }

  @Test
  void theNewestArticlesComeFirstAndThoseOfOneTimeInTheOrderOfTheirTies() throws IOException {
    try (NewsWriter writer = NewsIndex.open(folder.resolve("news.idx")).writer()) {
      add(writer, "undated", null);
      add(writer, "first", LocalDate.parse("2024-01-05"));
      add(writer, "last", LocalDate.parse("2025-02-01"));
      add(writer, "gone", LocalDate.parse("2025-03-01"));
      writer.commit();
      add(writer, "a", LocalDate.parse("2024-06-01"));
      add(writer, "b", LocalDate.parse("2024-06-01"));
      writer.delete(List.of("gone"));
      writer.commit();
    }
    boolean inOrder = Fingerprint.of("a") < Fingerprint.of("b");
    String one = inOrder ? "a" : "b";
    String other = inOrder ? "b" : "a";
    assertThat(read(10)).containsExactly("last", one, other, "first", "undated");
    assertThat(read(2)).containsExactly("last", one);
    assertThat(read(1)).containsExactly("last");
  }

  private static void add(NewsWriter writer, String id, @Nullable LocalDate day) {
    Article article = Article.of(id, "عنوان " + id, "نص الخبر");
    writer.add(
        day == null
            ? article
            : article.withDate(
                new PublicationDate.Known(
                    day,
                    null,
                    PublicationDate.Method.METADATA,
                    PublicationDate.Precision.DAY,
                    PublicationDate.Confidence.STATED,
                    List.of())));
  }
}
