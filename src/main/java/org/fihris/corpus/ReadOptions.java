package org.fihris.corpus;

import java.util.Map;
import org.fihris.corpus.PageRecord.Field;
import org.jspecify.annotations.Nullable;

/**
 * How sources are to be read, and the limits on what a stranger's file may ask for.
 *
 * @param format the format of every file; {@code null} to tell it from the content
 * @param map the user's own field names, which win over the usual ones: JSON keys (a path into
 *     nested objects is written {@code meta.date}) or SGML tags, in any case
 * @param maxRecordBytes a longer record is left out, without being held in memory
 * @param maxDecompressedBytes a file in an archive or a compressed file that unpacks to more is
 *     left at that point
 * @param maxDecompressionRatio compressed data that unpacks to more times its size is left at that
 *     point
 * @param maxArchiveDepth how many archives and compressed files may be nested; {@code .tar.gz} is
 *     two
 */
public record ReadOptions(
    @Nullable Format format,
    Map<String, Field> map,
    long maxRecordBytes,
    long maxDecompressedBytes,
    int maxDecompressionRatio,
    int maxArchiveDepth) {

  private static final long MEBIBYTE = 1L << 20;
  private static final ReadOptions DEFAULTS =
      new ReadOptions(null, Map.of(), 16 * MEBIBYTE, 64L * 1024 * MEBIBYTE, 400, 4);

  /**
   * @throws IllegalArgumentException if a limit is not positive, or {@code maxRecordBytes} is more
   *     than a quarter of a gibibyte, which no page is and no array should be
   */
  public ReadOptions {
    if (maxRecordBytes < 1 || maxRecordBytes > 256 * MEBIBYTE) {
      throw new IllegalArgumentException(
          "the limit for one record is between 1 byte and 256 MiB, not " + maxRecordBytes);
    }
    if (maxDecompressedBytes < 1 || maxDecompressionRatio < 1 || maxArchiveDepth < 1) {
      throw new IllegalArgumentException("the limits for unpacking are positive numbers");
    }
    map = Map.copyOf(map);
  }

  /**
   * Formats told from the content, no own names; 16 MiB a record, 64 GiB a file, 400 times, depth
   * 4.
   */
  public static ReadOptions defaults() {
    return DEFAULTS;
  }

  public ReadOptions withFormat(@Nullable Format value) {
    return new ReadOptions(
        value, map, maxRecordBytes, maxDecompressedBytes, maxDecompressionRatio, maxArchiveDepth);
  }

  public ReadOptions withMap(Map<String, Field> value) {
    return new ReadOptions(
        format,
        value,
        maxRecordBytes,
        maxDecompressedBytes,
        maxDecompressionRatio,
        maxArchiveDepth);
  }

  public ReadOptions withMaxRecordBytes(long value) {
    return new ReadOptions(
        format, map, value, maxDecompressedBytes, maxDecompressionRatio, maxArchiveDepth);
  }

  public ReadOptions withMaxDecompressedBytes(long value) {
    return new ReadOptions(
        format, map, maxRecordBytes, value, maxDecompressionRatio, maxArchiveDepth);
  }

  public ReadOptions withMaxDecompressionRatio(int value) {
    return new ReadOptions(
        format, map, maxRecordBytes, maxDecompressedBytes, value, maxArchiveDepth);
  }

  public ReadOptions withMaxArchiveDepth(int value) {
    return new ReadOptions(
        format, map, maxRecordBytes, maxDecompressedBytes, maxDecompressionRatio, value);
  }
}
