package org.fihris.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a file holds, layer by layer (gzip, tar, zip, one in the other), down to the files of
 * pages. Nothing is written to disk, so that no name of a member can do harm.
 *
 * <p>Every failure is told once, as an {@link Unreadable} of the innermost thing it struck.
 */
final class Contents {

  /**
   * One file, or something inside one.
   *
   * @param shown its name in messages
   * @param name what its own name tells
   * @param named whether the user named it, and not just a folder or archive it is in
   * @param depth how many containers it is in
   */
  record Item(String shown, FileName name, boolean named, int depth) {

    static Item file(String path, boolean named) {
      return new Item(path, FileName.of(path), named, 0);
    }

    Item unzipped() {
      return new Item(shown, name, named, depth + 1);
    }

    Item member(String memberName) {
      String safe = FileName.shown(memberName);
      return new Item(shown + "!" + safe, FileName.of(safe), false, depth + 1);
    }
  }

  private static final int TAR_BLOCK = 512;

  private final ReadOptions options;
  private final PageFiles pages;
  private final Skipped skipped;
  private final Consumer<? super Reading> sink;
  private boolean failed;

  Contents(ReadOptions options, Skipped skipped, Consumer<? super Reading> sink) {
    this.options = options;
    this.pages = new PageFiles(options, skipped, sink);
    this.skipped = skipped;
    this.sink = sink;
  }

  /**
   * Reads everything in a file; a failure of the stream is told to the sink.
   *
   * @return whether there was none
   */
  boolean read(Item file, Layer in) {
    failed = false;
    layer(file, in);
    return !failed & !pages.takeFailed();
  }

  private void layer(Item item, Layer in) {
    try {
      Head head = Head.of(in);
      Signature.Container container = Signature.container(head.bytes());
      if (container == null || (item.named() && item.name().otherKind() != null)) {
        pages.read(item, head);
      } else if (item.depth() >= options.maxArchiveDepth()) {
        refuse(
            item,
            "is an archive inside too many archives (the limit is "
                + options.maxArchiveDepth()
                + "); unpack the outer one");
      } else {
        open(item, container, in, head);
      }
    } catch (IOException e) {
      failed = true;
      refuse(item, Failures.reason(e));
    }
  }

  private void open(Item item, Signature.Container container, Layer raw, Head in)
      throws IOException {
    switch (container) {
      case GZIP -> gzip(item, raw, in);
      case TAR -> tar(item, in);
      case ZIP -> zip(item, in);
    }
  }

  private void gzip(Item item, Layer raw, Head in) {
    try (Gunzip unzipped = new Gunzip(in)) {
      layer(
          item.unzipped(),
          UnpackLimits.ratio(unzipped, raw::count, options.maxDecompressionRatio()));
    }
  }

  private void tar(Item item, Head in) throws IOException {
    Layer blocks = new Layer(in);
    boolean whole = members(item, new TarArchiveInputStream(blocks, StandardCharsets.UTF_8.name()));
    if (whole && blocks.count() % TAR_BLOCK != 0) {
      throw new EOFException(); // in the header of a member, which looks like an end
    }
  }

  private void zip(Item item, Head in) throws IOException {
    // Reads entries that were stored without their size in front as well as it can be done.
    members(item, new ZipArchiveInputStream(in, StandardCharsets.UTF_8.name(), true, true));
  }

  /** Reads all members; false if a failure, which has been told, came in between. */
  private boolean members(Item archive, ArchiveInputStream<? extends ArchiveEntry> in)
      throws IOException {
    int count = 0;
    ArchiveEntry entry;
    while ((entry = nextEntry(in)) != null) {
      count++;
      if (entry.isDirectory()) {
        continue;
      }
      Layer content = new Layer(in);
      member(archive.member(entry.getName()), in, entry, content);
      if (content.hasFailed()) {
        return false;
      }
    }
    if (count == 0) {
      refuse(archive, "is an archive without files");
    }
    return true;
  }

  private static @Nullable ArchiveEntry nextEntry(ArchiveInputStream<? extends ArchiveEntry> in)
      throws IOException {
    try {
      return in.getNextEntry();
    } catch (RuntimeException e) {
      throw new IOException("the archive is damaged", e);
    }
  }

  private void member(
      Item item, ArchiveInputStream<? extends ArchiveEntry> in, ArchiveEntry entry, Layer content) {
    if (isLinkOrDevice(entry) || item.name().isLeftAlone() || isInHiddenFolder(entry.getName())) {
      skipped.add(item.shown());
    } else if (!in.canReadEntryData(entry)) {
      refuse(item, "cannot be unpacked: it is encrypted or packed in an uncommon way");
    } else if (in instanceof ZipArchiveInputStream zip) {
      long before = zip.getCompressedCount();
      layer(
          item,
          UnpackLimits.ratio(
              content, () -> zip.getCompressedCount() - before, options.maxDecompressionRatio()));
    } else {
      layer(item, content);
    }
  }

  private static boolean isLinkOrDevice(ArchiveEntry entry) {
    return entry instanceof TarArchiveEntry tar
        && (tar.isSymbolicLink()
            || tar.isLink()
            || tar.isFIFO()
            || tar.isBlockDevice()
            || tar.isCharacterDevice());
  }

  private static boolean isInHiddenFolder(String memberName) {
    for (String part : memberName.split("[/\\\\]")) {
      if (FileName.isHidden(part) && !part.equals(".") && !part.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private void refuse(Item item, String reason) {
    sink.accept(new Unreadable(new Origin(item.shown(), 0), reason));
  }
}
