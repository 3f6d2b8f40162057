package org.fihris.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.query.SearchRequest;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer that commits again and again under readers: each reads one commit, whole. */
class ManyCommitsTest {
  private static final int ARTICLES = 40;

  @TempDir private Path folder;

  @Test
  void everyReaderReadsOneCommitFromItsOpeningToItsEnd() {
    NewsIndex index = NewsIndex.open(folder.resolve("news.idx"));
    int commits = Scale.of("commits", 15);
    AtomicInteger committed = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger read = new AtomicInteger();
    try (NewsWriter writer = index.writer()) {
      write(writer, 1);
      committed.set(1);
      try (NewsSearcher first = index.searcher()) {
        List<CompletableFuture<Void>> readers =
            List.of(
                CompletableFuture.runAsync(() -> keepReading(index, committed, over, read)),
                CompletableFuture.runAsync(() -> keepReading(index, committed, over, read)));
        try {
          for (int commit = 2; commit <= commits; commit++) {
            write(writer, commit);
            committed.set(commit);
          }
        } finally {
          over.set(true);
        }
        readers.forEach(CompletableFuture::join);
        assertThat(read.get()).isGreaterThanOrEqualTo(2);
        requireOneCommit(first, 1, 1);
      }
    }
    assertThat(index.verify().problems()).isEmpty();
  }

  /** Each commit writes every article anew and deletes one of them. */
  private static void write(NewsWriter writer, int commit) {
    for (int id = 0; id < ARTICLES; id++) {
      writer.add(
          Article.of(
              "id" + id, "جلسة " + commit, "ناقشت الجلسة %d البند %d.".formatted(commit, id)));
    }
    writer.delete(List.of("id" + commit % ARTICLES));
    writer.commit();
  }

  private static void keepReading(
      NewsIndex index, AtomicInteger committed, AtomicBoolean over, AtomicInteger read) {
    NewsSearcher searcher = index.searcher();
    try {
      int last = 1;
      do {
        int before = committed.get();
        NewsSearcher next = searcher.refreshed();
        searcher.close();
        searcher = next;
        int found = requireOneCommit(searcher, Math.max(last, before), committed.get() + 1);
        assertThat(found).isGreaterThanOrEqualTo(last);
        last = found;
        read.incrementAndGet();
      } while (!over.get());
    } finally {
      searcher.close();
    }
  }

  /** Whether all that is read is of one commit, no older than it may be. */
  private static int requireOneCommit(NewsSearcher searcher, int oldest, int newest) {
    Hits hits = searcher.search(SearchRequest.of("جلسة").withPage(0, ARTICLES));
    List<String> titles =
        hits.hits().stream().map(hit -> hit.article().title()).distinct().toList();
    assertThat(titles).hasSize(1);
    assertThat(searcher.stats().articles()).isEqualTo(ARTICLES - 1);
    int commit = Integer.parseInt(titles.getFirst().substring("جلسة ".length()));
    assertThat(commit).isBetween(oldest, newest);
    assertThat(searcher.article("id" + commit % ARTICLES)).isNull();
    return commit;
  }
}
