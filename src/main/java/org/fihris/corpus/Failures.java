package org.fihris.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;

/** Says in a sentence why reading failed. */
final class Failures {
  private Failures() {}

  static String reason(IOException failure) {
    return switch (failure) {
      case LimitException e -> String.valueOf(e.getMessage());
      case AccessDeniedException e ->
          "may not be read (permission denied); give yourself the right to read it";
      case NoSuchFileException e -> "is gone: it was there when the run began";
      case EOFException e -> "ends early: the end of the packed data is missing; fetch it again";
      case UnsupportedZipFeatureException e ->
          "is encrypted or packed in an uncommon way from here on; unpack it and give what was in it";
      case ZipException e -> "is damaged: " + e.getMessage();
      default -> "cannot be read: " + failure.getMessage();
    };
  }
}
