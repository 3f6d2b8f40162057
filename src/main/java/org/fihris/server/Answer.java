package org.fihris.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.fihris.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is sent.
 *
 * @param tag tells this state of the answer from others; null where there is no telling
 * @param isPacked whether {@code bytes} are in gzip
 * @param retryAfterSeconds when to come back; 0 where nothing is said of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes belong to whoever sends them
record Answer(
    int status,
    String mediaType,
    byte[] bytes,
    Keeping keeping,
    @Nullable String tag,
    boolean isPacked,
    int retryAfterSeconds) {

  /** What a client may do with an answer later. */
  enum Keeping {
    /** Use it again after asking whether the commit is still the same. */
    COMMIT("private, no-cache"),
    /** Use it again after asking; it may change without a commit. */
    ASK("private, no-cache"),
    /** Nothing. */
    NEVER("no-store"),
    /** Use it for ever: its address names its content. */
    ALWAYS("public, max-age=31536000, immutable");

    final String header;

    Keeping(String header) {
      this.header = header;
    }
  }

  /** Smaller answers fit into one packet anyway. */
  private static final int WORTH_PACKING = 1_000;

  static Answer of(String mediaType, byte[] bytes, Keeping keeping) {
    return new Answer(200, mediaType, bytes, keeping, null, false, 0);
  }

  static Answer json(Map<String, ?> json) {
    return of("application/json", Json.bytes(Outside.told(json)), Keeping.COMMIT);
  }

  static Answer text(String mediaType, String text, Keeping keeping) {
    return of(mediaType, text.getBytes(StandardCharsets.UTF_8), keeping);
  }

  static Answer problem(Problem problem) {
    return new Answer(
        problem.status(),
        Problem.MEDIA_TYPE,
        Json.bytes(problem.json()),
        Keeping.NEVER,
        null,
        false,
        problem.retryAfterSeconds());
  }

  static Answer unchanged(String tag) {
    return new Answer(304, "", new byte[0], Keeping.COMMIT, tag, false, 0);
  }

  Answer withStatus(int newStatus) {
    return new Answer(newStatus, mediaType, bytes, keeping, tag, isPacked, retryAfterSeconds);
  }

  Answer withKeeping(Keeping newKeeping) {
    return new Answer(status, mediaType, bytes, newKeeping, tag, isPacked, retryAfterSeconds);
  }

  Answer withTag(@Nullable String newTag) {
    return new Answer(status, mediaType, bytes, keeping, newTag, isPacked, retryAfterSeconds);
  }

  /** This in gzip, where that makes it smaller. */
  Answer packed() {
    if (isPacked || bytes.length < WORTH_PACKING || !isText()) {
      return this;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no file behind it
    }
    return new Answer(
        status, mediaType, packed.toByteArray(), keeping, tag, true, retryAfterSeconds);
  }

  private boolean isText() {
    return mediaType.startsWith("text/")
        || mediaType.startsWith("application/")
        || mediaType.startsWith("image/svg");
  }
}
