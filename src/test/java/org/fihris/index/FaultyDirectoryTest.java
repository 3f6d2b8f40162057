package org.fihris.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.apache.lucene.util.Bits;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.entity.EntityLabels;
import org.fihris.index.ArticleWriter.Mode;
import org.fihris.reliability.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A disk that fails while an index is written, by Lucene's own directory of faults: after each
 * fault the index is that of a commit, and of the last one that was acknowledged.
 */
class FaultyDirectoryTest {
  private static final IndexConfig CONFIG = IndexConfig.packaged();
  private static final EntityLabels KNOWN = EntityLabels.of(CONFIG);
  private static final int IDS = 60;
  private static final int ROUNDS = 9;
  private static final String SOURCE = "/source";

  /** How much of an article is written before it goes to the disk: little, to write often. */
  private static final double BUFFER_MEGABYTES = 0.5;

  private static final Map<Fault, Integer> STRUCK = new EnumMap<>(Fault.class);

  @TempDir private Path folder;

  /** A suite whose faults never strike would show nothing. */
  @AfterAll
  static void everyFaultHasStruck() {
    assertThat(STRUCK).containsOnlyKeys(Fault.values());
    if (Scale.isLong()) {
      System.out.println("runs that a fault ended: " + STRUCK);
    }
  }

  static IntStream seeds() {
    return IntStream.range(Scale.firstSeed(), Scale.firstSeed() + Scale.of("faults", 5));
  }

  private enum Fault {
    DISK_FULL,
    WRITE_FAILS,
    OPEN_FAILS,
    SYNC_FAILS,
    CRASH
  }

  /** What an index holds: the version of each article, and how many articles its source tells. */
  private record State(Map<Integer, Integer> versions, int source) {
    State copy() {
      return new State(new HashMap<>(versions), source);
    }
  }

  /** Fails the n-th call of the disk that comes by here, and all after it. */
  private static final class Countdown extends MockDirectoryWrapper.Failure {
    private static final Set<String> SYNCS = Set.of("sync", "syncMetaData");
    private static final Set<String> WRITES = Set.of("createOutput", "writeByte", "writeBytes");

    private final Fault fault;
    private volatile int left;

    Countdown(Fault fault, int left) {
      this.fault = fault;
      this.left = left;
    }

    @Override
    public void eval(MockDirectoryWrapper disk) throws IOException {
      if (fault != Fault.CRASH && !isIn(fault == Fault.SYNC_FAILS ? SYNCS : WRITES)) {
        return;
      }
      left--;
      if (left < 0) {
        if (fault == Fault.CRASH && left == -1) {
          disk.crash();
        }
        throw new IOException("as planned: " + fault);
      }
    }

    private static boolean isIn(Set<String> methods) {
      return StackWalker.getInstance()
          .walk(
              frames -> frames.limit(6).anyMatch(frame -> methods.contains(frame.getMethodName())));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasAcknowledgedIsThereAfterEachFault(int seed) throws Exception {
    Random random = new Random(seed);
    Path index = folder.resolve("news.idx");
    State acknowledged = new State(new HashMap<>(), 0);
    for (Fault fault : Fault.values()) {
      acknowledged = faultyRun(index, random, fault, acknowledged);
      acknowledged = soundRun(index, random, acknowledged);
    }
  }

  /** Runs until the disk fails or all is done, and returns what the index then holds. */
  private static State faultyRun(Path index, Random random, Fault fault, State before)
      throws IOException {
    State acknowledged = before;
    @Nullable State asked = null;
    MockDirectoryWrapper disk = disk(index, random);
    Countdown countdown = inject(disk, fault, random);
    @Nullable ArticleWriter writer = null;
    try {
      writer =
          ArticleWriter.open(
              index, disk, new NewsAnalyzer(CONFIG), CONFIG, Mode.UPDATE, BUFFER_MEGABYTES, true);
      State next = before.copy();
      for (int round = 0; round < ROUNDS; round++) {
        next = change(writer, next, random);
        asked = next;
        writer.commit();
        acknowledged = next;
        asked = null;
        next = next.copy();
      }
    } catch (RuntimeException e) {
      // Behind a crash there is nobody to be told, but for the other faults it must be told well.
      if (fault != Fault.CRASH) {
        assertThat(e).isInstanceOf(IndexException.class).hasMessageContaining(index.toString());
      }
      STRUCK.merge(fault, 1, Integer::sum);
    }
    heal(disk, countdown);
    if (asked != null && fault != Fault.CRASH && commits(writer)) {
      acknowledged = asked;
      asked = null;
    }
    close(disk, writer);
    return requireOneOf(index, acknowledged, asked);
  }

  private static MockDirectoryWrapper disk(Path index, Random random) throws IOException {
    MockDirectoryWrapper disk =
        new MockDirectoryWrapper(new Random(random.nextLong()), FSDirectory.open(index));
    disk.setAssertNoUnrefencedFilesOnClose(false);
    disk.setCheckIndexOnClose(false);
    return disk;
  }

  private static Countdown inject(MockDirectoryWrapper disk, Fault fault, Random random) {
    int calls =
        switch (fault) {
          case DISK_FULL -> random.nextInt(6_000);
          case SYNC_FAILS -> random.nextInt(60);
          case CRASH -> random.nextInt(4_000);
          case WRITE_FAILS, OPEN_FAILS -> Integer.MAX_VALUE;
        };
    switch (fault) {
      case WRITE_FAILS -> disk.setRandomIOExceptionRate(0.001 + random.nextDouble() * 0.01);
      case OPEN_FAILS -> disk.setRandomIOExceptionRateOnOpen(random.nextDouble() * 0.05);
      case DISK_FULL, SYNC_FAILS, CRASH -> {}
    }
    Countdown countdown = new Countdown(fault, calls);
    disk.failOn(countdown);
    return countdown;
  }

  private static State change(ArticleWriter writer, State state, Random random) {
    Map<Integer, Integer> versions = state.versions;
    for (int i = random.nextInt(12); i >= 0; i--) {
      int id = random.nextInt(IDS);
      if (random.nextInt(6) == 0) {
        writer.delete(List.of("id" + id));
        versions.remove(id);
      } else {
        int version = random.nextInt(1_000);
        writer.put(article(id, version));
        versions.put(id, version);
      }
    }
    int source = state.source + 1 + random.nextInt(3);
    writer.sources().put(source(source));
    return new State(versions, source);
  }

  private static Article article(int id, int version) {
    String text = "عقدت القمة %d في الرياض وبحث القادة %d ملفات الأمن والاقتصاد. ";
    return Article.of(
        "id" + id, "القمة " + version, text.formatted(id, version).repeat(1 + (id + version) % 40));
  }

  private static SourceEntry source(int articles) {
    ArticleKeys keys = ArticleKeys.growing();
    for (int i = 0; i < articles; i++) {
      keys.add(i, i);
    }
    return new SourceEntry(
        SOURCE,
        articles,
        Instant.EPOCH,
        null,
        1,
        SourceEntry.State.BEGUN,
        articles,
        0,
        List.of(),
        keys.soFar(),
        ArticleKeys.none());
  }

  private static void heal(MockDirectoryWrapper disk, Countdown countdown) {
    disk.setRandomIOExceptionRate(0);
    disk.setRandomIOExceptionRateOnOpen(0);
    countdown.left = Integer.MAX_VALUE;
  }

  /** Whether a commit that failed goes through when it is tried again. */
  private static boolean commits(ArticleWriter writer) {
    try {
      writer.commit();
      return true;
    } catch (IndexException e) {
      return false;
    }
  }

  private static void close(MockDirectoryWrapper disk, @Nullable ArticleWriter writer)
      throws IOException {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (RuntimeException e) {
      assertThat(e).hasMessageContaining("closed");
    }
  }

  private static State requireOneOf(Path index, State acknowledged, @Nullable State asked)
      throws IOException {
    try (FSDirectory directory = FSDirectory.open(index)) {
      if (!DirectoryReader.indexExists(directory)) {
        assertThat(acknowledged.versions).isEmpty();
        return acknowledged;
      }
    }
    assertThat(IndexVerification.of(index, KNOWN).problems()).isEmpty();
    State found = found(index);
    if (asked == null) {
      assertThat(found).isEqualTo(acknowledged);
    } else {
      assertThat(found).isIn(acknowledged, asked);
    }
    return found;
  }

  private static State found(Path index) throws IOException {
    Map<Integer, Integer> versions = new HashMap<>();
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      Bits live = MultiBits.getLiveDocs(reader);
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          Document stored = StoredArticles.read(reader.storedFields(), doc);
          Article article = ArticleDocument.toArticle(stored);
          int id = Integer.parseInt(article.id().substring(2));
          int version = Integer.parseInt(article.title().substring("القمة ".length()));
          assertThat(article).isEqualTo(article(id, version));
          assertThat(versions.put(id, version)).isNull();
        }
      }
    }
    SourceEntry source = SourceManifest.of(index).entries().stream().findFirst().orElse(source(0));
    assertThat(source).isEqualTo(source(source.articles().size()));
    return new State(versions, source.articles().size());
  }

  /** The next run finds a place to go on from, and all that it is given. */
  private static State soundRun(Path index, Random random, State before) throws IOException {
    State after;
    try (ArticleWriter writer = ArticleWriter.open(index, CONFIG, Mode.UPDATE, 16)) {
      assertThat(writer.sourcesDamage()).isNull();
      after = change(writer, before.copy(), random);
      writer.commit();
    }
    return requireOneOf(index, after, null);
  }
}
