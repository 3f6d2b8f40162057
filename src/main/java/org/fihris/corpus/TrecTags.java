package org.fihris.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fihris.corpus.FieldNames.Meaning;
import org.fihris.corpus.PageRecord.Field;

/** The tags of one SGML document that mean a field, and which of them belong together. */
final class TrecTags {

  /**
   * @param name in lower case
   * @param start index of {@code <}
   * @param end index after {@code >}
   */
  record Tag(String name, Meaning meaning, boolean closes, int start, int end) {}

  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s([A-Za-z_-]{1,32})\\s{0,4}=\\s{0,4}(?:\"([^\"]*)\"|'([^']*)')");

  /** A longer start tag is no sensible one, and not worth going through. */
  private static final int MAX_START_TAG = 4096;

  private final String document;
  private final FieldNames names;
  private final int start;
  private final List<Tag> all = new ArrayList<>();
  private final int[] closes;

  private TrecTags(String document, FieldNames names) {
    this.document = document;
    this.names = names;
    this.start = document.indexOf('>') + 1;
    find();
    this.closes = pair();
  }

  /**
   * @param document begins with its start tag
   */
  static TrecTags of(String document, FieldNames names) {
    return new TrecTags(document, names);
  }

  /** In the order of the document. */
  List<Tag> all() {
    return all;
  }

  /** Index in the document after its start tag. */
  int start() {
    return start;
  }

  /** Index of the tag that closes tag {@code i}; -1 if none does. */
  int closeOf(int i) {
    return closes[i];
  }

  /** Whether tag {@code i} only stands around other fields. */
  boolean holdsFields(int i) {
    String name = all.get(i).name();
    return (name.equals("body") || name.equals("header"))
        && i + 1 < all.size()
        && !all.get(i + 1).closes();
  }

  /** Index of the tag at which field {@code i} ends if nothing closes it; may be the size. */
  int nextField(int i) {
    boolean text = all.get(i).meaning().field() == Field.TEXT;
    int next = i + 1;
    // A text may hold markup that looks like a field, but not at the start of a line.
    while (next < all.size() && text && !beginsField(all.get(next))) {
      next++;
    }
    return next;
  }

  private boolean beginsField(Tag tag) {
    int i = tag.start() - 1;
    while (i >= 0 && (document.charAt(i) == ' ' || document.charAt(i) == '\t')) {
      i--;
    }
    return !tag.closes() && (i < 0 || document.charAt(i) == '\n');
  }

  /** What the start tag itself says, as {@code <DOC id="…">} does. */
  Map<Meaning, String> attributes() {
    Map<Meaning, String> given = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(document.substring(0, Math.min(start, MAX_START_TAG)));
    while (attribute.find()) {
      Meaning meaning = names.of(attribute.group(1));
      if (meaning != null) {
        String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
        given.put(meaning, Markup.plain(value, 0, value.length()));
      }
    }
    return given;
  }

  private void find() {
    int i = document.indexOf('<', start);
    while (i >= 0) {
      int end = Markup.tagEnd(document, i, document.length());
      if (end > 0) {
        add(i, end);
      }
      i = document.indexOf('<', i + 1);
    }
  }

  private void add(int from, int end) {
    boolean close = document.charAt(from + 1) == '/';
    String name = Markup.tagName(document, from);
    Meaning meaning = names.of(name);
    boolean alone = document.charAt(end - 2) == '/';
    if (meaning != null && !alone) {
      all.add(new Tag(name.toLowerCase(Locale.ROOT), meaning, close, from, end));
    }
  }

  private int[] pair() {
    int[] pairs = new int[all.size()];
    Arrays.fill(pairs, -1);
    Map<String, Integer> nextClose = new HashMap<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      Tag tag = all.get(i);
      if (tag.closes()) {
        nextClose.put(tag.name(), i);
      } else {
        // Taken: a tag of the same name further up has lost its own.
        Integer close = nextClose.remove(tag.name());
        pairs[i] = close == null ? -1 : close;
      }
    }
    return pairs;
  }
}
