package org.fihris.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.fihris.article.Article;
import org.fihris.article.Extraction;
import org.fihris.article.PageExtractor;
import org.fihris.article.Rejected;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.CorpusException;
import org.fihris.corpus.Origin;
import org.fihris.corpus.RawPage;
import org.fihris.corpus.Reading;
import org.fihris.corpus.Unreadable;
import org.fihris.index.ArticleStore;
import org.fihris.index.Draft;
import org.fihris.index.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * One run over a corpus: the calling thread reads, workers make articles and index them.
 *
 * <p>Pages travel in batches through a bounded queue, so memory does not grow with the corpus. Each
 * worker has its batch admitted in the order of reading, so that of several records with one id it
 * is always the same one that is taken, however the threads run. Each commit takes the manifest of
 * the sources along, as far as all pages are written. One use.
 */
public final class CorpusRun {
  private final ArticleStore writer;
  private final PageExtractor extractor;
  private final EntityTagger tagger;
  private final CorpusRunOptions options;
  private final Consumer<Rejected> rejections;
  private final Runnable afterCommit;

  private final ReentrantLock committing = new ReentrantLock();
  private final Admission admission;
  private final BatchWorkers workers;
  private final RunLedger ledger = new RunLedger();

  private volatile long committedAt = System.nanoTime();
  private final AtomicLong added = new AtomicLong();
  private final AtomicLong updated = new AtomicLong();
  private final AtomicLong unchanged = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();

  /**
   * @param rejections told of each page or record left out, from any thread, one at a time
   * @param afterCommit run after each commit, never twice at once
   */
  public CorpusRun(
      ArticleStore writer,
      PageExtractor extractor,
      EntityTagger tagger,
      CorpusRunOptions options,
      Consumer<Rejected> rejections,
      Runnable afterCommit) {
    this.writer = writer;
    this.extractor = extractor;
    this.tagger = tagger;
    this.options = options;
    this.rejections = rejections;
    this.afterCommit = afterCommit;
    this.admission = new Admission(writer::settle);
    this.workers = new BatchWorkers(options.threads(), this::indexAndCommit, admission::abandon);
  }

  /**
   * Reads the corpus into the index and commits, at intervals and at the end.
   *
   * @throws CorpusException if articles are to be deleted and the sources are not all there
   */
  public IndexSummary run(Corpus corpus) {
    long start = System.nanoTime();
    boolean delete = options.vanished() == CorpusRunOptions.Vanished.DELETE;
    if (delete && !corpus.gaps().isEmpty()) {
      throw new CorpusException(
          String.join("; ", corpus.gaps())
              + ". Nothing was read and nothing deleted, since what is missing there is not"
              + " known to be gone.");
    }
    String reading = EngineVersion.fingerprint() + " " + corpus.reading();
    KnownSources known = new KnownSources(writer, options.skip(), reading, Clock.systemUTC());
    SourceReader reader = new SourceReader(known, workers::hand);
    workers.run(
        () -> {
          corpus.visit(reader);
          reader.flush();
        });
    ledger.record(writer.sources());
    LeftArticles left = LeftArticles.find(writer, corpus, known);
    delete &= reader.gap() == null;
    if (delete) {
      left.delete(writer);
    }
    writer.commit();
    afterCommit.run();
    return new IndexSummary(
        reader.read(),
        reader.skipped(),
        added.get(),
        updated.get(),
        unchanged.get(),
        rejected.get(),
        delete ? left.ids().size() : 0,
        delete ? 0 : left.ids().size(),
        warnings(reader.gap(), left.unsure()),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private List<String> warnings(@Nullable String gap, List<String> unsure) {
    List<String> warnings = new ArrayList<>();
    String damage = writer.sourcesDamage();
    if (damage != null) {
      warnings.add(damage + "; every source was read");
    }
    if (options.vanished() == CorpusRunOptions.Vanished.DELETE) {
      if (gap != null) {
        warnings.add(gap + " could not be looked into, so nothing was deleted");
      }
      if (!unsure.isEmpty()) {
        warnings.add(
            unsure.getFirst()
                + (unsure.size() > 1 ? " and %,d more".formatted(unsure.size() - 1) : "")
                + " could not be read or no longer has anything in it; the articles it gave"
                + " before stay. Delete the file if they are to go.");
      }
    }
    return warnings;
  }

  private void indexAndCommit(SourceReader.Batch batch) throws InterruptedException {
    if (index(batch)) {
      commitWhenDue();
    }
  }

  /** Whether it was indexed; it is not where the run has failed meanwhile. */
  private boolean index(SourceReader.Batch batch) throws InterruptedException {
    List<Admission.Arrival> arrivals = new ArrayList<>();
    Map<FileProgress, FileProgress.Share> shares = new LinkedHashMap<>();
    for (Step step : batch.steps()) {
      switch (step) {
        case Step.Page(var file, var reading) -> {
          FileProgress.Share share =
              file == null ? null : shares.computeIfAbsent(file, FileProgress.Share::new);
          take(file, reading, share, arrivals);
        }
        case Step.Known(var articles) -> arrivals.add(new Admission.Held(articles));
        case Step.End(var file, var ending) ->
            shares.computeIfAbsent(file, FileProgress.Share::new).ended(ending);
      }
    }
    writer.look(drafts(arrivals));
    Admission.@Nullable Admitted admitted =
        admission.admit(batch.number(), arrivals, shares.values());
    if (admitted == null) {
      return false;
    }
    unchanged.addAndGet(admitted.unchanged());
    for (Admission.Candidate conflict : admitted.conflicting()) {
      reject(conflict.origin(), Admission.conflict(conflict));
    }
    write(admitted.firsts());
    ledger.done(batch.number(), admitted.marks());
    return true;
  }

  private static List<Draft> drafts(List<? extends Admission.Arrival> arrivals) {
    List<Draft> drafts = new ArrayList<>(arrivals.size());
    for (Admission.Arrival arrival : arrivals) {
      if (arrival instanceof Admission.Candidate candidate) {
        drafts.add(candidate.draft());
      }
    }
    return drafts;
  }

  private void write(List<Admission.Candidate> candidates) {
    List<ArticleStore.Written> written = writer.write(drafts(candidates));
    for (int i = 0; i < written.size(); i++) {
      switch (written.get(i)) {
        case ArticleStore.Written.Done(var outcome) -> count(outcome);
        case ArticleStore.Written.Refused(var reason) -> reject(candidates.get(i).origin(), reason);
      }
    }
  }

  private void count(ArticleStore.Outcome outcome) {
    switch (outcome) {
      case ADDED -> added.incrementAndGet();
      case UPDATED -> updated.incrementAndGet();
      case UNCHANGED -> unchanged.incrementAndGet();
    }
  }

  private void take(
      @Nullable FileProgress file,
      Reading reading,
      FileProgress.@Nullable Share share,
      List<Admission.Arrival> arrivals) {
    if (share != null) {
      share.page();
    }
    switch (reading) {
      case RawPage page -> extract(page, file, share, arrivals);
      case Unreadable unreadable -> reject(unreadable.origin(), unreadable.reason(), share);
    }
  }

  private void extract(
      RawPage page,
      @Nullable FileProgress file,
      FileProgress.@Nullable Share share,
      List<Admission.Arrival> arrivals) {
    for (Extraction extraction : extractor.extract(page)) {
      switch (extraction) {
        case Article article -> {
          EntityTagger.Tagged tagged = tagger.tag(article);
          Draft draft = Draft.of(tagged.article(), tagged.names());
          long idHash = Fingerprint.of(article.id());
          arrivals.add(new Admission.Candidate(draft, page.origin(), idHash, file));
        }
        case Rejected reason -> reject(reason.origin(), reason.reason(), share);
      }
    }
  }

  private void reject(Origin origin, String reason, FileProgress.@Nullable Share share) {
    if (share != null) {
      share.rejected(reason);
    }
    reject(origin, reason);
  }

  private void reject(Origin origin, String reason) {
    rejected.incrementAndGet();
    synchronized (rejections) {
      rejections.accept(new Rejected(origin, reason));
    }
  }

  private void commitWhenDue() {
    if (System.nanoTime() - committedAt > options.commitEvery().toNanos() && committing.tryLock()) {
      try {
        ledger.record(writer.sources());
        writer.commit();
        afterCommit.run();
        committedAt = System.nanoTime();
      } finally {
        committing.unlock();
      }
    }
  }
}
