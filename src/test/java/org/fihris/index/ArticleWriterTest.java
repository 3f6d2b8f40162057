package org.fihris.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityLabels;
import org.fihris.index.ArticleStore.Outcome;
import org.fihris.index.ArticleWriter.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArticleWriterTest {
  private static final IndexConfig CONFIG = IndexConfig.packaged();

  @TempDir private Path folder;

  @Test
  void tellsNewChangedAndUnchangedArticles() {
    Article article = Article.of("1", "قمة", "نص");
    try (ArticleWriter writer = open(Mode.UPDATE)) {
      assertThat(writer.put(article)).isEqualTo(Outcome.ADDED);
      writer.commit();
    }
    try (ArticleWriter writer = open(Mode.UPDATE)) {
      assertThat(writer.put(article)).isEqualTo(Outcome.UNCHANGED);
      assertThat(writer.put(Article.of("1", "قمة", "نص آخر"))).isEqualTo(Outcome.UPDATED);
      assertThat(writer.put(article)).as("back to what was committed").isEqualTo(Outcome.UPDATED);
      assertThat(writer.delete(List.of("1", "2"))).isEqualTo(1);
    }
  }

  @Test
  void aRunWithoutChangesLeavesEveryFileAsItIs() throws IOException {
    try (ArticleWriter writer = open(Mode.UPDATE)) {
      writer.put(Article.of("1", "قمة", "نص"));
      writer.commit();
    }
    List<String> before = files();
    try (ArticleWriter writer = open(Mode.UPDATE)) {
      writer.put(Article.of("1", "قمة", "نص"));
      writer.commit();
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void threadsThatPutTheSameIdsLeaveOneArticleOfEach() throws InterruptedException {
    int ids = 400;
    try (ArticleWriter writer = open(Mode.UPDATE)) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String text = "نص " + i;
        threads.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      for (int id = 0; id < ids; id++) {
                        writer.put(Article.of("id" + id, "قمة", text));
                      }
                    }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      writer.commit();
    }
    assertThat(IndexVerification.of(folder, EntityLabels.of(CONFIG)).articles()).isEqualTo(ids);
  }

  @Test
  void anArticleDeletedBeforeItWasCommittedCanBePutAgain() {
    Article article = Article.of("1", "قمة", "نص");
    try (ArticleWriter writer = open(Mode.UPDATE)) {
      writer.put(article);
      writer.delete(List.of("1"));
      writer.put(article);
      writer.put(Article.of("1", "قمة", "نص آخر"));
      writer.commit();
    }
    assertThat(IndexVerification.of(folder, EntityLabels.of(CONFIG)).articles()).isEqualTo(1);
  }

  @Test
  void whatWasNotCommittedIsDropped() {
    try (ArticleWriter writer = open(Mode.UPDATE)) {
      writer.put(Article.of("1", "قمة", "نص"));
      writer.commit();
      writer.put(Article.of("2", "قمة", "نص"));
    }
    assertThat(IndexVerification.of(folder, EntityLabels.of(IndexConfig.packaged())).articles())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void somebodyElsesLuceneIndexIsNotTouched(Mode mode) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter foreign = new IndexWriter(directory, new IndexWriterConfig())) {
      foreign.addDocument(new Document());
      foreign.commit();
    }
    List<String> before = files();
    assertThatThrownBy(() -> open(mode))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("not one of Fihris");
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aFileThatLooksLikeLucenesIsNotDeleted(Mode mode) throws IOException {
    Files.writeString(folder.resolve("_config.yml"), "theme: plain");
    assertThatThrownBy(() -> open(mode)).isInstanceOf(IndexException.class);
    assertThat(folder.resolve("_config.yml")).exists();
  }

  @Test
  void whatAKilledFirstRunLeftIsNoHindrance() throws IOException {
    for (String left : List.of("write.lock", "_0.fdt", "_0_Lucene103_0.doc", "_1.cfs")) {
      Files.createFile(folder.resolve(left));
    }
    try (ArticleWriter writer = open(Mode.UPDATE)) {
      writer.put(Article.of("1", "قمة", "نص"));
      writer.commit();
    }
    assertThat(IndexVerification.of(folder, EntityLabels.of(IndexConfig.packaged())).sound())
        .isTrue();
  }

  @Test
  void aRebuildTakesAnIndexOfAnotherFormat() throws IOException {
    try (ArticleWriter writer = open(Mode.UPDATE)) {
      writer.put(Article.of("1", "قمة", "نص"));
      writer.commit();
    }
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter other = new IndexWriter(directory, new IndexWriterConfig())) {
      other.setLiveCommitData(new Stamp("0", "0", "0").commitData().entrySet());
      other.commit();
    }
    assertThatThrownBy(() -> open(Mode.UPDATE)).hasMessageContaining("format 0");
    try (ArticleWriter writer = open(Mode.REBUILD)) {
      writer.put(Article.of("2", "قمة", "نص"));
      writer.commit();
    }
    assertThat(IndexVerification.of(folder, EntityLabels.of(IndexConfig.packaged())))
        .isEqualTo(new IndexVerification(1, List.of()));
  }

  private ArticleWriter open(Mode mode) {
    return ArticleWriter.open(folder, CONFIG, mode, 16);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
