package org.fihris.index;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A small file of text that nobody edits, with its checksum in a last line of its own. */
final class SealedText {
  private static final String MARK = "\n# checksum\t";
  private static final Pattern SEALED =
      Pattern.compile("(.*)" + MARK + "([0-9a-f]{8})\n", Pattern.DOTALL);

  private SealedText() {}

  static String seal(String content) {
    return content + MARK + checksum(content) + "\n";
  }

  /** What was sealed; null if it is not as it was then. */
  static @Nullable String open(String sealed) {
    Matcher parts = SEALED.matcher(sealed);
    if (!parts.matches()) {
      return null;
    }
    String content = parts.group(1);
    return checksum(content).equals(parts.group(2)) ? content : null;
  }

  private static String checksum(String content) {
    CRC32 crc = new CRC32();
    crc.update(content.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
