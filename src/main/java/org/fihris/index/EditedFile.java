package org.fihris.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.fihris.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * A text in the folder of an index that commands and people edit, beside the files of Lucene, which
 * leaves it alone.
 */
public final class EditedFile implements EditedText {

  private static final Pattern ONE =
      Pattern.compile("(entity-edits|saved-searches)(\\.last-good)?\\.(tsv|lock)");

  /** Two threads of one process cannot wait for each other by a file lock. */
  private static final Object ONE_EDITOR = new Object();

  private final Path index;
  private final Kind kind;

  public EditedFile(Path index, Kind kind) {
    this.index = index;
    this.kind = kind;
  }

  /** Whether a file in the folder of an index is one of these, by its name. */
  static boolean isOne(String name) {
    return ONE.matcher(name).matches();
  }

  private Path path() {
    return index.resolve(kind.fileName());
  }

  private Path lastGood() {
    return index.resolve(kind.stem() + ".last-good.tsv");
  }

  @Override
  public String name() {
    return path().toString();
  }

  @Override
  public String lastGoodName() {
    return lastGood().toString();
  }

  @Override
  public String remedy() {
    return "";
  }

  @Override
  public String version() throws IOException {
    return Files.exists(path()) ? Files.getLastModifiedTime(path()) + " " + Files.size(path()) : "";
  }

  @Override
  public @Nullable String read() throws IOException {
    return content(path());
  }

  private static @Nullable String content(Path file) throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (NoSuchFileException e) {
      return null;
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": not UTF-8; save it as UTF-8", e);
    }
  }

  /** {@inheritDoc} Nobody edits this one, so that damage can be told. */
  @Override
  public @Nullable String readLastGood() throws IOException {
    String sealed = content(lastGood());
    String content = sealed == null ? null : SealedText.open(sealed);
    if (sealed != null && content == null) {
      throw new ConfigException(
          lastGood()
              + ": damaged. It is only a copy: see that "
              + path()
              + " says what it should, and delete it.");
    }
    return content;
  }

  private boolean isLastGood(String content) throws IOException {
    try {
      return content.equals(readLastGood());
    } catch (ConfigException damaged) {
      return false;
    }
  }

  /** {@inheritDoc} A reader may have no right to write here; then the copy stays as it is. */
  @Override
  public void keepAsLastGood(String content) {
    try {
      if (!isLastGood(content)) {
        DurableFile.replace(lastGood(), SealedText.seal(content));
      }
    } catch (IOException e) {
      // What the file says is in force all the same.
    }
  }

  @Override
  public void change(Change change) throws IOException {
    synchronized (ONE_EDITOR) {
      try (FileChannel lock =
          FileChannel.open(
              index.resolve(kind.stem() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        var held = lock.lock();
        try {
          String after = change.of(read());
          DurableFile.replace(path(), after);
          keepAsLastGood(after);
        } finally {
          held.release();
        }
      } catch (IOException e) {
        throw IndexFolder.failure(index, "cannot take " + kind.lines(), e);
      }
    }
  }
}
