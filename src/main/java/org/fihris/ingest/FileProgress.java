package org.fihris.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.corpus.Ending;
import org.fihris.corpus.SourceFile;
import org.fihris.index.ArticleKeys;
import org.fihris.index.SourceEntry;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come in one file. What is counted here follows the order of reading; the caller
 * sees to it that one thread counts at a time.
 */
final class FileProgress {
  private final SourceFile file;
  private final String path;
  private final long reading;
  private final @Nullable Instant modified;
  private final ArticleKeys articles;

  /** What the file gave in earlier states. */
  private final ArticleKeys earlier;

  private final Map<String, Long> reasons = new LinkedHashMap<>();
  private long pages;
  private long rejected;

  private FileProgress(
      SourceFile file,
      long reading,
      @Nullable Instant modified,
      ArticleKeys articles,
      ArticleKeys earlier) {
    this.file = file;
    this.path = file.key();
    this.reading = reading;
    this.modified = modified;
    this.articles = articles;
    this.earlier = earlier;
  }

  /**
   * A file that is read from its beginning.
   *
   * @param modified its time of change, null if that says nothing
   * @param before what is known of an earlier state
   */
  static FileProgress fromBeginning(
      SourceFile file, long reading, @Nullable Instant modified, @Nullable SourceEntry before) {
    ArticleKeys earlier = before == null ? ArticleKeys.none() : all(before);
    return new FileProgress(file, reading, modified, ArticleKeys.growing(), earlier);
  }

  /** A file of which an earlier run has read the first pages. */
  static FileProgress resumed(SourceFile file, SourceEntry begun) {
    FileProgress progress =
        new FileProgress(
            file,
            begun.reading(),
            begun.modified(),
            begun.articles().growingFromHere(),
            begun.left());
    progress.pages = begun.pages();
    progress.rejected = begun.rejected();
    begun.reasons().forEach(reason -> progress.reasons.put(reason.text(), reason.count()));
    return progress;
  }

  /** Everything a file gave, in its last state and before. */
  private static ArticleKeys all(SourceEntry before) {
    if (before.left().size() == 0) {
      return before.articles();
    }
    RunIds seen = new RunIds();
    ArticleKeys all = ArticleKeys.growing();
    for (ArticleKeys some : List.of(before.left(), before.articles())) {
      for (int i = 0; i < some.size(); i++) {
        if (seen.see(some.id(i), some.content(i)) == RunIds.Sighting.FIRST) {
          all.add(some.id(i), some.content(i));
        }
      }
    }
    return all.soFar();
  }

  /** What one batch of pages adds to a file. */
  static final class Share {
    private final FileProgress file;
    private int pages;
    private final List<String> rejections = new ArrayList<>();
    private @Nullable Ending ending;

    Share(FileProgress file) {
      this.file = file;
    }

    void page() {
      pages++;
    }

    void rejected(String reason) {
      rejections.add(reason);
    }

    void ended(Ending how) {
      ending = how;
    }

    /** Adds this to the file, in the turn of its batch. */
    Mark add() {
      file.pages += pages;
      rejections.forEach(file::reject);
      return file.mark(ending);
    }
  }

  /** What the file has given so far. */
  ArticleKeys articlesSoFar() {
    return articles.soFar();
  }

  /** Notes an article that the file gives, in its turn. */
  void give(long idHash, long fingerprint) {
    articles.add(idHash, fingerprint);
  }

  /** Notes that no article was made of a page, in its turn. */
  void reject(String reason) {
    rejected++;
    if (reasons.size() < SourceEntry.REASONS || reasons.containsKey(reason)) {
      reasons.merge(reason, 1L, Long::sum);
    }
  }

  /** Where a file stands after some batch. */
  record Mark(
      FileProgress file,
      long pages,
      long rejected,
      Map<String, Long> reasons,
      ArticleKeys articles,
      @Nullable Ending ending) {

    /** For the manifest; to be asked for once what came before the mark has been written. */
    SourceEntry entry() {
      return file.entry(this);
    }
  }

  private Mark mark(@Nullable Ending ending) {
    return new Mark(this, pages, rejected, new LinkedHashMap<>(reasons), articles.soFar(), ending);
  }

  private SourceEntry entry(Mark mark) {
    Ending ending = mark.ending;
    return new SourceEntry(
        path,
        file.bytes(),
        modified,
        ending == null ? null : ending.hash(),
        reading,
        state(mark),
        mark.pages,
        mark.rejected,
        mark.reasons.entrySet().stream()
            .map(reason -> new SourceEntry.Reason(reason.getKey(), reason.getValue()))
            .toList(),
        mark.articles,
        ending == null ? earlier : earlierThatAreGone(mark.articles));
  }

  private SourceEntry.State state(Mark mark) {
    if (mark.ending == null) {
      return SourceEntry.State.BEGUN;
    }
    boolean emptied = mark.articles.size() == 0 && earlier.size() > 0;
    return mark.ending.whole() && !emptied ? SourceEntry.State.WHOLE : SourceEntry.State.DAMAGED;
  }

  private ArticleKeys earlierThatAreGone(ArticleKeys given) {
    if (earlier.size() == 0) {
      return earlier;
    }
    Set<Long> now = HashSet.newHashSet(given.size());
    for (int i = 0; i < given.size(); i++) {
      now.add(given.id(i));
    }
    ArticleKeys gone = ArticleKeys.growing();
    for (int i = 0; i < earlier.size(); i++) {
      if (!now.contains(earlier.id(i))) {
        gone.add(earlier.id(i), earlier.content(i));
      }
    }
    return gone.soFar();
  }
}
