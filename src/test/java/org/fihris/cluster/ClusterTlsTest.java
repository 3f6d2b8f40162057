package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.fihris.config.IndexConfig;
import org.fihris.index.IndexException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that speak TLS with a certificate of their own, and want to know who asks. */
class ClusterTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;
  private static Path store;
  private static SSLContext ofNode;

  @BeforeAll
  static void certify() throws Exception {
    store = folder.resolve("node.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "EC",
                "-dname",
                "CN=node",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    ofNode = SSLContext.getInstance("TLS");
    ofNode.init(managers.getKeyManagers(), null, null);
  }

  private static ClusterConnection connect(FakeCluster cluster, Map<String, String> environment) {
    return ClusterConnection.open(
        ClusterAddress.parse(cluster.address("news")),
        ClusterAccess.of(environment),
        IndexConfig.packaged(),
        ClusterConnection.Timing.defaults());
  }

  @Test
  void theirCertificateIsBelievedWhereItIsNamed() throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put(ClusterAccess.TRUST_STORE, store.toString());
    environment.put(ClusterAccess.TRUST_STORE_PASSWORD, PASSWORD);
    environment.put(ClusterAccess.USER, "admin");
    environment.put(ClusterAccess.PASSWORD, "s3cret");
    try (FakeCluster cluster = new FakeCluster(2, ofNode)) {
      cluster.require("Basic YWRtaW46czNjcmV0");
      cluster.make("news", Map.of());
      try (ClusterConnection connection = connect(cluster, environment)) {
        assertThat(connection.address().toString()).startsWith("opensearch+https://127.0.0.1:");
        for (int i = 0; i < 4; i++) {
          assertThat(connection.ask("GET", connection.ofIndex("_count")).isFound()).isTrue();
        }
      }
      assertThat(cluster.requestsToFirst()).contains("GET /news/_count");
    }
  }

  @Test
  void noCertificateIsBelievedThatNobodyNamed() throws Exception {
    try (FakeCluster cluster = new FakeCluster(1, ofNode)) {
      for (Map<String, String> environment :
          List.of(
              Map.<String, String>of(),
              Map.of(ClusterAccess.USER, "admin", ClusterAccess.PASSWORD, "s3cret"))) {
        assertThatExceptionOfType(IndexException.class)
            .isThrownBy(() -> connect(cluster, environment))
            .withMessageContaining("no secure connection")
            .withMessageContaining(ClusterAccess.TRUST_STORE);
      }
      assertThat(cluster.requests()).as("who does not know a node sends it nothing").isEmpty();
    }
  }
}
