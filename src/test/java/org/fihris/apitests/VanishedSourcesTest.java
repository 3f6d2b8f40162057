package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.fihris.NewsIndex;
import org.fihris.corpus.CorpusException;
import org.fihris.index.SourceEntry.State;
import org.fihris.ingest.IndexSummary;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of articles whose source is gone, or that are no longer in it. */
class VanishedSourcesTest extends FolderOfSources {
  @Test
  void whatVanishedStaysAndIsCountedUntilItIsDeleted() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"), record("2", "قمة"));
    source("b.jsonl", record("3", "قمة"));
    run();
    Files.delete(a);

    IndexSummary kept = run();
    assertThat(List.of(kept.stale(), kept.deleted())).containsExactly(2L, 0L);
    assertThat(titles()).hasSize(3);

    IndexSummary deleted = deleteVanished();
    assertThat(List.of(deleted.stale(), deleted.deleted())).containsExactly(0L, 2L);
    assertThat(titles()).containsOnlyKeys("3");
    assertThat(index.sources()).hasSize(1);
    Map<String, String> before = files();
    assertThat(deleteVanished().deleted()).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatIsNoLongerInItsFileIsDeletedAlsoByALaterRun() throws IOException {
    source("a.jsonl", record("1", "قمة"), record("2", "قمة"), record("3", "قمة"));
    run();
    source("a.jsonl", record("2", "قمة"), record("4", "قمة"));

    assertThat(run().stale()).isEqualTo(2);
    assertThat(run().stale()).isEqualTo(2);
    assertThat(deleteVanished().deleted()).isEqualTo(2);
    assertThat(titles()).containsOnlyKeys("2", "4");
    assertThat(run().stale()).isZero();
  }

  @Test
  void anArticleOfTwoFilesStaysWhileOneOfThemDoes() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"), record("2", "نص الأول"));
    Path b = source("b.jsonl", record("1", "قمة"), record("2", "نص الثاني"));
    run();
    Files.delete(a);

    assertThat(deleteVanished().deleted()).isZero();
    assertThat(titles()).isEqualTo(Map.of("1", "قمة", "2", "نص الثاني"));
    Files.delete(b);
    source("c.jsonl", record("3", "قمة"));
    assertThat(deleteVanished().deleted()).isEqualTo(2);
    assertThat(titles()).containsOnlyKeys("3");
  }

  @Test
  void aRenamedFileLosesNothing() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"));
    run();
    Files.move(a, sources.resolve("z.jsonl"));

    IndexSummary summary = deleteVanished();

    assertThat(List.of(summary.unchanged(), summary.deleted())).containsExactly(1L, 0L);
    assertThat(titles()).containsOnlyKeys("1");
  }

  @Test
  void nothingIsConcludedOfSourcesThatAreNotGiven() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path a = Files.writeString(other.resolve("a.jsonl"), record("1", "قمة"));
    run(other);
    Files.delete(a);
    source("b.jsonl", record("2", "قمة"));

    assertThat(deleteVanished().deleted()).isZero();
    assertThat(titles()).containsOnlyKeys("1", "2");
  }

  /** An empty folder is more often a disk that is not mounted than a corpus without articles. */
  @Test
  void anEmptyFolderDeletesNothing() throws IOException {
    Path a = source("a.jsonl", record("1", "قمة"));
    run();
    Files.delete(a);

    assertThatExceptionOfType(CorpusException.class)
        .isThrownBy(this::deleteVanished)
        .withMessageContaining(sources.toString())
        .withMessageContaining("nothing deleted");
    assertThat(titles()).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeListedDeletesNothing() throws IOException {
    Path below = Files.createDirectory(sources.resolve("below"));
    source("below/a.jsonl", record("1", "قمة"));
    source("b.jsonl", record("2", "قمة"));
    run();
    Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("---------"));
    try {
      Assumptions.assumeFalse(Files.isReadable(below), "the administrator may read everything");
      assertThatExceptionOfType(CorpusException.class)
          .isThrownBy(this::deleteVanished)
          .withMessageContaining("permission denied");
      assertThat(run().stale()).isZero();
    } finally {
      Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("rwx------"));
    }
    assertThat(titles()).hasSize(2);
  }

  @Test
  void aMistypedPathDeletesNothing() throws IOException {
    source("a.jsonl", record("1", "قمة"));
    run();

    assertThatExceptionOfType(CorpusException.class)
        .isThrownBy(() -> run(folder.resolve("suorces")))
        .withMessageContaining("there is no such file");
    assertThat(titles()).hasSize(1);
  }

  @Test
  void aFileThatWasEmptiedDeletesNothingAndIsReadAgain() throws IOException {
    source("a.jsonl", record("1", "قمة"));
    source("b.jsonl", record("2", "قمة"));
    run();
    Path a = source("a.jsonl");

    IndexSummary emptied = deleteVanished();
    assertThat(emptied.deleted()).isZero();
    assertThat(emptied.warnings()).singleElement().asString().startsWith(a.toString());
    assertThat(titles()).hasSize(2);
    assertThat(entry(a).state()).isEqualTo(State.DAMAGED);
    source("a.jsonl", record("3", "قمة"));
    assertThat(deleteVanished().deleted()).isEqualTo(1);
    assertThat(titles()).containsOnlyKeys("2", "3");
  }

  @Test
  void aFileThatBreaksOffDeletesNothingAndIsReadAgain() throws IOException {
    String[] records = new String[300];
    for (int i = 0; i < records.length; i++) {
      records[i] = record("id" + i, "قمة رقم " + new Random(i).nextLong());
    }
    byte[] packed = gzip(String.join("\n", records));
    Path a = sources.resolve("a.jsonl.gz");
    Files.write(a, packed);
    run();
    Files.write(a, Arrays.copyOf(packed, packed.length / 2));

    IndexSummary broken = deleteVanished();
    assertThat(broken.read()).isBetween(2L, 299L);
    assertThat(List.of(broken.deleted(), broken.rejected())).containsExactly(0L, 1L);
    assertThat(entry(a).state()).isEqualTo(State.DAMAGED);
    Map<String, String> before = files();
    assertThat(run().rejected()).as("told again").isEqualTo(1);
    assertThat(files()).isEqualTo(before);
    Files.delete(a);
    source("b.jsonl", record("b", "قمة"));
    assertThat(deleteVanished().deleted()).isEqualTo(300);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /**
   * Files come, change, swap, are touched and go, also with ids of each other; after each run the
   * index is the one that a first run over the same files makes.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyHistoryEndsWithTheIndexOfAFirstRun(long seed) throws IOException {
    Random random = new Random(seed);
    source("f0.jsonl", record("id0", "قمة"));
    for (int round = 0; round < 12; round++) {
      for (int change = random.nextInt(4); change >= 0; change--) {
        change(random);
      }
      options = options.withThreads(1 + random.nextInt(3));
      deleteVanished();

      NewsIndex fresh = index;
      index = NewsIndex.open(folder.resolve("fresh" + seed + "-" + round));
      run();
      Map<String, String> wanted = titles();
      index = fresh;
      assertThat(titles()).as("round %d", round).isEqualTo(wanted);
    }
    assertThat(index.verify().problems()).isEmpty();
  }

  private void change(Random random) throws IOException {
    Path file = sources.resolve("f" + random.nextInt(6) + ".jsonl");
    switch (random.nextInt(5)) {
      case 0 -> {
        if (!file.endsWith("f0.jsonl")) {
          Files.deleteIfExists(file);
        }
      }
      case 1 -> {
        if (Files.exists(file)) {
          Files.setLastModifiedTime(
              file, FileTime.from(OLD.plusSeconds(random.nextInt(1_000_000))));
        }
      }
      default -> {
        List<String> records = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
          records.add(record("id" + random.nextInt(12), "قمة " + random.nextInt(3)));
        }
        source(file.getFileName().toString(), records.toArray(String[]::new));
        Files.setLastModifiedTime(file, FileTime.from(OLD.plusSeconds(random.nextInt(1_000_000))));
      }
    }
  }
}
