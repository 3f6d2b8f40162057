package org.fihris.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fihris.corpus.CorpusVisitor;
import org.fihris.corpus.Ending;
import org.fihris.corpus.HtmlPage;
import org.fihris.corpus.PageDump;
import org.fihris.corpus.PageRecord;
import org.fihris.corpus.Reading;
import org.fihris.corpus.SourceFile;
import org.fihris.corpus.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a corpus hands out into batches, and passes by what is known. Used by the reading
 * thread only.
 */
final class SourceReader implements CorpusVisitor {
  private static final int BATCH_PAGES = 64;
  private static final int BATCH_CHARACTERS = 1 << 20;

  private final KnownSources known;
  private final Consumer<Batch> batches;

  private List<Step> steps = new ArrayList<>();
  private int pages; // files passed by count as one
  private long characters;
  private long batchCount;

  private @Nullable FileProgress current;
  private boolean inFile;
  private long passOver;

  private long read;
  private long skipped;
  private @Nullable String gap;

  /** Steps taken together, in the order of their numbers from 0. */
  record Batch(long number, List<Step> steps) {}

  SourceReader(KnownSources known, Consumer<Batch> batches) {
    this.known = known;
    this.batches = batches;
  }

  /** Pages read, those passed by not counted. */
  long read() {
    return read;
  }

  /** Pages passed by. */
  long skipped() {
    return skipped;
  }

  /** What could not be listed or was gone when its turn came; null if the run saw everything. */
  @Nullable String gap() {
    return gap;
  }

  @Override
  public boolean begin(SourceFile file) {
    current = null;
    passOver = 0;
    switch (known.plan(file)) {
      case KnownSources.Plan.PassBy(var entry) -> {
        skipped += entry.pages();
        add(new Step.Known(entry.articles()), 0);
        return false;
      }
      case KnownSources.Plan.Read plan -> {
        current = plan.file();
        passOver = plan.passOver();
        if (passOver > 0) {
          add(new Step.Known(plan.file().articlesSoFar()), 0);
        }
      }
      case KnownSources.Plan.ReadAgain again -> {}
    }
    inFile = true;
    return true;
  }

  @Override
  public void take(Reading reading) {
    if (!inFile && gap == null) {
      gap = reading.origin().toString();
    }
    if (passOver > 0) {
      passOver--;
      skipped++;
      return;
    }
    read++;
    add(new Step.Page(current, reading), size(reading));
  }

  @Override
  public void end(SourceFile file, Ending ending) {
    inFile = false;
    if (current != null) {
      steps.add(new Step.End(current, ending));
      current = null;
    }
  }

  private void add(Step step, long size) {
    steps.add(step);
    pages++;
    characters += size;
    if (pages >= BATCH_PAGES || characters >= BATCH_CHARACTERS) {
      flush();
    }
  }

  /** Hands on what has been gathered. */
  void flush() {
    if (!steps.isEmpty()) {
      batches.accept(new Batch(batchCount++, steps));
      steps = new ArrayList<>();
      pages = 0;
      characters = 0;
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
}
