package org.fihris.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.OffsetSource;
import org.apache.lucene.util.BytesRef;
import org.fihris.matching.MarkLevels;

/** The places that match by their stems without those that {@link MarkLevels} refuses. */
final class MarkedPlaces extends FieldOffsetStrategy {
  private final FieldOffsetStrategy all;
  private final MarkLevels levels;

  MarkedPlaces(UHComponents components, FieldOffsetStrategy all, MarkLevels levels) {
    super(components);
    this.all = all;
    this.levels = levels;
  }

  @Override
  public OffsetSource getOffsetSource() {
    return all.getOffsetSource();
  }

  @Override
  public OffsetsEnum getOffsetsEnum(LeafReader reader, int docId, String content)
      throws IOException {
    return new Kept(all.getOffsetsEnum(reader, docId, content), content, levels);
  }

  private static final class Kept extends OffsetsEnum {
    private final OffsetsEnum all;
    private final String content;
    private final MarkLevels levels;

    Kept(OffsetsEnum all, String content, MarkLevels levels) {
      this.all = all;
      this.content = content;
      this.levels = levels;
    }

    @Override
    public boolean nextPosition() throws IOException {
      while (all.nextPosition()) {
        int start = all.startOffset();
        int end = Math.min(all.endOffset(), content.length());
        if (start < end && levels.match(content.substring(start, end)) != null) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int freq() throws IOException {
      return all.freq();
    }

    @Override
    public BytesRef getTerm() throws IOException {
      return all.getTerm();
    }

    @Override
    public int startOffset() throws IOException {
      return all.startOffset();
    }

    @Override
    public int endOffset() throws IOException {
      return all.endOffset();
    }

    @Override
    public void close() throws IOException {
      all.close();
    }
  }
}
