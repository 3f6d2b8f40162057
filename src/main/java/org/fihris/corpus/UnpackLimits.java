package org.fihris.corpus;

import java.io.InputStream;
import java.util.function.LongSupplier;

/** Streams that stop, with the reason, where unpacking goes beyond what is sensible. */
final class UnpackLimits {
  /** Less than this harms nobody, and the ratio of short data says nothing. */
  private static final long HARMLESS_BYTES = 16L << 20;

  private UnpackLimits() {}

  /** Fails once more than {@code maxBytes} were read. */
  static Layer size(InputStream in, long maxBytes) {
    return new Layer(in) {
      @Override
      void passed(int bytes) throws LimitException {
        if (count() > maxBytes) {
          throw new LimitException(
              "unpacks to more than "
                  + ByteSize.of(maxBytes)
                  + ", the limit for one file; if it can be trusted, unpack it and give the"
                  + " unpacked file");
        }
      }
    };
  }

  /** Fails once the data is {@code maxRatio} times the compressed bytes it was made from. */
  static Layer ratio(InputStream in, LongSupplier compressedBytes, int maxRatio) {
    return new Layer(in) {
      @Override
      void passed(int bytes) throws LimitException {
        if (count() > HARMLESS_BYTES && count() / maxRatio > compressedBytes.getAsLong()) {
          throw new LimitException(
              "unpacks to more than "
                  + maxRatio
                  + " times its size, as a file does that is made to do harm; if it can be"
                  + " trusted, unpack it and give the unpacked file");
        }
      }
    };
  }
}
