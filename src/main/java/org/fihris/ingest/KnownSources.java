package org.fihris.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fihris.corpus.SourceFile;
import org.fihris.index.ArticleKeys;
import org.fihris.index.ArticleStore;
import org.fihris.index.Fingerprint;
import org.fihris.index.SourceEntry;
import org.fihris.index.SourceManifest;
import org.jspecify.annotations.Nullable;

/**
 * Decides which files of a run need not be read, from what the manifest says and what the index
 * holds. Used by the reading thread only.
 *
 * <p>A file is passed by only if the run would end with the same index had it been read: it is
 * unchanged, and each of its articles either stands in the index as the file gives it or has the id
 * of one that a file before it gives. An article that was deleted or replaced since makes its file
 * be read again.
 */
final class KnownSources {
  /**
   * A file changed so shortly before it is read may be changed again without its time telling: some
   * file systems count in steps of two seconds.
   */
  private static final Duration TIME_STEP = Duration.ofSeconds(2);

  private final ArticleStore writer;
  private final SourceManifest manifest;
  private final CorpusRunOptions.Skip skip;
  private final String reading;
  private final InstantSource clock;

  private final Set<String> visited = new HashSet<>();
  private final List<ArticleKeys> passed = new ArrayList<>();
  private @Nullable RunIds inIndex;
  private @Nullable RunIds passedIds;

  /** What to do with a file. */
  sealed interface Plan {

    /**
     * Read it.
     *
     * @param passOver how many pages at its beginning need not be looked at
     */
    record Read(FileProgress file, long passOver) implements Plan {}

    /** Do not open it. */
    record PassBy(SourceEntry entry) implements Plan {}

    /** Read it, and leave in the manifest what the first time in this run left. */
    record ReadAgain() implements Plan {}
  }

  /**
   * @param reading the engine and the options that read the files
   */
  KnownSources(
      ArticleStore writer, CorpusRunOptions.Skip skip, String reading, InstantSource clock) {
    this.writer = writer;
    this.manifest = writer.sources();
    this.skip = skip;
    this.reading = reading;
    this.clock = clock;
  }

  Plan plan(SourceFile file) {
    String path = file.key();
    SourceEntry entry = manifest.get(path);
    if (!visited.add(entry == null ? path : entry.path())) { // not the same text twice in memory
      return new Plan.ReadAgain();
    }
    long readAs = Fingerprint.of(reading + " " + file.named());
    if (entry != null && entry.reading() == readAs && entry.bytes() == file.bytes()) {
      Plan known = planKnown(file, entry);
      if (known != null) {
        return known;
      }
    }
    return new Plan.Read(FileProgress.fromBeginning(file, readAs, trusted(file), entry), 0);
  }

  /** Whether the run has come to a file. */
  boolean visited(String path) {
    return visited.contains(path);
  }

  private @Nullable Plan planKnown(SourceFile file, SourceEntry entry) {
    return switch (entry.state()) {
      case WHOLE -> isUnchanged(file, entry) && isHeld(entry) ? passBy(file, entry) : null;
      case BEGUN ->
          skip == CorpusRunOptions.Skip.SAME_TIME && isOfSameTime(file, entry) && isHeld(entry)
              ? resume(file, entry)
              : null;
      case DAMAGED -> null;
    };
  }

  private boolean isUnchanged(SourceFile file, SourceEntry entry) {
    return switch (skip) {
      case SAME_TIME -> isOfSameTime(file, entry) || isOfSameHash(file, entry);
      case SAME_HASH -> isOfSameHash(file, entry);
      case NOTHING -> false;
    };
  }

  private static boolean isOfSameTime(SourceFile file, SourceEntry entry) {
    return file.modified().equals(entry.modified());
  }

  private static boolean isOfSameHash(SourceFile file, SourceEntry entry) {
    try {
      return entry.hash() != null && entry.hash().equals(file.hash());
    } catch (IOException e) {
      return false; // reading it will tell why
    }
  }

  private Plan passBy(SourceFile file, SourceEntry entry) {
    manifest.put(entry.withModified(trusted(file)));
    pass(entry.articles());
    return new Plan.PassBy(entry);
  }

  private Plan resume(SourceFile file, SourceEntry entry) {
    pass(entry.articles());
    return new Plan.Read(FileProgress.resumed(file, entry), entry.pages());
  }

  private void pass(ArticleKeys articles) {
    passed.add(articles);
    if (passedIds != null) {
      note(articles, articles.size(), passedIds);
    }
  }

  private @Nullable Instant trusted(SourceFile file) {
    return file.modified().isBefore(clock.instant().minus(TIME_STEP)) ? file.modified() : null;
  }

  private boolean isHeld(SourceEntry entry) {
    ArticleKeys articles = entry.articles();
    RunIds own = null;
    for (int i = 0; i < articles.size(); i++) {
      if (!inIndex().holds(articles.id(i), articles.content(i))) {
        if (own == null) {
          own = new RunIds();
          note(articles, i, own);
        }
        if (!own.has(articles.id(i)) && !passedIds().has(articles.id(i))) {
          return false;
        }
      }
      if (own != null) {
        own.see(articles.id(i), articles.content(i));
      }
    }
    return true;
  }

  private static void note(ArticleKeys articles, int count, RunIds ids) {
    for (int i = 0; i < count; i++) {
      ids.see(articles.id(i), articles.content(i));
    }
  }

  /** Read when first asked for: a run over new files does without. */
  private RunIds inIndex() {
    if (inIndex == null) {
      RunIds all = new RunIds();
      writer.forEachArticle((id, fingerprint) -> all.see(Fingerprint.of(id), fingerprint));
      inIndex = all;
    }
    return inIndex;
  }

  /** The ids that files passed by so far give; made when there is a clash to be looked into. */
  private RunIds passedIds() {
    if (passedIds == null) {
      RunIds all = new RunIds();
      passed.forEach(articles -> note(articles, articles.size(), all));
      passedIds = all;
    }
    return passedIds;
  }
}
