package org.fihris.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.cli.Ran.fihris;

import java.io.IOException;
import java.nio.file.Path;
import org.fihris.apitests.Testdata;
import org.fihris.cluster.FakeCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that take an index on a cluster, and those that do not. */
class ClusterCommandsTest {
  private static final Path NEWS = Testdata.FOLDER.resolve("news.jsonl");

  @TempDir private Path folder;

  private FakeCluster cluster;
  private String address;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster(1);
    address = cluster.address("news");
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void anIndexIsBuiltShownAndDeletedFrom() {
    Ran built = fihris("index", address, NEWS, "--shards", 2, "--replicas", 0, "--no-suggestions");
    assertThat(built.exit()).as(built.err()).isZero();
    assertThat(built.out()).contains("23 articles indexed, 0 unchanged, 0 pages rejected");
    assertThat(built.err()).isEmpty();
    assertThat(fihris("index", address, NEWS, "--no-suggestions").out())
        .contains("0 articles indexed, 23 unchanged");
    assertThat(fihris("stats", address).out()).contains("articles  23").contains("format");
    Ran deleted = fihris("delete", address, "ek-20240416-07", "none");
    assertThat(deleted.out()).contains("1 deleted");
    assertThat(fihris("stats", address).out()).contains("articles  22");
    assertThat(fihris("delete", address, "none").exit()).isEqualTo(Main.NOTHING_FOUND);
  }

  @Test
  void anIndexIsPushedAndPulled() {
    Path local = folder.resolve("news.idx");
    Path back = folder.resolve("back.idx");
    fihris("index", local, NEWS);
    Ran pushed = fihris("push", local, address);
    assertThat(pushed.exit()).as(pushed.err()).isZero();
    assertThat(pushed.out()).contains("23 articles in both, compared: 23 written, 0 there before");
    assertThat(fihris("push", local, address).out()).contains("0 written, 23 there before");
    assertThat(fihris("pull", address, back).out()).contains("23 written, 0 there before");
    assertThat(fihris("verify", back).exit()).isZero();
  }

  @Test
  void whatIsMissingOrMisspeltIsTold() {
    for (Object[] command :
        new Object[][] {
          {"delete", address, "1"}, {"stats", address}, {"pull", address, folder.resolve("x")}
        }) {
      Ran ran = fihris(command);
      assertThat(ran.exit()).isEqualTo(Main.ERROR);
      assertThat(ran.err()).contains("no index of this name").contains("fihris index " + address);
    }
    assertThat(folder.resolve("x")).doesNotExist();
    assertThat(fihris("push", folder.resolve("none"), address).err()).contains("no index here");
    assertThat(cluster.holds("news")).as("nothing is made for nothing").isFalse();
    Ran folderForAddress = fihris("push", folder, "news.idx");
    assertThat(folderForAddress.exit()).isEqualTo(Main.ERROR);
    assertThat(folderForAddress.err()).contains("begins with opensearch://");
    assertThat(fihris("index", address, NEWS, "--shards", 0).err()).contains("shards: 1 to 1024");
    assertThat(fihris("index", address, NEWS, "--delete-vanished").err())
        .contains("does not remember which source gave an article");
  }

  @Test
  void aPasswordInAnAddressIsNotRepeated() {
    for (String command : new String[] {"stats", "search", "index"}) {
      Ran ran = fihris(command, address.replace("//", "//admin:s3cret@"), NEWS);
      assertThat(ran.exit()).isEqualTo(Main.ERROR);
      assertThat(ran.out() + ran.err()).doesNotContain("s3cret");
    }
    assertThat(fihris("stats", address.replace("//", "//admin:s3cret@")).err())
        .contains("FIHRIS_OPENSEARCH_PASSWORD");
  }

  @Test
  void whatOnlyAFolderHasIsSaid() {
    fihris("index", address, NEWS);
    for (String command : new String[] {"sources", "verify"}) {
      Ran ran = fihris(command, address);
      assertThat(ran.exit()).isEqualTo(Main.ERROR);
      assertThat(ran.err()).contains(address + ": an index on a cluster has no ");
    }
  }
}
