package org.fihris.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.fihris.corpus.Corpus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A bar on standard error with the rate and the time left; nothing where that is no terminal. */
final class Progress implements AutoCloseable {
  private static final long MEGABYTE = 1L << 20;

  private volatile long done;
  private volatile long total;
  private final LongSupplier at;
  private final @Nullable ProgressBar bar;
  private final @Nullable ScheduledExecutorService clock;

  private Progress(@Nullable LongSupplier source, long total, String task, Unit unit) {
    this.total = total;
    this.at = source == null ? () -> done : source;
    if (!Ansi.AUTO.enabled()) {
      bar = null;
      clock = null;
      return;
    }
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setUnit(unit.name, unit.size)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .showSpeed()
            .build();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fihris-progress").daemon().factory());
    clock.scheduleAtFixedRate(this::show, 0, 200, TimeUnit.MILLISECONDS);
  }

  private record Unit(String name, long size) {}

  /** Of the bytes of a corpus, which counts them itself. */
  static Progress of(Corpus corpus, String task) {
    return new Progress(corpus::bytesRead, corpus.bytesTotal(), task, new Unit(" MB", MEGABYTE));
  }

  /** Of articles, as {@link #stepTo} is told, by any thread. */
  static Progress ofArticles(String task) {
    return new Progress(null, 0, task, new Unit(" articles", 1));
  }

  void stepTo(long newDone, long newTotal) {
    done = newDone;
    total = newTotal;
  }

  private void show() {
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(at.getAsLong());
    }
  }

  void done() {
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(total);
    }
  }

  @Override
  public void close() {
    if (clock != null) {
      clock.shutdownNow();
    }
    if (bar != null) {
      bar.close();
    }
  }
}
