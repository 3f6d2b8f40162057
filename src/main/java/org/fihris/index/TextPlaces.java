package org.fihris.index;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.fihris.analysis.WordPlaces;

/**
 * Where in the texts of the articles of a segment their words stand: from positions, as postings
 * have them, to offsets. For one thread; documents are asked for in ascending order.
 */
public final class TextPlaces {
  private final BinaryDocValues written;
  private final WordPlaces places = new WordPlaces();

  private TextPlaces(BinaryDocValues written) {
    this.written = written;
  }

  /**
   * Those of a field.
   *
   * @param field one of {@link Schema#TEXTS}
   */
  public static TextPlaces of(LeafReader segment, String field) throws IOException {
    return new TextPlaces(DocValues.getBinary(segment, Schema.places(field)));
  }

  /**
   * Turns to a document of the segment, the one before or a later one.
   *
   * @param most how many positions are wanted, from the beginning
   */
  public void turnTo(int doc, int most) throws IOException {
    if (written.advanceExact(doc)) {
      places.read(written.binaryValue(), most);
    } else {
      places.clear();
    }
  }

  /** Whether the place of a position is known. */
  public boolean has(int position) {
    return position >= 0 && position < places.count();
  }

  /** The first UTF-16 unit of the word at a position that {@link #has} a place. */
  public int start(int position) {
    return places.start(position);
  }

  /** The unit behind the last one of that word. */
  public int end(int position) {
    return places.end(position);
  }
}
