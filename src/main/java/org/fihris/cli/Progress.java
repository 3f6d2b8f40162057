package org.fihris.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.fihris.corpus.Corpus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A bar on standard error with the rate and the time left; nothing where that is no terminal. */
final class Progress implements AutoCloseable {
  private static final long MEGABYTE = 1L << 20;

  private final Corpus corpus;
  private final @Nullable ProgressBar bar;
  private final @Nullable ScheduledExecutorService clock;

  private Progress(
      Corpus corpus, @Nullable ProgressBar bar, @Nullable ScheduledExecutorService clock) {
    this.corpus = corpus;
    this.bar = bar;
    this.clock = clock;
  }

  static Progress of(Corpus corpus, String task) {
    if (!Ansi.AUTO.enabled()) {
      return new Progress(corpus, null, null);
    }
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(corpus.bytesTotal())
            .setUnit(" MB", MEGABYTE)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .showSpeed()
            .build();
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fihris-progress").daemon().factory());
    clock.scheduleAtFixedRate(() -> bar.stepTo(corpus.bytesRead()), 0, 200, TimeUnit.MILLISECONDS);
    return new Progress(corpus, bar, clock);
  }

  void done() {
    if (bar != null) {
      bar.stepTo(corpus.bytesTotal());
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
