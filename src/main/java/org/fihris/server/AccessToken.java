package org.fihris.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a client must know to be answered. Only its hash is kept, so that it is in no heap dump and
 * in no message; and hashes are compared, so that the time it takes tells nothing of the token, not
 * even its length.
 */
public final class AccessToken {

  /** A shorter one could be guessed. */
  public static final int MIN_LENGTH = 16;

  private final byte[] hash;

  private AccessToken(byte[] hash) {
    this.hash = hash;
  }

  /**
   * @param text printable ASCII without spaces, as a header can carry it
   * @throws IllegalArgumentException if it is shorter than {@value #MIN_LENGTH} characters or has
   *     others; the message does not tell it
   */
  public static AccessToken of(String text) {
    if (text.length() < MIN_LENGTH || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "a token has at least " + MIN_LENGTH + " characters, all of them printable ASCII");
    }
    return new AccessToken(hash(text));
  }

  boolean isEqualTo(String text) {
    return MessageDigest.isEqual(hash, hash(text));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
