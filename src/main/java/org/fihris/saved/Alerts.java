package org.fihris.saved;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fihris.config.IndexConfig;
import org.fihris.index.NewArticles;
import org.fihris.search.ArticleSelection;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Reports what is new for the saved searches of an index, after each commit.
 *
 * <p>The order is: the ids of new articles are noted on the disk, the commit, the report, the
 * reported stories noted, the ids taken off. Wherever that is cut off, the next report goes on: an
 * article may be reported twice then, but none is lost.
 *
 * <p>Safe for any number of threads.
 */
public final class Alerts implements AutoCloseable {
  /** Reports are handed over in pieces of about this size, so that memory is bounded. */
  private static final int PIECE = 500;

  private final Path index;
  private final IndexConfig config;
  private final NewArticles newArticles;
  private final Consumer<List<Alert>> listener;
  private final ReportedStories reported;
  private @Nullable NewsSearcher searcher;
  private @Nullable String problem;

  /**
   * @param newArticles kept by the writer of the index
   * @param listener takes what is new in the order of the saved searches; when it returns, that
   *     counts as reported
   */
  public Alerts(
      Path index, IndexConfig config, NewArticles newArticles, Consumer<List<Alert>> listener) {
    this.index = index;
    this.config = config;
    this.newArticles = newArticles;
    this.listener = listener;
    this.reported = ReportedStories.of(index);
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
    SavedSearchesFile.InForce inForce = new SavedSearchesFile(index).inForce();
    problem = inForce.problem();
    ArticleSelection fresh = refreshed().among(untold);
    List<Alert> piece = new ArrayList<>();
    if (!fresh.ids().isEmpty()) {
      for (SavedSearch search : inForce.searches()) {
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
    newArticles.told(untold, fresh.ids());
  }

  private NewsSearcher refreshed() {
    NewsSearcher before = searcher;
    NewsSearcher now = before == null ? NewsSearcher.open(index, config) : before.refreshed();
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

  /** What is wrong with the files of saved searches of an index, one sentence each. */
  public static List<String> problems(Path index) {
    return Stream.of(new SavedSearchesFile(index).problem(), ReportedStories.problem(index))
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
  }
}
