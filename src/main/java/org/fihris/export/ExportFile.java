package org.fihris.export;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fihris.query.SearchRequest;
import org.fihris.search.HitWalk;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;

/** A file that an export is written to, and goes on with where it was interrupted. */
final class ExportFile {

  /** Hits between two moments at which what was written is made safe. */
  private static final int SAFE_EVERY = 2_000;

  private final Path file;
  private final Path part;
  private final Path stateFile;

  ExportFile(Path file) {
    this.file = file;
    this.part = beside(file, ".part");
    this.stateFile = beside(file, ".part.state");
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  ExportSummary write(
      Export export, NewsSearcher searcher, boolean replace, Export.Listener listener) {
    if (Files.isDirectory(file) || (Files.exists(file) && !replace)) {
      throw new ExportException(
          file + ": is there already. Name another file, or replace it (--overwrite).");
    }
    try (FileChannel channel = FileChannel.open(part, CREATE, WRITE)) {
      lock(channel);
      ExportState begun = begun(export, channel.size());
      ExportSummary summary = write(export, searcher, begun, channel, listener);
      Files.move(part, file, ATOMIC_MOVE, REPLACE_EXISTING);
      Files.deleteIfExists(stateFile);
      return summary;
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private ExportException cannot(IOException cause) {
    return new ExportException(
        file
            + ": cannot be written ("
            + cause
            + "). Once that is mended, the same command goes on where it stopped.",
        cause);
  }

  private void lock(FileChannel channel) throws IOException {
    boolean ours;
    try {
      ours = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      ours = false;
    }
    if (!ours) {
      throw new ExportException(part + ": another export is writing to it. Name another file.");
    }
  }

  /** How far an interrupted run came; null where there was none, or it had nothing safe yet. */
  private @Nullable ExportState begun(Export export, long size) throws IOException {
    if (!Files.exists(stateFile)) {
      return null;
    }
    ExportState state = ExportState.read(stateFile);
    if (state == null || state.bytes() > size) {
      throw other("does not fit it (somebody changed one of them)");
    }
    if (!state.layout().equals(ExportState.layout(export))) {
      throw other("is of an export with another format or other fields");
    }
    return state;
  }

  private ExportException other(String why) {
    return new ExportException(
        stateFile
            + ": says how far "
            + part
            + " is, but "
            + why
            + ". Delete both to begin anew, or name another file.");
  }

  private ExportSummary write(
      Export export,
      NewsSearcher searcher,
      @Nullable ExportState begun,
      FileChannel channel,
      Export.Listener listener)
      throws IOException {
    SearchRequest request =
        begun == null ? export.request() : export.request().withAfter(begun.cursor());
    HitWalk walk = searcher.walk(request);
    long before = begun == null ? 0 : begun.hits();
    long done = before;
    channel.truncate(begun == null ? 0 : begun.bytes());
    channel.position(channel.size());
    // Not closed: that would close the channel, and what is in it has been handed on by then.
    Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16);
    HitWriter writer = HitWriter.of(export, out);
    if (begun == null) {
      writer.begin();
    }
    while (walk.hasNext()) {
      writer.write(walk.next());
      done++;
      if (done % SAFE_EVERY == 0) {
        save(export, walk, writer, channel, done);
      }
      listener.wrote(done, walk.total());
    }
    writer.flush();
    channel.force(true);
    return new ExportSummary(walk.query(), done, before, walk.warnings());
  }

  /** Only what is on the disk may be said to be safe. */
  private void save(Export export, HitWalk walk, HitWriter writer, FileChannel channel, long done)
      throws IOException {
    writer.flush();
    channel.force(true);
    String cursor = walk.cursor();
    if (cursor == null) {
      throw new IllegalStateException("a hit was written, so there is a place behind it");
    }
    ExportState state =
        new ExportState(ExportState.layout(export), channel.position(), done, cursor);
    Path fresh = beside(stateFile, ".new");
    try (FileChannel to = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(state.text().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
      to.force(true);
    }
    Files.move(fresh, stateFile, ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
