package org.fihris.suggest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.util.Bits;
import org.fihris.index.Schema;
import org.fihris.index.StoredArticles;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headlines of an index, each wording once; of very many those of the newest articles.
 * For one thread.
 */
final class HeadlineReader {
  /** So many headlines are suggested, which bounds the memory that building takes. */
  static final int MOST = 500_000;

  private static final Set<String> FIELDS = Set.of(Schema.ID, Schema.TITLE, Schema.DATE);

  /** A headline of more letters is none. */
  private static final int LONGEST = 300;

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}\u0640]+|[^\\s\\p{L}\\p{N}\\p{M}]");
  private static final int ISO_DAY = 10;

  private final DirectoryReader reader;
  private long[] seen = new long[1 << 16];
  private int wordings;

  HeadlineReader(DirectoryReader reader) {
    this.reader = reader;
  }

  /**
   * A headline.
   *
   * @param seconds since 1970, 0 where the date is unknown
   */
  record Headline(String id, String text, @Nullable LocalDate day, long seconds) {

    /** Its words; an empty one for a sign between two. */
    List<String> words() {
      List<String> words = new ArrayList<>();
      for (MatchResult found : (Iterable<MatchResult>) WORD.matcher(text).results()::iterator) {
        String word = found.group();
        words.add(Character.isLetterOrDigit(word.codePointAt(0)) ? word : "");
      }
      return words;
    }
  }

  /** Takes headlines. */
  interface Visitor {
    void visit(Headline headline) throws IOException;
  }

  void read(Visitor visitor) throws IOException {
    long oldest = oldest();
    int read = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      // Made for reading one document after the other.
      StoredFieldsReader stored =
          SlowCodecReaderWrapper.wrap(leaf.reader()).getFieldsReader().getMergeInstance();
      NumericDocValues times = DocValues.getNumeric(leaf.reader(), Schema.TIME);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        long time = times.advanceExact(doc) ? Math.max(0, times.longValue()) : 0;
        if ((live == null || live.get(doc)) && time >= oldest && read < MOST) {
          Headline headline = headline(StoredArticles.read(stored, doc, FIELDS), time);
          if (headline != null) {
            read++;
            visitor.visit(headline);
          }
        }
      }
    }
  }

  private @Nullable Headline headline(Document stored, long time) {
    String id = stored.get(Schema.ID);
    String title = stored.get(Schema.TITLE);
    if (id == null || title == null || title.isBlank() || title.length() > LONGEST) {
      return null;
    }
    String date = stored.get(Schema.DATE);
    LocalDate day =
        date == null || date.length() < ISO_DAY
            ? null
            : LocalDate.parse(date.substring(0, ISO_DAY));
    String text = title.strip().replaceAll("\\s+", " ");
    return isNew(String.join(" ", TypedWords.of(text))) ? new Headline(id, text, day, time) : null;
  }

  /** A set of hashes in one array: a wording that is lost by a collision is one of very many. */
  private boolean isNew(String wording) {
    long hash = hash(wording);
    int slot = slot(hash, seen.length);
    while (seen[slot] != 0) {
      if (seen[slot] == hash) {
        return false;
      }
      slot = (slot + 1) & (seen.length - 1);
    }
    seen[slot] = hash;
    if (++wordings * 2 > seen.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] before = seen;
    seen = new long[before.length * 2];
    for (long hash : before) {
      if (hash != 0) {
        int slot = slot(hash, seen.length);
        while (seen[slot] != 0) {
          slot = (slot + 1) & (seen.length - 1);
        }
        seen[slot] = hash;
      }
    }
  }

  private static int slot(long hash, int length) {
    return (int) (hash >>> 32) & (length - 1);
  }

  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ hash >>> 29) * 0x9E3779B97F4A7C15L;
    return hash == 0 ? 1 : hash;
  }

  /** The time before which headlines are left out. */
  private long oldest() throws IOException {
    if (reader.numDocs() <= MOST) {
      return 0;
    }
    long[] all = new long[reader.numDocs()];
    int count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues times = DocValues.getNumeric(leaf.reader(), Schema.TIME);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = times.nextDoc(); doc != NumericDocValues.NO_MORE_DOCS; doc = times.nextDoc()) {
        if (live == null || live.get(doc)) {
          all[count++] = times.longValue();
        }
      }
    }
    Arrays.sort(all, 0, count);
    return count <= MOST ? 0 : all[count - MOST];
  }
}
