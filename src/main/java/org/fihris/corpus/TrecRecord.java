package org.fihris.corpus;

import java.util.List;
import org.fihris.corpus.FieldNames.Meaning;
import org.fihris.corpus.PageRecord.Field;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link PageRecord} of one SGML document.
 *
 * <p>A field goes from its tag to its end tag; tags in between are markup of its text. Without an
 * end tag it goes to the next field. {@code <BODY>} and {@code <HEADER>} may hold other fields, and
 * are fields themselves only where they do not. Text that is in no field is the page's text where
 * no field gives one.
 */
final class TrecRecord {
  private static final String CLOSE = "</doc>";
  private static final Meaning LOOSE_TEXT = new Meaning(Field.TEXT, Integer.MAX_VALUE - 1);

  private final String document;
  private final TrecTags tags;
  private final FieldValues values = new FieldValues();
  private final StringBuilder loose = new StringBuilder();

  /** The last field, if its end tag is missing. */
  private @Nullable Meaning open;

  private TrecRecord(String document, FieldNames names) {
    this.document = document;
    this.tags = TrecTags.of(document, names);
  }

  /**
   * @param ended false if the file ended before the document did
   */
  static Reading parse(Origin origin, String document, FieldNames names, boolean ended) {
    TrecRecord record = new TrecRecord(document, names);
    record.readFields();
    if (!ended && record.isCut()) {
      return new Unreadable(origin, "the file ends in the middle of this document; fetch it again");
    }
    return record.values.isEmpty()
        ? new Unreadable(origin, "the document is empty: there is no title and no text in it")
        : record.values.page(origin);
  }

  private boolean isCut() {
    return open == null ? !values.has(Field.TEXT) : open.field() != Field.TEXT;
  }

  private void readFields() {
    tags.attributes().forEach(values::put);
    List<TrecTags.Tag> all = tags.all();
    int from = tags.start();
    int end = Math.max(from, document.length() - (endsWithTag() ? CLOSE.length() : 0));
    int i = 0;
    while (i < all.size()) {
      TrecTags.Tag tag = all.get(i);
      loose.append(document, from, tag.start()).append('\n');
      from = tag.end();
      if (tag.closes() || tags.holdsFields(i)) {
        i++;
        continue;
      }
      int close = tags.closeOf(i);
      i = close >= 0 ? close : tags.nextField(i);
      int stop = i < all.size() ? all.get(i).start() : Math.max(end, tag.end());
      values.add(tag.meaning(), Markup.plain(document, from, stop));
      from = stop;
      open = close >= 0 ? null : tag.meaning();
    }
    loose.append(document, from, Math.max(from, end));
    if (!values.has(Field.TEXT)) {
      values.put(LOOSE_TEXT, Markup.plain(loose, 0, loose.length()));
    }
  }

  private boolean endsWithTag() {
    int at = document.length() - CLOSE.length();
    return at >= 0 && document.regionMatches(true, at, CLOSE, 0, CLOSE.length());
  }
}
