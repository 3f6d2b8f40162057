package org.fihris.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.fihris.cli.Ran.fihris;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.article.Article;
import org.fihris.index.IndexException;
import org.fihris.query.SearchRequest;
import org.fihris.suggest.SuggestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, read-only or forbidden, a folder that goes away, a clock that jumps: one
 * sentence with a remedy, exit code 2, and nothing lost.
 */
class BadDiskTest {
  private static final int NOBODY = 65_534;

  @TempDir private Path folder;

  private static void index(Path index) {
    assertThat(fihris("index", index, "testdata/news.jsonl").exit()).isZero();
  }

  private static void requireToldOnce(Ran ran, String what) {
    assertThat(ran.exit()).as("%s", ran).isEqualTo(2);
    assertThat(ran.err()).contains(what).doesNotContain("fault in Fihris", "\tat ");
    assertThat(ran.err().lines().filter(line -> line.startsWith("fihris: "))).hasSize(1);
  }

  private static void requireWhole(Path index) {
    assertThat(NewsIndex.open(index).verify().problems()).isEmpty();
    assertThat(fihris("search", index, "القمة").exit()).isZero();
  }

  private static int run(Object... command) throws Exception {
    List<String> words = Stream.of(command).map(Object::toString).toList();
    return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor();
  }

  private interface OnDisk {
    void test(Path disk) throws Exception;
  }

  /** A small disk in memory, where this process may mount one. */
  private void onDisk(String options, OnDisk test) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    int mounted;
    try {
      mounted = run("mount", "-t", "tmpfs", "-o", options, "fihris-test", disk);
    } catch (IOException e) {
      mounted = -1;
    }
    assumeThat(mounted).as("skipped: only root may mount a small disk").isZero();
    try {
      test.test(disk);
    } finally {
      run("umount", "-l", disk);
    }
  }

  @Test
  void aFullDiskIsToldAndCostsNothing() throws Exception {
    Path much = folder.resolve("much.jsonl");
    try (var out = Files.newBufferedWriter(much)) {
      for (int i = 0; i < 500; i++) {
        String text =
            IntStream.range(i * 50, i * 50 + 50)
                .mapToObj(number -> "عقدت القمة %d وبحثت ملف %d.".formatted(number, number * 7))
                .collect(Collectors.joining(" "));
        out.write("{\"id\": \"m%d\", \"title\": \"%d\", \"text\": \"%s\"}%n".formatted(i, i, text));
      }
    }
    onDisk(
        "size=500k",
        disk -> {
          Path index = disk.resolve("news.idx");
          index(index);
          long before = NewsIndex.open(index).verify().articles();

          requireToldOnce(fihris("index", index, much), "no space left on the disk");

          requireWhole(index);
          assertThat(NewsIndex.open(index).verify().articles()).isEqualTo(before);
          assertThat(run("mount", "-o", "remount,size=64m", disk)).isZero();
          assertThat(fihris("index", index, much).exit()).isZero();
          assertThat(NewsIndex.open(index).verify().articles()).isEqualTo(before + 500);
        });
  }

  @Test
  void aReadOnlyDiskIsSearched() throws Exception {
    onDisk(
        "size=16m",
        disk -> {
          Path index = disk.resolve("news.idx");
          index(index);
          assertThat(fihris("saved", index, "add", "قمة", "القمة").exit()).isZero();
          assertThat(run("mount", "-o", "remount,ro", disk)).isZero();

          assertThat(fihris("search", index, "القمة").exit()).isZero();
          assertThat(fihris("suggest", index, "ال").exit()).isZero();
          assertThat(fihris("stats", index).exit()).isZero();
          assertThat(fihris("saved", index, "list").exit()).isZero();
          assertThat(fihris("verify", index).out()).startsWith("sound: ");
          for (List<Object> command :
              List.<List<Object>>of(
                  List.of("index", index, "testdata/more.jsonl.gz"),
                  List.of("delete", index, "1"),
                  List.of("saved", index, "add", "قطار", "قطار"))) {
            requireToldOnce(fihris(command), "the disk is read-only");
          }
        });
  }

  /** Root may do anything, so the program is run as somebody else. */
  @Test
  void aForbiddenFolderIsTold() throws Exception {
    Path index = folder.resolve("news.idx");
    index(index);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Files.setPosixFilePermissions(index, PosixFilePermissions.fromString("r-xr-xr-x"));
      requireToldOnce(asNobody("index", index, "testdata/more.jsonl.gz"), "no permission");
      requireToldOnce(asNobody("delete", index, "1"), "no permission");
      requireToldOnce(asNobody("verify", index), "no permission");
      assertThat(asNobody("search", index, "القمة").exit()).isZero();

      Files.setPosixFilePermissions(index, PosixFilePermissions.fromString("---------"));
      requireToldOnce(asNobody("search", index, "القمة"), "no permission");
    } finally {
      Files.setPosixFilePermissions(index, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    requireWhole(index);
  }

  private Ran asNobody(Object... arguments) throws Exception {
    boolean root = Files.getOwner(folder).getName().equals("root");
    if (!root) {
      return fihris(arguments);
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classesForAll(),
                Main.class.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
    } catch (IOException e) {
      assumeThat(e).as("skipped: no setpriv to become another user with").isNull();
      throw e;
    }
    return new Ran(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  /** The class path may lie in a home that others must not look into. */
  private String classesForAll() throws IOException {
    Path classes = folder.resolve("classes");
    List<String> copies = new ArrayList<>();
    if (Files.notExists(classes)) {
      Files.createDirectory(classes);
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path from = Path.of(entry);
      Path to = classes.resolve(copies.size() + "-" + from.getFileName());
      if (Files.notExists(to)) {
        copy(from, to);
      }
      copies.add(to.toString());
    }
    return String.join(File.pathSeparator, copies);
  }

  /** Libraries and our own classes; what else is on the path is not needed, and may be large. */
  private static void copy(Path from, Path to) throws IOException {
    if (from.toString().endsWith(".jar")) {
      Files.copy(from, to);
    } else if (from.endsWith(Path.of("target", "classes"))) {
      try (Stream<Path> all = Files.walk(from)) {
        for (Path file : (Iterable<Path>) all::iterator) {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
      }
    }
  }

  @Test
  void aFolderThatIsMovedUnderAWriterIsTold() throws IOException {
    Path index = folder.resolve("news.idx");
    index(index);
    long before = NewsIndex.open(index).verify().articles();
    Path moved = folder.resolve("moved.idx");
    NewsWriter writer = NewsIndex.open(index).writer();
    writer.add(Article.of("new", "قمة", "نص"));
    Files.move(index, moved);

    assertThat(messageOf(writer::commit)).startsWith(index + ": the index cannot be committed: ");
    assertThat(messageOf(writer::close)).doesNotContain("fault");
    requireWhole(moved);
    assertThat(NewsIndex.open(moved).verify().articles()).isEqualTo(before);
    requireToldOnce(fihris("search", index, "قمة"), "no index here");
  }

  @Test
  void aLockThatSomebodyTakesAwayIsTold() throws IOException {
    Path index = folder.resolve("news.idx");
    index(index);
    long before = NewsIndex.open(index).verify().articles();
    NewsWriter writer = NewsIndex.open(index).writer();
    Files.delete(index.resolve("write.lock"));

    String told = messageOf(() -> writer.add(Article.of("new", "قمة", "نص")));
    assertThat(told).startsWith(index + ": the index cannot be written: ").contains("write.lock");
    assertThat(messageOf(writer::commit)).startsWith(index + ": the index cannot be committed: ");
    messageOf(writer::close);
    requireWhole(index);
    assertThat(NewsIndex.open(index).verify().articles()).isEqualTo(before);
  }

  /** What was mapped stays readable where the operating system sees to it; nothing false comes. */
  @Test
  void aFolderThatIsDeletedUnderAReaderDoesNotMakeItFail() throws IOException {
    Path index = folder.resolve("news.idx");
    index(index);
    try (var searcher = NewsIndex.open(index).searcher()) {
      var asked = SearchRequest.of("القمة");
      long total = searcher.search(asked).total();
      IOUtils.rm(index);

      assertThat(searcher.search(asked).total()).isEqualTo(total);
      assertThat(searcher.suggest(SuggestRequest.of("ال")).warnings()).isNotEmpty();
      assertThat(messageOf(searcher::refreshed)).contains("no index here");
    }
  }

  private static String messageOf(Runnable call) {
    try {
      call.run();
      return "";
    } catch (IndexException e) {
      return e.getMessage();
    }
  }

  /** A file that says it was changed in a time to come may be changed again and say the same. */
  @Test
  void aClockThatJumpsHidesNoChange() throws IOException {
    Path index = folder.resolve("news.idx");
    Path source = folder.resolve("a.jsonl");
    for (String time :
        List.of("1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "1990-01-01T00:00:00Z")) {
      FileTime modified = FileTime.from(Instant.parse(time));
      Files.writeString(source, "{\"id\": \"1\", \"text\": \"قمة %s\"}".formatted(time));
      Files.setLastModifiedTime(source, modified);

      assertThat(fihris("index", index, source).exit()).isZero();
      assertThat(fihris("show", index, "1").out()).contains(time);
    }
    FileTime toCome = FileTime.from(Instant.parse("2099-01-01T00:00:00Z"));
    for (String word : List.of("أولى", "أخرى")) {
      Files.writeString(source, "{\"id\": \"1\", \"text\": \"قمة %s\"}".formatted(word));
      Files.setLastModifiedTime(source, toCome);
      assertThat(fihris("index", index, source).exit()).isZero();
      assertThat(fihris("show", index, "1").out()).contains(word);
    }
    requireWhole(index);
  }
}
