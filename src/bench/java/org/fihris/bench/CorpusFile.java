package org.fihris.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** A file of one JSON object a line, packed with gzip or not. */
final class CorpusFile {
  private static final ObjectReader READER = JsonMapper.shared().readerFor(NewsLine.class);
  private static final int BUFFER_BYTES = 1 << 16;

  private CorpusFile() {}

  /** Takes the articles of a corpus in turn. */
  interface Sink {
    void accept(NewsLine line) throws IOException, InterruptedException;
  }

  /**
   * Hands every article to {@code sink}.
   *
   * @throws BadInputException if the file holds anything but objects with strings
   */
  static void forEach(Path corpus, Sink sink) throws IOException, InterruptedException {
    try (InputStream in = open(corpus);
        MappingIterator<NewsLine> lines = READER.readValues(in)) {
      while (lines.hasNextValue()) {
        sink.accept(lines.nextValue());
      }
    } catch (ZipException | EOFException e) {
      throw damaged(corpus, e);
    } catch (JacksonIOException e) {
      throw damaged(corpus, e.getCause());
    } catch (JacksonException e) {
      throw new BadInputException(
          corpus
              + ", line "
              + e.getLocation().getLineNr()
              + ": is not an article in JSON ("
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + ")");
    }
  }

  private static BadInputException damaged(Path corpus, Throwable why) {
    return new BadInputException(
        corpus + ": cannot be read to its end; it is damaged (" + why.getMessage() + ")");
  }

  /** The file's bytes, unpacked. */
  static InputStream open(Path corpus) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(corpus), BUFFER_BYTES);
    if (!isPacked(file)) {
      return file;
    }
    return new GZIPInputStream(file, BUFFER_BYTES);
  }

  /** Copies the first {@code count} lines, unpacked, and tells how many there were. */
  static long copyFirst(long count, Path corpus, Path copy) throws IOException {
    try (BufferedReader in =
            new BufferedReader(new InputStreamReader(open(corpus), StandardCharsets.UTF_8));
        BufferedWriter out = Files.newBufferedWriter(copy)) {
      long left = count;
      for (String line = in.readLine(); line != null && left > 0; line = in.readLine()) {
        if (!line.isBlank()) {
          out.write(line);
          out.write('\n');
          left--;
        }
      }
      return count - left;
    }
  }

  private static boolean isPacked(InputStream in) throws IOException {
    in.mark(2);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return packed;
  }
}
