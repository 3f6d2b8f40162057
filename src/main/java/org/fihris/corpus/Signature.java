package org.fihris.corpus;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file say it is. */
final class Signature {

  /** Something that holds other files or other data. */
  enum Container {
    GZIP,
    ZIP,
    TAR
  }

  private static final int TAR_HEADER = 512;
  private static final int TAR_CHECKSUM = 148;
  private static final int TAR_MAGIC = 257;

  /** Beginnings in Latin-1 of kinds that are not read. */
  private static final Map<String, String> OTHER_KINDS = otherKinds();

  private Signature() {}

  /** The container that begins with these bytes, or {@code null}. */
  static @Nullable Container container(byte[] head) {
    if (begins(head, 0, "\u001F\u008B")) {
      return Container.GZIP;
    }
    if (begins(head, 0, "PK\u0003\u0004") || begins(head, 0, "PK\u0005\u0006")) {
      return Container.ZIP;
    }
    return isTar(head) ? Container.TAR : null;
  }

  /** A kind of file that is known but not read, such as "a PDF"; {@code null} for any other. */
  static @Nullable String otherKind(byte[] bytes, int from, int length) {
    int size = Math.min(length, 1024);
    String head = new String(bytes, from, size, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> kind : OTHER_KINDS.entrySet()) {
      if (head.startsWith(kind.getKey())) {
        return kind.getValue();
      }
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return "an image";
    }
    return null;
  }

  private static Map<String, String> otherKinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("%PDF", "a PDF");
    kinds.put("\u0089PNG", "an image");
    kinds.put("\u00FF\u00D8\u00FF", "an image");
    kinds.put("GIF8", "an image");
    kinds.put("filedesc://", "a web archive of the old kind (ARC)");
    kinds.put("{\\rtf", "a word processor document");
    kinds.put("\u00D0\u00CF\u0011\u00E0", "an office document");
    kinds.put("BZh", "compressed with bzip2");
    kinds.put("\u00FD7zXZ\u0000", "compressed with xz");
    kinds.put("(\u00B5/\u00FD", "compressed with zstd");
    kinds.put("7z\u00BC\u00AF", "a 7z archive");
    kinds.put("Rar!\u001A", "a RAR archive");
    kinds.put("SQLite format 3", "a database (SQLite)");
    kinds.put("PAR1", "a Parquet file");
    return kinds;
  }

  private static boolean isTar(byte[] head) {
    return begins(head, TAR_MAGIC, "ustar") || isOldTar(head);
  }

  /** A tar of before 1988 has no magic, but a checksum over its header. */
  private static boolean isOldTar(byte[] head) {
    if (head.length < TAR_HEADER || head[0] == 0) {
      return false;
    }
    long sum = 0;
    for (int i = 0; i < TAR_HEADER; i++) {
      boolean inChecksum = i >= TAR_CHECKSUM && i < TAR_CHECKSUM + 8;
      sum += inChecksum ? ' ' : head[i] & 0xFF;
    }
    String digits = new String(head, TAR_CHECKSUM, 8, StandardCharsets.ISO_8859_1);
    return digits
        .replace('\0', ' ')
        .strip()
        .replaceFirst("^0+", "")
        .equals(Long.toOctalString(sum));
  }

  private static boolean begins(byte[] bytes, int at, String latin1) {
    if (bytes.length < at + latin1.length()) {
      return false;
    }
    for (int i = 0; i < latin1.length(); i++) {
      if ((bytes[at + i] & 0xFF) != latin1.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
