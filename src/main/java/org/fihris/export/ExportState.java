package org.fihris.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an export came, as its file says: four lines behind one with the version.
 *
 * @param layout what the hits were written as
 * @param bytes how many bytes of the export are safe
 * @param hits how many hits they are
 * @param cursor the place behind the last of them
 */
record ExportState(String layout, long bytes, long hits, String cursor) {
  private static final String VERSION = "fihris export 1";

  static String layout(Export export) {
    return export.format()
        + " "
        + String.join(",", export.fields().stream().map(ExportField::key).toList());
  }

  String text() {
    return String.join("\n", VERSION, layout, String.valueOf(bytes), String.valueOf(hits), cursor)
        + "\n";
  }

  /** The state in a file, null if it holds none. */
  static @Nullable ExportState read(Path file) throws IOException {
    List<String> lines = Files.readString(file).lines().toList();
    if (lines.size() != 5 || !lines.getFirst().equals(VERSION)) {
      return null;
    }
    try {
      ExportState state =
          new ExportState(
              lines.get(1),
              Long.parseLong(lines.get(2)),
              Long.parseLong(lines.get(3)),
              lines.get(4));
      return state.bytes < 0 || state.hits < 0 ? null : state;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
