package org.fihris.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Inputs that nobody would write, made of those in {@code src/test/fuzz}: whatever comes in, no
 * part of the engine fails on it or takes long. What was found once stays there as {@code crash-*}
 * and is replayed first.
 */
class FuzzTest {
  private static final Path CORPUS = Path.of("src/test/fuzz");

  /** More than any input here may take; the slowest is told by the long form. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final Map<FuzzTarget, String> REPORT = new TreeMap<>();

  @TempDir private static Path folder;
  private static FuzzTarget.Parts parts;

  @BeforeAll
  static void build() {
    parts = new FuzzTarget.Parts(folder);
  }

  @AfterAll
  static void report() {
    parts.close();
    if (Scale.isLong()) {
      REPORT.forEach((target, line) -> System.out.println(target + ": " + line));
    }
  }

  private static List<byte[]> inputs(FuzzTarget target, boolean crashes) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS.resolve(target.folder()))) {
      for (Path file : files.sorted().toList()) {
        if (!crashes || file.getFileName().toString().startsWith("crash-")) {
          inputs.add(Files.readAllBytes(file));
        }
      }
    }
    return inputs;
  }

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  void whatEverBrokeItDoesNotAnyMore(FuzzTarget target) throws IOException {
    for (byte[] input : inputs(target, true)) {
      assertThat(failure(target, input)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  void nothingThatComesInMakesItFail(FuzzTarget target) throws IOException {
    Mutation mutation = new Mutation(new Random(Scale.firstSeed()), inputs(target, false));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Scale.of("fuzz.seconds", 0));
    long began = System.nanoTime();
    long slowest = 0;
    int count = 0;
    Map<String, byte[]> failures = new LinkedHashMap<>();
    for (; count < ofTheBuild(target) || System.nanoTime() < end; count++) {
      byte[] input = mutation.next();
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      String failure = failure(target, input);
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      slowest = Math.max(slowest, took);
      if (failure == null && took > MOST_NANOS) {
        failure = "took " + took / 1_000_000 + " ms";
      }
      if (failure != null && failures.putIfAbsent(failure, input) == null) {
        System.out.println(target + " left " + keep(target, input) + ":\n" + failure);
      }
    }
    REPORT.put(
        target,
        "%,d inputs in %d s, slowest %d ms, faults %d"
            .formatted(
                count,
                (System.nanoTime() - began) / 1_000_000_000,
                slowest / 1_000_000,
                failures.size()));
    assertThat(failures.keySet()).isEmpty();
  }

  private static int ofTheBuild(FuzzTarget target) {
    return switch (target) {
      case READERS, DATES, ANALYSIS, EDITS -> 200;
      case QUERIES -> 30;
      case CONFIG -> 15;
    };
  }

  /** Left in target/, to be looked at and made smaller before it goes into the corpus. */
  private static Path keep(FuzzTarget target, byte[] input) throws IOException {
    Path found = Files.createDirectories(Path.of("target/fuzz").resolve(target.folder()));
    String name = HexFormat.of().toHexDigits(java.util.Arrays.hashCode(input));
    return Files.write(found.resolve("crash-" + name), input);
  }

  /** Where it failed, without what differs from input to input; null if it did not. */
  private static String failure(FuzzTarget target, byte[] input) {
    try {
      target.run(parts, input);
      return null;
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      StringBuilder where = new StringBuilder(cause.getClass().getName());
      Stream.of(cause.getStackTrace()).limit(12).forEach(at -> where.append("\n  ").append(at));
      return where.toString();
    }
  }
}
