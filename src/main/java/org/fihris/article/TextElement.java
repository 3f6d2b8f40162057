package org.fihris.article;

import java.util.List;
import org.fihris.article.HtmlBlocks.Range;
import org.fihris.article.HtmlBlocks.Region;

/**
 * Finds the element of a page that holds the text of its article: the one whose text, less its
 * links and scraps, is most. A larger element has more text, but also more of what stands around.
 */
final class TextElement {

  private static final int DECLARED_BONUS = 15;
  private static final double SHARE_OF_ARTICLE = 0.7;
  private static final int SCRAP = 2;

  private final List<HtmlBlock> blocks;
  private final List<Region> regions;

  /** Sums of words of prose before each block. */
  private final int[] prose;

  private final boolean[] beside;

  TextElement(HtmlBlocks page) {
    this.blocks = page.blocks();
    this.regions = page.regions();
    this.prose = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      HtmlBlock block = blocks.get(i);
      prose[i + 1] = prose[i] + (block.isProse() ? block.words() : 0);
    }
    this.beside = new boolean[regions.size()];
    for (int i = 0; i < beside.length; i++) {
      Region region = regions.get(i);
      beside[i] =
          (region.parent() >= 0 && beside[region.parent()]) || !holdsArticle(region.range());
    }
  }

  /** Whether a block stands in an element beside the article. */
  boolean isBeside(int block) {
    int region = blocks.get(block).region();
    return region >= 0 && beside[region];
  }

  /** Words of prose in a range that stand in no region beside the article. */
  int proseIn(Range range) {
    int words = 0;
    for (int i = range.start(); i < range.end(); i++) {
      words += blocks.get(i).isProse() && !isBeside(i) ? blocks.get(i).words() : 0;
    }
    return words;
  }

  /** The best of some elements; an empty range if none has any text. */
  Range among(List<Range> ranges) {
    double[] value = new double[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      value[i + 1] = value[i] + value(i);
    }
    Range best = new Range(0, 0, 0, false);
    double most = 0;
    for (Range range : ranges) {
      double worth =
          value[range.end()] - value[range.start()] + (range.declared() ? DECLARED_BONUS : 0);
      if (worth > most || (worth == most && range.depth() > best.depth())) {
        most = worth;
        best = range;
      }
    }
    return best;
  }

  private double value(int i) {
    HtmlBlock block = blocks.get(i);
    if (isBeside(i)) {
      return -SCRAP;
    }
    if (block.isLink()) {
      return -Math.min(block.words(), 20);
    }
    return block.isProse() ? block.words() * (1 - block.linked()) : -SCRAP;
  }

  /**
   * A wrapper may be called no-sidebar: what holds the headline or nearly all text is no region.
   */
  private boolean holdsArticle(Range range) {
    for (int i = range.start(); i < range.end(); i++) {
      if (blocks.get(i).level() == 1 && !blocks.get(i).isLink()) {
        return true;
      }
    }
    int all = prose[blocks.size()];
    return all > 0 && prose[range.end()] - prose[range.start()] > SHARE_OF_ARTICLE * all;
  }
}
