package org.fihris.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** A file of lines, each with the checksum of all lines up to it. */
final class JournalFile implements Journal {
  private static final String HEAD = "version\t2\n";
  private static final Pattern LINE = Pattern.compile("(.*)\t[0-9a-f]{8}");

  private final Path index;
  private final Path file;
  private final String loss;
  private final CRC32 checksum = new CRC32();

  /** Bytes up to the end of the last line; what a crash left unfinished behind it goes. */
  private long whole;

  private boolean exists;

  /**
   * @param loss what happens where the file is deleted, as a part of a sentence
   */
  JournalFile(Path index, String name, String loss) {
    this.index = index;
    this.file = index.resolve(name);
    this.loss = loss;
  }

  @Override
  public void read(Consumer<String> lines) {
    try {
      checksum.reset();
      whole = 0;
      exists = Files.exists(file);
      if (exists) {
        read(Files.readString(file, StandardCharsets.ISO_8859_1), lines);
      }
    } catch (IOException e) {
      throw IndexFolder.failure(index, "cannot be read", e);
    }
  }

  private void read(String content, Consumer<String> lines) {
    if (!content.startsWith(HEAD)) {
      throw damaged(1);
    }
    int end = content.lastIndexOf('\n') + 1;
    int number = 1;
    for (String line : content.substring(HEAD.length(), end).split("\n")) {
      number++;
      if (!line.isEmpty()) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || !line.equals(sealed(parts.group(1)))) {
          throw damaged(number);
        }
        lines.accept(parts.group(1));
      }
    }
    whole = end;
  }

  private String sealed(String line) {
    checksum.update(line.getBytes(StandardCharsets.US_ASCII));
    return line + '\t' + HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private IndexException damaged(int line) {
    return new IndexException(
        file
            + ":"
            + line
            + ": damaged, or of another version of Fihris. Delete the file; "
            + loss
            + ".");
  }

  @Override
  public void add(List<String> lines) {
    StringBuilder added = new StringBuilder(exists ? "" : HEAD);
    lines.forEach(line -> added.append(sealed(line)).append('\n'));
    try {
      DurableFile.append(file, whole, added.toString());
      whole += added.length();
      exists = true;
    } catch (IOException e) {
      throw IndexFolder.failure(index, "cannot be written", e);
    }
  }
}
