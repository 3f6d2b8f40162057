package org.fihris.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fihris.index.BesideIndex;
import org.fihris.index.NewArticles;
import org.fihris.search.ArticleSelection;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Reports what is new for the saved searches of an index, after each commit.
 *
 * <p>The order is: the ids of new articles are kept beside the index, the commit, the report, the
 * reported stories noted, the ids taken off. Wherever that is cut off, the next report goes on: an
 * article may be reported twice then, but none is lost.
 *
 * <p>Safe for any number of threads.
 */
public final class Alerts implements AutoCloseable {
  /** Reports are handed over in pieces of about this size, so that memory is bounded. */
  private static final int PIECE = 500;

  /** New articles that are looked at at once, for the same reason: those of a cluster in memory. */
  static final int MOST_AT_ONCE = 10_000;

  private final Supplier<NewsSearcher> index;
  private final BesideIndex beside;
  private final NewArticles newArticles;
  private final Consumer<List<Alert>> listener;
  private final ReportedStories reported;
  private @Nullable NewsSearcher searcher;
  private @Nullable String problem;

  /**
   * @param index opens it for searching
   * @param beside closed with this
   * @param newArticles kept by the writer of the index
   * @param listener takes what is new in the order of the saved searches; when it returns, that
   *     counts as reported
   */
  public Alerts(
      Supplier<NewsSearcher> index,
      BesideIndex beside,
      NewArticles newArticles,
      Consumer<List<Alert>> listener) {
    this.index = index;
    this.beside = beside;
    this.newArticles = newArticles;
    this.listener = listener;
    this.reported = ReportedStories.of(beside.reportedStories());
  }

  /**
   * Reports what was committed and not reported yet.
   *
   * @throws org.fihris.index.IndexException if the index cannot be read
   */
  public synchronized void report() {
    List<String> untold = newArticles.untold();
    if (untold.isEmpty()) {
      return;
    }
    SavedSearchesFile.InForce inForce = new SavedSearchesFile(beside).inForce();
    problem = inForce.problem();
    NewsSearcher committed = refreshed();
    for (int from = 0; from < untold.size(); from += MOST_AT_ONCE) {
      List<String> some = untold.subList(from, Math.min(untold.size(), from + MOST_AT_ONCE));
      try (ArticleSelection fresh = committed.among(some)) {
        report(inForce.searches(), fresh);
        newArticles.told(some, fresh.ids());
      }
    }
  }

  private void report(List<SavedSearch> searches, ArticleSelection fresh) {
    List<Alert> piece = new ArrayList<>();
    if (!fresh.ids().isEmpty()) {
      for (SavedSearch search : searches) {
        String key = search.key();
        fresh.search(
            search.request(),
            story -> !reported.contains(key, story),
            hit -> {
              piece.add(new Alert(search, hit));
              if (piece.size() >= PIECE) {
                hand(piece);
              }
            });
      }
    }
    hand(piece);
  }

  private NewsSearcher refreshed() {
    NewsSearcher before = searcher;
    NewsSearcher now = before == null ? index.get() : before.refreshed();
    searcher = now;
    if (before != null) {
      before.close();
    }
    return now;
  }

  private void hand(List<Alert> piece) {
    if (!piece.isEmpty()) {
      listener.accept(List.copyOf(piece));
      reported.add(piece);
      piece.clear();
    }
  }

  /** What is wrong with what is kept for the saved searches of an index, one sentence each. */
  public static List<String> problems(BesideIndex beside) {
    return Stream.of(
            new SavedSearchesFile(beside).problem(),
            ReportedStories.problem(beside.reportedStories()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** What was wrong with the file of saved searches at the last report; null if nothing was. */
  public synchronized @Nullable String problem() {
    return problem;
  }

  @Override
  public synchronized void close() {
    if (searcher != null) {
      searcher.close();
      searcher = null;
    }
    beside.close();
  }
}
