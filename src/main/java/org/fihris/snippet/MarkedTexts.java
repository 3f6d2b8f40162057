package org.fihris.snippet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.fihris.article.Article;
import org.fihris.facet.IndexTerms;
import org.fihris.index.Schema;
import org.fihris.matching.RequestTranslator;
import org.jspecify.annotations.Nullable;

/** The texts of one article, whole and with all their marks. */
public final class MarkedTexts {

  /** Places of one term in one field that are marked: the rest of a book is not. */
  private static final int MOST_PLACES = 10_000;

  private final List<Snippet> texts = new ArrayList<>();

  private MarkedTexts() {}

  /**
   * @param stored all stored fields of the document
   * @param article what they make
   */
  public static List<Snippet> of(
      int doc,
      Document stored,
      Article article,
      IndexSearcher searcher,
      IndexTerms index,
      RequestTranslator.Understood understood)
      throws IOException {
    Map<String, List<FoundMark>> marks =
        new MarkFinder(searcher, index, understood)
            .find(new int[] {doc}, List.of(stored), MOST_PLACES)
            .getFirst();
    MarkedTexts marked = new MarkedTexts();
    List<FoundMark> ofSummary = marks.getOrDefault(Schema.SUMMARY, List.of());
    String searched = stored.get(Schema.SUMMARY);
    String subtitle = article.details().subtitle();
    int end = searched == null || subtitle == null ? 0 : searched.length() - subtitle.length();
    marked.add(Schema.TITLE, article.title(), marks.getOrDefault(Schema.TITLE, List.of()), 0);
    marked.add(Schema.SUMMARY, article.summary(), ofSummary, 0);
    marked.add(Schema.SUBTITLE, subtitle, ofSummary, Math.max(0, end));
    marked.add(Schema.BODY, article.text(), marks.getOrDefault(Schema.BODY, List.of()), 0);
    return marked.texts;
  }

  /**
   * @param start where the text begins in what the marks are of; those outside are left out
   */
  private void add(String field, @Nullable String text, List<FoundMark> found, int start) {
    if (text == null || text.isEmpty()) {
      return;
    }
    List<Snippet.Mark> marks = new ArrayList<>();
    for (FoundMark mark : found) {
      if (mark.start() >= start && mark.end() <= start + text.length()) {
        marks.add(mark.mark().moved(-start));
      }
    }
    texts.add(new Snippet(field, text, marks, start, Snippet.Cut.NOWHERE));
  }
}
