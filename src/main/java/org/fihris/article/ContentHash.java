package org.fihris.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fihris.text.Folding;

/** An id for articles that bring none: the same words have the same id, whatever their marks. */
final class ContentHash {

  private static final int BYTES = 8;

  private ContentHash() {}

  /** Sixteen hexadecimal digits of the SHA-256 of the folded title and text. */
  static String of(String title, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Folding.fold(title).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(Folding.fold(text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
