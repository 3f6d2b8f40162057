package org.fihris.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Both sides index the same corpus in turn, in rounds that alternate who goes first. */
final class IndexingRace {
  private static final int WARM_UPS = 2;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Path folder;
  private final Consumer<String> progress;
  private final Side floor = new Floor();
  private final Side fihris = new FihrisSide();

  /**
   * @param articles indexed in the last round
   * @param seconds of each round
   * @param cpuSeconds that the process used in each round, on all cores together
   * @param bytes of the index of the last round
   * @param index where that index is
   */
  record Times(long articles, double[] seconds, double[] cpuSeconds, long bytes, Path index) {}

  record Result(Times floor, Times fihris) {}

  private record Run(long articles, double seconds, double cpuSeconds) {}

  /**
   * @param folder for the indexes; those of the last round stay in it
   * @param progress told what is being done
   */
  IndexingRace(Path folder, Consumer<String> progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Indexes the part of the corpus twice without timing it, then the whole as often as there are
   * rounds.
   */
  Result run(Path corpus, Path part, int rounds) throws IOException, InterruptedException {
    Path floorIndex = folder.resolve("floor");
    Path fihrisIndex = folder.resolve("fihris");
    progress.accept("indexing: warming up");
    for (int i = 0; i < WARM_UPS; i++) {
      index(floor, part, floorIndex);
      index(fihris, part, fihrisIndex);
    }
    List<Run> floorRuns = new ArrayList<>();
    List<Run> fihrisRuns = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      progress.accept("indexing: round " + (round + 1) + " of " + rounds);
      if (round % 2 == 0) {
        floorRuns.add(index(floor, corpus, floorIndex));
        fihrisRuns.add(index(fihris, corpus, fihrisIndex));
      } else {
        fihrisRuns.add(index(fihris, corpus, fihrisIndex));
        floorRuns.add(index(floor, corpus, floorIndex));
      }
    }
    return new Result(times(floorRuns, floorIndex), times(fihrisRuns, fihrisIndex));
  }

  private static Times times(List<Run> runs, Path index) throws IOException {
    return new Times(
        runs.getLast().articles,
        runs.stream().mapToDouble(Run::seconds).toArray(),
        runs.stream().mapToDouble(Run::cpuSeconds).toArray(),
        size(index),
        index);
  }

  private static Run index(Side side, Path corpus, Path index)
      throws IOException, InterruptedException {
    clear(index);
    System.gc(); // the garbage of the one before is not the next one's
    long start = System.nanoTime();
    long cpuStart = PROCESS.getProcessCpuTime();
    long articles = side.index(corpus, index);
    double cpuSeconds = (PROCESS.getProcessCpuTime() - cpuStart) / 1e9;
    return new Run(articles, (System.nanoTime() - start) / 1e9, cpuSeconds);
  }

  private static void clear(Path index) throws IOException {
    if (Files.exists(index)) {
      try (Stream<Path> files = Files.walk(index)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(index);
  }

  private static long size(Path index) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(index)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
