package org.fihris.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A place between two hits.
 *
 * @param view what the hits are of
 * @param request fingerprint of all that decides which hits there are and their order
 * @param stage which query found them
 * @param head whether the hit before the place is among those that the second step of ranking looks
 *     at; {@code value} is its points after that step then
 * @param seen how many hits are before the place
 * @param value the first value that the hit before the place is sorted by
 * @param tie places the hit before the place among its equals
 * @param now what ages are counted from, in seconds since 1970; 0 where they do not matter
 */
record Cursor(
    View view,
    long request,
    Answers.Stage stage,
    boolean head,
    long seen,
    long value,
    long tie,
    long now) {

  /**
   * A commit under corrections to its entities.
   *
   * @param fingerprint of both
   */
  record View(long generation, long fingerprint) {}

  private static final byte VERSION = 2;
  private static final int HEAD_FLAG = 0x80;
  private static final int FIXED_BYTES = 2 + 7 * Long.BYTES;

  /** The cursor as text: letters, digits, hyphens and underscores. */
  String encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + Integer.BYTES);
    bytes.put(VERSION).put((byte) (stage.ordinal() | (head ? HEAD_FLAG : 0)));
    bytes.putLong(view.generation).putLong(view.fingerprint).putLong(request);
    bytes.putLong(seen).putLong(value).putLong(tie).putLong(now);
    bytes.putInt(checksum(bytes.array(), bytes.position()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * @throws CursorException if the text is no cursor
   */
  static Cursor of(String text) {
    byte[] all = bytes(text);
    if (all.length == 0 || all[0] != VERSION) {
      throw damaged();
    }
    int end = all.length - Integer.BYTES;
    if (end != FIXED_BYTES || ByteBuffer.wrap(all).getInt(end) != checksum(all, end)) {
      throw damaged();
    }
    ByteBuffer bytes = ByteBuffer.wrap(all, 1, end - 1);
    int flags = bytes.get();
    int stage = flags & ~HEAD_FLAG & 0xFF;
    View view = new View(bytes.getLong(), bytes.getLong());
    long request = bytes.getLong();
    long seen = bytes.getLong();
    long value = bytes.getLong();
    long tie = bytes.getLong();
    long now = bytes.getLong();
    if (stage >= Answers.Stage.values().length || seen < 0) {
      throw damaged();
    }
    return new Cursor(
        view,
        request,
        Answers.Stage.values()[stage],
        (flags & HEAD_FLAG) != 0,
        seen,
        value,
        tie,
        now);
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
  }

  static CursorException damaged() {
    return new CursorException(
        "this is no cursor, or one of another version. Pass it on whole, as the answer with the"
            + " page before gave it, or begin with the first page again.");
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, end);
    return (int) checksum.getValue();
  }
}
