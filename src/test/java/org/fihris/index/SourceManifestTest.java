package org.fihris.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.fihris.index.SourceEntry.Reason;
import org.fihris.index.SourceEntry.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifest of sources and its files, without an index. */
class SourceManifestTest {
  private final Directory directory = new ByteBuffersDirectory();

  /** Stands for the data of the last commit. */
  private Map<String, String> commitData = Map.of();

  private static ArticleKeys keys(long... pairs) {
    ArticleKeys keys = ArticleKeys.growing();
    for (int i = 0; i < pairs.length; i += 2) {
      keys.add(pairs[i], pairs[i + 1]);
    }
    return keys.soFar();
  }

  private static SourceEntry entry(String path, State state, ArticleKeys articles) {
    return new SourceEntry(
        path,
        17,
        Instant.parse("2025-02-13T09:30:00.123456789Z"),
        "abc",
        -5,
        state,
        articles.size() + 1L,
        1,
        List.of(new Reason("سبب", 1)),
        articles,
        keys(8, 9));
  }

  private void commit(ManifestFiles files) throws IOException {
    ManifestFiles.Staged staged = files.stage();
    if (staged != null) {
      commitData = staged.commitData();
      files.committed(staged);
    }
    files.deleteOthers();
  }

  private ManifestFiles reopened() {
    return ManifestFiles.of(directory, commitData);
  }

  @Test
  void everythingOfAnEntryComesBack() throws IOException {
    SourceEntry full = entry("/a", State.WHOLE, keys(1, 2, 3, 4));
    SourceEntry bare =
        new SourceEntry(
            "/b",
            0,
            null,
            null,
            0,
            State.DAMAGED,
            0,
            0,
            List.of(),
            ArticleKeys.none(),
            ArticleKeys.none());
    ManifestFiles files = ManifestFiles.none(directory);
    files.manifest().put(full);
    files.manifest().put(bare);
    commit(files);

    assertThat(reopened().manifest().entries()).containsExactly(full, bare);
    assertThat(reopened().damage()).isNull();
  }

  @Test
  void nothingIsWrittenWhereNothingChanged() throws IOException {
    ManifestFiles files = ManifestFiles.none(directory);
    files.manifest().put(entry("/a", State.WHOLE, keys(1, 2)));
    commit(files);
    ManifestFiles again = reopened();
    again.manifest().put(entry("/a", State.WHOLE, keys(1, 2)));
    again.manifest().remove(List.of("/no such file"));

    assertThat(again.stage()).isNull();
  }

  /** A file that grows to a million articles must not be written whole at each commit. */
  @Test
  void onlyTheNewArticlesOfAFileAreWritten() throws IOException {
    ManifestFiles files = ManifestFiles.none(directory);
    ArticleKeys growing = ArticleKeys.growing();
    for (int commit = 0; commit < 5; commit++) {
      for (int i = 0; i < 100; i++) {
        growing.add(commit * 100L + i, i);
      }
      SourceEntry entry = entry("/a", State.BEGUN, growing.soFar());
      files.manifest().put(entry);
      commit(files);
      String newest =
          List.of(directory.listAll()).stream().max((a, b) -> a.compareTo(b)).orElseThrow();
      assertThat(directory.fileLength(newest)).isLessThan(100 * 16 + 300);
      assertThat(reopened().manifest().get("/a")).isEqualTo(entry);
    }
  }

  @Test
  void aListThatGrowsDoesNotChangeWhatWasTakenOfIt() {
    ArticleKeys growing = ArticleKeys.growing();
    growing.add(1, 2);
    ArticleKeys before = growing.soFar();
    for (int i = 0; i < 100; i++) {
      growing.add(i, i);
    }
    assertThat(before).isEqualTo(keys(1, 2));
    ArticleKeys other = before.growingFromHere();
    other.add(7, 8);
    assertThat(other.soFar()).isEqualTo(keys(1, 2, 7, 8));
    assertThat(growing.id(1)).isZero();
  }

  /** Any course of changes, commits and crashes leaves what the last commit had. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aCrashLeavesWhatWasCommitted(long seed) throws IOException {
    Random random = new Random(seed);
    ManifestFiles files = ManifestFiles.none(directory);
    Map<String, SourceEntry> now = new TreeMap<>();
    Map<String, SourceEntry> committed = new TreeMap<>();
    Map<String, ArticleKeys> growing = new HashMap<>();
    for (int step = 0; step < 400; step++) {
      String path = "/" + random.nextInt(6);
      switch (random.nextInt(8)) {
        case 0 -> {
          files.manifest().remove(List.of(path));
          now.remove(path);
        }
        case 1 -> growing.remove(path);
        case 2 -> {
          commit(files);
          committed = new TreeMap<>(now);
        }
        case 3 -> {
          if (random.nextBoolean()) {
            files.stage(); // written, but the commit never came
          }
          files = reopened();
          assertThat(files.damage()).isNull();
          now = new TreeMap<>(committed);
          growing.clear();
        }
        default -> {
          SourceEntry before = now.get(path);
          ArticleKeys keys =
              growing.computeIfAbsent(
                  path,
                  p ->
                      before == null ? ArticleKeys.growing() : before.articles().growingFromHere());
          for (int i = random.nextInt(20); i > 0; i--) {
            keys.add(random.nextInt(1000), i);
          }
          SourceEntry entry = entry(path, State.BEGUN, keys.soFar());
          files.manifest().put(entry);
          now.put(path, entry);
        }
      }
      assertThat(files.manifest().entries()).containsExactlyElementsOf(now.values());
      assertThat(reopened().manifest().entries()).containsExactlyElementsOf(committed.values());
    }
  }

  @Test
  void aPartThatBelongsToNoCommitIsDeletedAfterTheNext() throws IOException {
    ManifestFiles files = ManifestFiles.none(directory);
    files.manifest().put(entry("/a", State.WHOLE, keys(1, 2)));
    files.stage();
    ManifestFiles next = reopened();
    next.manifest().put(entry("/b", State.WHOLE, keys(1, 2)));
    commit(next);

    assertThat(directory.listAll()).hasSize(1);
    assertThat(reopened().manifest().entries()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sources_1.manifest", "sources_1.manifest:zz", "../x:1", "sources_9.manifest:1"})
  void aCommitThatNamesNoSuchFileIsDamage(String named) {
    ManifestFiles files = ManifestFiles.of(directory, Map.of("fihris.sources", named));

    assertThat(files.damage()).contains("manifest");
    assertThat(files.manifest().entries()).isEmpty();
  }

  /** Any byte that is changed is noticed, and none makes a reader fail otherwise. */
  @Test
  void noDamagedByteGoesUnnoticed() throws IOException {
    ManifestFiles files = ManifestFiles.none(directory);
    files.manifest().put(entry("/a", State.WHOLE, keys(1, 2, 3, 4)));
    commit(files);
    String name = directory.listAll()[0];
    byte[] bytes;
    try (IndexInput in = directory.openInput(name, IOContext.DEFAULT)) {
      bytes = new byte[(int) in.length()];
      in.readBytes(bytes, 0, bytes.length);
    }
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x10;
      directory.deleteFile(name);
      try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
        out.writeBytes(damaged, damaged.length);
      }
      assertThat(reopened().damage()).as("byte %d", i).isNotNull();
    }
  }
}
