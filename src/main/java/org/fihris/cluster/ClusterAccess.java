package org.fihris.cluster;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.fihris.index.IndexException;
import org.jspecify.annotations.Nullable;

/**
 * Who asks a cluster, and whose certificates are believed: from the environment only. It is printed
 * without what it holds.
 */
public final class ClusterAccess {
  /** The variable with the name of the user. */
  public static final String USER = "FIHRIS_OPENSEARCH_USER";

  /** The variable with the password. */
  public static final String PASSWORD = "FIHRIS_OPENSEARCH_PASSWORD";

  /** The variable with the file of certificates to believe: PEM, PKCS 12 or JKS. */
  public static final String TRUST_STORE = "FIHRIS_OPENSEARCH_TRUST_STORE";

  /** The variable with the password of that file, where it has one. */
  public static final String TRUST_STORE_PASSWORD = "FIHRIS_OPENSEARCH_TRUST_STORE_PASSWORD";

  private static final int PEM_HEAD = 4096;

  private final @Nullable String authorization;
  private final @Nullable String trustStore;
  private final @Nullable String trustStorePassword;

  private ClusterAccess(
      @Nullable String authorization,
      @Nullable String trustStore,
      @Nullable String trustStorePassword) {
    this.authorization = authorization;
    this.trustStore = trustStore;
    this.trustStorePassword = trustStorePassword;
  }

  /**
   * What the environment of this process says.
   *
   * @throws IndexException if it has a user without a password, or the other way round
   */
  public static ClusterAccess ofEnvironment() {
    return of(System.getenv());
  }

  /** As {@link #ofEnvironment}, of other variables. */
  public static ClusterAccess of(Map<String, String> environment) {
    String user = environment.getOrDefault(USER, "");
    String password = environment.getOrDefault(PASSWORD, "");
    if (user.isEmpty() != password.isEmpty()) {
      throw new IndexException(
          (user.isEmpty() ? PASSWORD : USER)
              + " is set in the environment, "
              + (user.isEmpty() ? USER : PASSWORD)
              + " is not. Set both, or neither.");
    }
    String authorization = null;
    if (!user.isEmpty()) {
      byte[] bytes = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      authorization = "Basic " + Base64.getEncoder().encodeToString(bytes);
    }
    return new ClusterAccess(
        authorization, environment.get(TRUST_STORE), environment.get(TRUST_STORE_PASSWORD));
  }

  /** The value of the header that tells who asks; null for nobody. */
  @Nullable String authorization() {
    return authorization;
  }

  /** What TLS goes by: the certificates that Java believes, unless others are named. */
  SSLContext tls() {
    try {
      if (trustStore == null || trustStore.isEmpty()) {
        return SSLContext.getDefault();
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(certificates(Path.of(trustStore)));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IndexException(
          trustStore
              + " ("
              + TRUST_STORE
              + "): no certificates can be read from it: "
              + e.getMessage()
              + ". It has to be PEM, PKCS 12 or JKS; the password of the last two goes into "
              + TRUST_STORE_PASSWORD
              + ".",
          e);
    }
  }

  private KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
    if (!isPem(file)) {
      char[] password = trustStorePassword == null ? new char[0] : trustStorePassword.toCharArray();
      return KeyStore.getInstance(file.toFile(), password);
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("certificate-" + number++, one);
      }
    }
    return store;
  }

  private static boolean isPem(Path file) throws IOException {
    try (InputStream in = new FileInputStream(file.toFile())) {
      return new String(in.readNBytes(PEM_HEAD), StandardCharsets.ISO_8859_1)
          .contains("-----BEGIN");
    }
  }

  @Override
  public String toString() {
    return authorization == null ? "nobody" : "a user of the environment";
  }
}
