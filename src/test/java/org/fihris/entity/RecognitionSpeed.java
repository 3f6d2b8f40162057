package org.fihris.entity;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fihris.config.IndexConfig;

/**
 * How fast names are recognised, by the processor time of one thread: {@code FILE}, a text a line.
 */
final class RecognitionSpeed {
  private static final int ROUNDS = 5;

  private RecognitionSpeed() {}

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  public static void main(String[] args) throws IOException {
    List<String> texts = Files.readAllLines(Path.of(args[0]));
    long bytes =
        texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
    long start = now();
    EntityRecogniser recogniser = new EntityRecogniser(Gazetteer.of(IndexConfig.packaged()));
    System.out.printf(Locale.ROOT, "tables read in %d ms%n", (now() - start) / 1_000_000);
    for (int round = 0; round < ROUNDS; round++) {
      start = now();
      long mentions = 0;
      for (String text : texts) {
        mentions += recogniser.recognise(text).size();
      }
      double seconds = (now() - start) / 1e9;
      System.out.printf(Locale.ROOT, "%.1f MB/s, %,d mentions%n", bytes / 1e6 / seconds, mentions);
    }
  }
}
