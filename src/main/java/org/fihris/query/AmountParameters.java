package org.fihris.query;

import java.util.List;
import java.util.Map;

/** How much of what is found is told, and from where on, as parameters. */
final class AmountParameters {
  private static final String LIMIT = "limit";
  private static final String OFFSET = "offset";
  private static final String AFTER = "after";
  private static final String SNIPPETS = "snippets";
  private static final String REPRINTS = "reprints";
  private static final String LIST_REPRINTS = "list-reprints";

  static final List<String> NAMES =
      List.of(LIMIT, OFFSET, AFTER, SNIPPETS, REPRINTS, LIST_REPRINTS);

  private static final String COLLAPSED = "collapsed";
  private static final String SEPARATE = "separate";
  private static final Map<String, String> OF_REPRINTS =
      Map.of(COLLAPSED, COLLAPSED, SEPARATE, SEPARATE);

  private AmountParameters() {}

  static Page page(ParameterValues values, Page usual) {
    int limit = values.number(LIMIT, 0, Page.MAX_LIMIT, usual.limit());
    String after =
        values.read(
            AFTER,
            cursor -> {
              if (cursor.length() > Page.MAX_CURSOR_LENGTH) {
                throw new IllegalArgumentException(
                    "is longer than a cursor is; take it as \"next\" of the page before gives it");
              }
              return cursor;
            });
    if (after == null) {
      int offset = values.number(OFFSET, 0, Page.MAX_WINDOW, 0);
      if (offset + limit > Page.MAX_WINDOW) {
        values.addFault(
            OFFSET,
            "offset and limit reach to hit %,d at most; further hits are reached with after"
                .formatted(Page.MAX_WINDOW));
        offset = 0;
      }
      return new Page.At(offset, limit);
    }
    if (values.has(OFFSET)) {
      values.addFault(OFFSET, "after and offset exclude each other");
    }
    return new Page.After(after, limit);
  }

  static SnippetOptions snippets(ParameterValues values, SnippetOptions usual) {
    return new SnippetOptions(
        values.number(SNIPPETS, 0, SnippetOptions.MAX_COUNT, usual.count()), usual.length());
  }

  static Reprints reprints(ParameterValues values, Reprints usual) {
    int listed = values.number(LIST_REPRINTS, 0, Reprints.MAX_LISTED, listed(usual));
    return values.choice(REPRINTS, OF_REPRINTS, name(usual)).equals(COLLAPSED)
        ? new Reprints.Collapsed(listed)
        : Reprints.SEPARATE;
  }

  private static String name(Reprints reprints) {
    return switch (reprints) {
      case Reprints.Collapsed collapsed -> COLLAPSED;
      case Reprints.Separate separate -> SEPARATE;
    };
  }

  private static int listed(Reprints usual) {
    Reprints collapsed = usual instanceof Reprints.Collapsed ? usual : Reprints.COLLAPSED;
    return collapsed instanceof Reprints.Collapsed(int listed) ? listed : 0;
  }

  static void write(SearchRequest request, SearchRequest usual, Map<String, List<String>> names) {
    Reprints reprints = request.reprints();
    if (!name(reprints).equals(name(usual.reprints()))) {
      names.put(REPRINTS, List.of(name(reprints)));
    }
    if (reprints instanceof Reprints.Collapsed(int listed) && listed != listed(usual.reprints())) {
      names.put(LIST_REPRINTS, List.of(String.valueOf(listed)));
    }
    if (request.snippets().count() != usual.snippets().count()) {
      names.put(SNIPPETS, List.of(String.valueOf(request.snippets().count())));
    }
    if (request.page().limit() != usual.page().limit()) {
      names.put(LIMIT, List.of(String.valueOf(request.page().limit())));
    }
    switch (request.page()) {
      case Page.At at -> {
        if (at.offset() != 0) {
          names.put(OFFSET, List.of(String.valueOf(at.offset())));
        }
      }
      case Page.After after -> names.put(AFTER, List.of(after.cursor()));
    }
  }
}
