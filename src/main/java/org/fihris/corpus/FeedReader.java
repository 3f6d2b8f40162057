package org.fihris.corpus;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads news feeds, RSS of any version and Atom: each {@code <item>} or {@code <entry>} is a
 * record.
 *
 * <p>Items are cut out of the stream and read one by one by a parser that knows nothing of DTDs: no
 * entity is looked up anywhere or expanded, and a feed that declares some is refused. What is badly
 * formed, as many feeds are, costs at most the item it is in.
 */
final class FeedReader {
  private final RecordBuffer buffer;
  private final ReadOptions options;
  private final Consumer<? super Reading> sink;

  FeedReader(RecordBuffer buffer, ReadOptions options, Consumer<? super Reading> sink) {
    this.buffer = buffer;
    this.options = options;
    this.sink = sink;
  }

  /** Reads what the buffer has been opened on. */
  void read(String file, Decoding decoding) throws IOException {
    long items = 0;
    String tag = null;
    while (buffer.skipTo('<')) {
      if (buffer.startsWith("<!entity")) {
        refuse(
            file,
            "declares entities of its own (<!ENTITY …>), through which a file can read others or"
                + " grow without end; they are not resolved, and nothing more of it is read");
        return;
      }
      tag = isStart("item") ? "item" : isStart("entry") ? "entry" : null;
      if (tag == null) {
        passTag();
      } else {
        items++;
        item(file, decoding, tag);
      }
    }
    if (items == 0) {
      refuse(file, "is empty: there is no item in it");
    }
  }

  private void item(String file, Decoding decoding, String tag) throws IOException {
    buffer.beginRecord();
    boolean ended = passItem("</" + tag);
    Origin origin = new Origin(file, buffer.recordLine());
    if (!buffer.endRecord()) {
      sink.accept(new Unreadable(origin, Oversize.reason("the item", options)));
      return;
    }
    if (!ended) {
      sink.accept(
          new Unreadable(origin, "the file ends in the middle of this item; fetch it again"));
      return;
    }
    sink.accept(
        switch (decoding.record(buffer)) {
          case Decoding.Decoded.Refused(String reason) ->
              new Unreadable(origin, "the item " + reason);
          case Decoding.Decoded.Text(String text) -> FeedItem.parse(origin, text);
        });
  }

  /** Passes an item up to its end tag; false if the file ends before. */
  private boolean passItem(String close) throws IOException {
    passTag();
    while (buffer.skipTo('<')) {
      boolean end = buffer.startsWith(close);
      passTag();
      if (end) {
        return true;
      }
    }
    return false;
  }

  /** Whether a start tag of this name begins here; {@code <items>} is none of {@code <item>}. */
  private boolean isStart(String name) throws IOException {
    int length = name.length() + 1;
    if (!buffer.startsWith("<" + name) || buffer.lookAhead(length + 1) <= length) {
      return false;
    }
    byte after = buffer.array()[buffer.cursor() + length];
    return after == '>' || (after >= 0 && after <= ' ');
  }

  /** Passes a tag, a comment or a section of text in which tags are none. */
  private void passTag() throws IOException {
    if (buffer.startsWith("<![cdata[")) {
      passUpTo("]]>");
    } else if (buffer.startsWith("<!--")) {
      passUpTo("-->");
    } else {
      buffer.next();
      int b = buffer.peek();
      while (b >= 0 && b != '>' && b != '<') {
        buffer.next();
        b = buffer.peek();
      }
    }
  }

  private void passUpTo(String end) throws IOException {
    while (buffer.skipTo(end.charAt(0)) && !buffer.startsWith(end)) {
      buffer.next();
    }
    buffer.pass(end.length());
  }

  private void refuse(String file, String reason) {
    sink.accept(new Unreadable(new Origin(file, 0), reason));
  }
}
