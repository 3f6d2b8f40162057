package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.fihris.corpus.PageRecord.Field;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir private Path folder;

  @Test
  void readsAFolderInTheOrderOfItsNames() throws IOException {
    write("b.txt", "b");
    write("a/z.txt", "az");
    write("a/b/c.txt", "abc");
    write("c.jsonl", "{\"text\":\"c\"}");
    assertThat(texts(open(folder))).containsExactly("abc", "az", "b", "c");
  }

  @Test
  void readsSourcesInTheOrderGiven() throws IOException {
    Path b = write("b.txt", "b");
    Path a = write("a.txt", "a");
    assertThat(texts(open(b, a))).containsExactly("b", "a");
  }

  @Test
  void originIsThePathAsGiven() throws IOException {
    Path file = write("a/b.txt", "b");
    assertThat(readings(open(folder)))
        .extracting(r -> r.origin().file())
        .containsExactly(file.toString());
  }

  @Test
  void companionsAreLeftAloneAndCounted() throws IOException {
    write("README.md", "<DOC><TEXT>sample</TEXT></DOC>");
    write("LICENSE", "words");
    write(".git/a.txt", "hidden");
    write("__MACOSX/a.txt", "hidden");
    write("logo.png", "\u0089PNG");
    write("unknown.dat", "words");
    write("core", "\0\0\0");
    write("a.txt", "a");
    Corpus corpus = open(folder);
    assertThat(texts(corpus)).containsExactly("a");
    assertThat(corpus.skippedCount()).isEqualTo(7);
    assertThat(corpus.skipped()).hasSize(7).contains(folder.resolve("README.md").toString());
  }

  @Test
  void theFolderThatABrowserSavesBesideAPageIsLeftAlone() throws IOException {
    write("a.html", "<html>a");
    write("a_files/frame.html", "<html>advertisement");
    write("b_files/b.html", "<html>b");
    Corpus corpus = open(folder);
    assertThat(texts(corpus)).containsExactly("<html>a", "<html>b");
    assertThat(corpus.skipped()).containsExactly(folder.resolve("a_files").toString());
  }

  @Test
  void whatTheUserNamesIsAlwaysTried() throws IOException {
    Path readme = write("README.md", "words");
    Path table = write("a.csv", "a,b");
    Path empty = write("empty.txt", "");
    Path blank = write("blank.txt", " \n\n");
    List<String> found = texts(open(readme, table, empty, blank));
    assertThat(found).hasSize(4).startsWith("words");
    assertThat(found.get(1)).contains("names no column for a title or a text");
    assertThat(found.get(2)).contains("is empty");
    assertThat(found.get(3)).contains("is empty");
  }

  @Test
  void aMissingSourceIsToldBeforeAnythingIsRead() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> Corpus.of(List.of(folder, missing), ReadOptions.defaults()))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(missing.toString())
        .hasMessageContaining("check the path");
  }

  @Test
  void anEmptyFolderGivesNothing() {
    assertThat(readings(open(folder))).isEmpty();
  }

  @Test
  void aCorpusIsReadOnce() {
    Corpus corpus = open(folder);
    corpus.forEach(reading -> {});
    assertThatThrownBy(() -> corpus.forEach(reading -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatTheSinkThrowsIsThrown() throws IOException {
    write("a.jsonl", "{\"text\":\"a\"}");
    RuntimeException stop = new RuntimeException("stop");
    assertThatThrownBy(
            () ->
                open(folder)
                    .forEach(
                        reading -> {
                          throw stop;
                        }))
        .isSameAs(stop);
  }

  @Test
  void progressIsCountedInBytesOnDisk() throws IOException {
    write("README.md", "left alone, not counted");
    byte[] packed = Read.gzip("{\"text\":\"a\"}\n".repeat(50_000).getBytes());
    Files.write(folder.resolve("a.jsonl.gz"), packed);
    write("b.dat", "opened and left alone");
    Corpus corpus = open(folder);
    assertThat(corpus.bytesTotal()).isEqualTo(packed.length + 21);
    List<Long> steps = new ArrayList<>();
    corpus.forEach(reading -> steps.add(corpus.bytesRead()));
    assertThat(steps).isSorted().hasSize(50_000);
    assertThat(steps.getFirst()).isPositive().isLessThanOrEqualTo(packed.length);
    assertThat(corpus.bytesRead()).isEqualTo(corpus.bytesTotal());
  }

  @Test
  void aFileThatIsGoneOrForbiddenIsToldAndTheRunGoesOn() throws IOException {
    write("a.txt", "a");
    Path gone = write("b.txt", "b");
    write("c.txt", "c");
    Corpus corpus = open(folder);
    List<Reading> readings = new ArrayList<>();
    corpus.forEach(
        reading -> {
          readings.add(reading);
          delete(gone);
        });
    // The walk had listed the folder before the file went away.
    List<String> found = Read.values(readings, Field.TEXT);
    assertThat(found).hasSize(3).startsWith("a").endsWith("c");
    assertThat(found.get(1)).contains("is gone");
  }

  @Test
  void aForbiddenFileIsTold() throws IOException {
    Path file = write("a.txt", "a");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "the administrator may read everything");
    assertThat(texts(open(file)).getFirst()).contains("permission denied");
  }

  @Test
  void linksThatLeadInCirclesAreNotFollowed() throws IOException {
    write("a/a.txt", "a");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("b.txt"), folder.resolve("a/a.txt"));
    assertThat(texts(open(folder))).containsExactly("a", "a");
  }

  private Corpus open(Path... sources) {
    return Corpus.of(List.of(sources), ReadOptions.defaults());
  }

  private static List<Reading> readings(Corpus corpus) {
    List<Reading> readings = new ArrayList<>();
    corpus.forEach(readings::add);
    return readings;
  }

  private static List<String> texts(Corpus corpus) {
    return Read.values(readings(corpus), Field.TEXT);
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
