package org.fihris;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.fihris.article.Article;
import org.fihris.article.Extraction;
import org.fihris.article.PageExtractor;
import org.fihris.article.Rejected;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.HtmlPage;
import org.fihris.corpus.Origin;
import org.fihris.corpus.PageDump;
import org.fihris.corpus.PageRecord;
import org.fihris.corpus.RawPage;
import org.fihris.corpus.Reading;
import org.fihris.corpus.Unreadable;
import org.fihris.index.ArticleWriter;
import org.fihris.index.Fingerprint;

/**
 * One run over a corpus: the calling thread reads, workers make articles and index them.
 *
 * <p>Pages travel in batches through a bounded queue, so memory does not grow with the corpus. Each
 * worker has its batch admitted in the order of reading, so that of several records with one id it
 * is always the same one that is taken, however the threads run. One use.
 */
final class CorpusRun {
  private static final int BATCH_PAGES = 64;
  private static final int BATCH_CHARACTERS = 1 << 20;

  private final ArticleWriter writer;
  private final PageExtractor extractor;
  private final EntityTagger tagger;
  private final CorpusRunOptions options;
  private final Consumer<Rejected> rejections;

  private final BlockingQueue<Batch> queue;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final ReentrantLock committing = new ReentrantLock();
  private final Admission admission;

  private volatile long committedAt = System.nanoTime();
  private final AtomicLong added = new AtomicLong();
  private final AtomicLong updated = new AtomicLong();
  private final AtomicLong unchanged = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();

  /** Pages read together; a batch without pages tells one worker to end. */
  private record Batch(long number, List<Reading> readings) {}

  /** Leaves the reader when a worker has failed. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  CorpusRun(
      ArticleWriter writer,
      PageExtractor extractor,
      EntityTagger tagger,
      CorpusRunOptions options,
      Consumer<Rejected> rejections) {
    this.writer = writer;
    this.extractor = extractor;
    this.tagger = tagger;
    this.options = options;
    this.rejections = rejections;
    this.admission = new Admission(writer::settle);
    this.queue = new ArrayBlockingQueue<>(options.threads() * 2);
  }

  IndexSummary run(Corpus corpus) {
    long start = System.nanoTime();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < options.threads(); i++) {
      workers.add(Thread.ofPlatform().name("fihris-index-" + i).daemon().start(this::work));
    }
    Reader reader = new Reader();
    try {
      corpus.forEach(reader);
      reader.flush();
    } catch (Abandoned e) {
      // the failure of the worker is thrown below
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      workers.forEach(worker -> offer(new Batch(-1, List.of())));
      workers.forEach(CorpusRun::join);
    }
    rethrowFailure();
    writer.commit();
    return new IndexSummary(
        reader.count,
        added.get(),
        updated.get(),
        unchanged.get(),
        rejected.get(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** Gathers what the corpus hands out into batches; used by the reading thread only. */
  private final class Reader implements Consumer<Reading> {
    private List<Reading> readings = new ArrayList<>();
    private long characters;
    private long batches;
    private long count;

    @Override
    public void accept(Reading reading) {
      count++;
      readings.add(reading);
      characters += size(reading);
      if (readings.size() >= BATCH_PAGES || characters >= BATCH_CHARACTERS) {
        flush();
      }
    }

    private void flush() {
      if (!readings.isEmpty()) {
        if (!offer(new Batch(batches++, readings))) {
          throw new Abandoned();
        }
        readings = new ArrayList<>();
        characters = 0;
      }
    }
  }

  private static long size(Reading reading) {
    return switch (reading) {
      case PageDump dump -> dump.text().length();
      case HtmlPage page -> page.html().length();
      case PageRecord page -> page.fields().values().stream().mapToLong(String::length).sum();
      case Unreadable unreadable -> unreadable.reason().length();
    };
  }

  /** Puts a batch into the queue, waiting for room; false if a worker failed meanwhile. */
  private boolean offer(Batch batch) {
    try {
      while (failure.get() == null) {
        if (queue.offer(batch, 100, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(new IllegalStateException("interrupted while indexing", e));
    }
    return false;
  }

  private void work() {
    try {
      while (failure.get() == null) {
        Batch batch = queue.poll(100, TimeUnit.MILLISECONDS);
        if (batch == null) {
          continue;
        }
        if (batch.readings.isEmpty()) {
          return;
        }
        index(batch);
        commitWhenDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(new IllegalStateException("interrupted while indexing", e));
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void index(Batch batch) throws InterruptedException {
    List<Admission.Candidate> candidates = new ArrayList<>();
    for (Reading reading : batch.readings) {
      switch (reading) {
        case RawPage page -> extract(page, candidates);
        case Unreadable unreadable -> reject(unreadable.origin(), unreadable.reason());
      }
    }
    Admission.Admitted admitted = admission.admit(batch.number, candidates);
    unchanged.addAndGet(admitted.repeated());
    for (Admission.Candidate conflict : admitted.conflicting()) {
      reject(
          conflict.origin(),
          "an earlier article of this run has the id "
              + conflict.draft().article().id()
              + "; it was kept");
    }
    for (Admission.Candidate candidate : admitted.firsts()) {
      switch (writer.write(candidate.draft())) {
        case ADDED -> added.incrementAndGet();
        case UPDATED -> updated.incrementAndGet();
        case UNCHANGED -> unchanged.incrementAndGet();
      }
    }
  }

  private void extract(RawPage page, List<Admission.Candidate> candidates) {
    for (Extraction extraction : extractor.extract(page)) {
      switch (extraction) {
        case Article article -> {
          EntityTagger.Tagged tagged = tagger.tag(article);
          ArticleWriter.Draft draft = writer.draft(tagged.article(), tagged.names());
          long idHash = Fingerprint.of(article.id());
          candidates.add(new Admission.Candidate(draft, page.origin(), idHash));
        }
        case Rejected reason -> reject(reason.origin(), reason.reason());
      }
    }
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
        writer.commit();
        committedAt = System.nanoTime();
      } finally {
        committing.unlock();
      }
    }
  }

  /** Notes the first failure and wakes those who wait for a turn that will not come. */
  private void fail(Throwable e) {
    failure.compareAndSet(null, e);
    admission.abandon();
  }

  private static void join(Thread worker) {
    boolean interrupted = false;
    while (true) {
      try {
        worker.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrowFailure() {
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException("indexing failed", e);
    }
  }
}
