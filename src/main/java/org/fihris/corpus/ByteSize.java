package org.fihris.corpus;

/** Sizes as people read them. */
final class ByteSize {
  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

  private ByteSize() {}

  /**
   * The size in the largest unit of which there is at least one, with one decimal if it has any.
   */
  static String of(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1024 && unit < UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    long tenths = Math.round(size * 10);
    String number = tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
    return number + " " + UNITS[unit];
  }
}
