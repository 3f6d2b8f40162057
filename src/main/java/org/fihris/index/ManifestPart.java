package org.fihris.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;

/**
 * A file with changes of a {@link SourceManifest}: written once, never changed, with a checksum at
 * its end.
 */
final class ManifestPart {
  private static final String CODEC = "FihrisSources";
  private static final int VERSION = 1;
  private static final byte REMOVED = 0;
  private static final byte PUT = 1;

  private ManifestPart() {}

  /** Writes a part, makes it durable and returns its checksum. */
  static long write(Directory directory, String name, List<SourceManifest.Change> changes)
      throws IOException {
    try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
      CodecUtil.writeHeader(out, CODEC, VERSION);
      out.writeVInt(changes.size());
      for (SourceManifest.Change change : changes) {
        switch (change) {
          case SourceManifest.Change.Removed(String path) -> {
            out.writeByte(REMOVED);
            out.writeString(path);
          }
          case SourceManifest.Change.Put put -> {
            out.writeByte(PUT);
            write(out, put);
          }
        }
      }
      CodecUtil.writeFooter(out);
    }
    directory.sync(Set.of(name));
    directory.syncMetaData();
    try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
      return CodecUtil.retrieveChecksum(in);
    }
  }

  private static void write(IndexOutput out, SourceManifest.Change.Put put) throws IOException {
    SourceEntry entry = put.entry();
    Instant modified = entry.modified();
    String hash = entry.hash();
    out.writeString(entry.path());
    out.writeVLong(entry.bytes());
    out.writeLong(modified == null ? Long.MIN_VALUE : modified.getEpochSecond());
    out.writeInt(modified == null ? 0 : modified.getNano());
    out.writeString(hash == null ? "" : hash);
    out.writeLong(entry.reading());
    out.writeByte((byte) entry.state().ordinal());
    out.writeVLong(entry.pages());
    out.writeVLong(entry.rejected());
    out.writeVInt(entry.reasons().size());
    for (SourceEntry.Reason reason : entry.reasons()) {
      out.writeString(reason.text());
      out.writeVLong(reason.count());
    }
    write(out, entry.articles(), put.known());
    out.writeByte((byte) (put.sameLeft() ? 1 : 0));
    if (!put.sameLeft()) {
      write(out, entry.left(), 0);
    }
  }

  private static void write(IndexOutput out, ArticleKeys keys, int from) throws IOException {
    out.writeVInt(from);
    out.writeVInt(keys.size() - from);
    for (int i = from; i < keys.size(); i++) {
      out.writeLong(keys.id(i));
      out.writeLong(keys.content(i));
    }
  }

  /**
   * Reads a part into a manifest, once all of it was found to be as it was written.
   *
   * @throws IOException if it is missing, damaged or another than the one with that checksum
   */
  static void load(Directory directory, String name, long checksum, SourceManifest manifest)
      throws IOException {
    try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
      if (CodecUtil.checksumEntireFile(in) != checksum) {
        throw new CorruptIndexException("not the file that was committed", in);
      }
    }
    try (ChecksumIndexInput in = directory.openChecksumInput(name)) {
      CodecUtil.checkHeader(in, CODEC, VERSION, VERSION);
      for (int left = in.readVInt(); left > 0; left--) {
        manifest.load(
            in.readByte() == REMOVED
                ? new SourceManifest.Change.Removed(in.readString())
                : put(in, manifest));
      }
      CodecUtil.checkFooter(in);
    }
  }

  private static SourceManifest.Change put(IndexInput in, SourceManifest manifest)
      throws IOException {
    String path = in.readString();
    SourceEntry before = manifest.get(path);
    long bytes = in.readVLong();
    long seconds = in.readLong();
    int nanos = in.readInt();
    String hash = in.readString();
    long reading = in.readLong();
    SourceEntry.State state = SourceEntry.State.values()[in.readByte()];
    long pages = in.readVLong();
    long rejected = in.readVLong();
    List<SourceEntry.Reason> reasons = new ArrayList<>();
    for (int left = in.readVInt(); left > 0; left--) {
      reasons.add(new SourceEntry.Reason(in.readString(), in.readVLong()));
    }
    ArticleKeys articles = keys(in, before == null ? null : before.articles());
    boolean sameLeft = in.readByte() == 1;
    ArticleKeys left = sameLeft && before != null ? before.left() : keys(in, null);
    return new SourceManifest.Change.Put(
        new SourceEntry(
            path,
            bytes,
            seconds == Long.MIN_VALUE ? null : Instant.ofEpochSecond(seconds, nanos),
            hash.isEmpty() ? null : hash,
            reading,
            state,
            pages,
            rejected,
            reasons,
            articles,
            left),
        0,
        false);
  }

  private static ArticleKeys keys(IndexInput in, @Nullable ArticleKeys before) throws IOException {
    int known = in.readVInt();
    if (known > (before == null ? 0 : before.size())) {
      throw new CorruptIndexException("articles are missing in the part before", in);
    }
    ArticleKeys keys =
        before == null || known == 0
            ? ArticleKeys.growing()
            : before.first(known).growingFromHere();
    for (int left = in.readVInt(); left > 0; left--) {
      keys.add(in.readLong(), in.readLong());
    }
    return keys.soFar();
  }
}
