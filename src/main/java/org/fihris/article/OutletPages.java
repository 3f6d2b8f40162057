package org.fihris.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.RawPage;
import org.fihris.entity.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages as if no line was known to be repeated, so that what is found of them is the same
 * whatever {@code repeated-lines.tsv} holds. Immutable.
 */
final class OutletPages {

  /**
   * A page with lines and an outlet.
   *
   * @param outlet as it is shown
   */
  record OutletPage(String outlet, Article article, List<LineFate> lines) {

    /** Equal for the pages of one outlet. */
    String key() {
      return Boilerplate.keyOf(outlet);
    }

    /** Tells reprints: the hash of the longest line of the article. */
    long longest() {
      return hash(
          article
              .text()
              .lines()
              .max(Comparator.comparingInt(String::length))
              .orElse(article.title()));
    }
  }

  private final Tables tables;
  private final PageExtractor extractor;

  OutletPages(IndexConfig config) {
    this.tables =
        Tables.of(
            Boilerplate.of(config), Outlets.of(config), RepeatedLines.NONE, Gazetteer.of(config));
    this.extractor = new PageExtractor(tables);
  }

  /** The page; {@code null} if it is a record, or no article, or of no known outlet. */
  @Nullable OutletPage of(RawPage page) {
    Explanation read = extractor.explain(page);
    String outlet = RepeatedLines.outletOf(read);
    return outlet != null
            && !Boilerplate.keyOf(outlet).isEmpty()
            && !read.lines().isEmpty()
            && read.made().getFirst() instanceof Article article
        ? new OutletPage(outlet, article, read.lines())
        : null;
  }

  /** Whether a line, looked at alone, is neither a date nor a name nor navigation. */
  boolean isContent(String line) {
    return tables.pageLines().ofLine(line).stream().allMatch(PageLine::isContent);
  }

  /** Equal for lines with the same folded words, and as good as never for others. */
  static long hash(String line) {
    try {
      byte[] key = Boilerplate.keyOf(line).getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
