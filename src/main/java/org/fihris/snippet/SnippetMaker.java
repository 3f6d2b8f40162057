package org.fihris.snippet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.fihris.facet.IndexTerms;
import org.fihris.index.Schema;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SnippetOptions;

/**
 * Cuts snippets out of the articles found, from the offsets stored in the index: no text is
 * analysed again. One use, one search.
 */
public final class SnippetMaker {

  /** Places of one term in one field that are looked at: bounded work on any document. */
  private static final int MOST_PLACES = 400;

  private static final List<String> TEXTS = List.of(Schema.SUMMARY, Schema.BODY);

  private final SnippetOptions options;
  private final MarkFinder finder;

  public SnippetMaker(
      IndexSearcher searcher,
      IndexTerms index,
      RequestTranslator.Understood understood,
      SnippetOptions options) {
    this.options = options;
    this.finder = new MarkFinder(searcher, index, understood);
  }

  /**
   * The snippets of each document.
   *
   * @param docs document numbers, each once
   * @param stored their stored fields, in the same order
   */
  public List<List<Snippet>> snippets(int[] docs, List<Document> stored) throws IOException {
    List<Map<String, List<FoundMark>>> marks = finder.find(docs, stored, MOST_PLACES);
    List<List<Snippet>> all = new ArrayList<>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      all.add(snippets(stored.get(i), marks.get(i)));
    }
    return all;
  }

  private List<Snippet> snippets(Document stored, Map<String, List<FoundMark>> marks) {
    List<Snippet> snippets = new ArrayList<>();
    String title = stored.get(Schema.TITLE);
    List<FoundMark> ofTitle = marks.getOrDefault(Schema.TITLE, List.of());
    if (title != null && !ofTitle.isEmpty()) {
      Passage whole = new Passage(0, title.length(), false, false);
      snippets.add(snippet(Schema.TITLE, title, whole, ofTitle));
    }
    if (options.count() == 0) {
      return snippets;
    }
    List<PassageChoice.Candidate> best = best(stored, title, marks);
    if (best.isEmpty()) {
      lead(stored, title, snippets);
    }
    for (PassageChoice.Candidate chosen : best) {
      snippets.add(snippet(chosen.field(), chosen.text(), chosen.passage(), chosen.marks()));
    }
    return snippets;
  }

  private List<PassageChoice.Candidate> best(
      Document stored, String title, Map<String, List<FoundMark>> marks) {
    PassageChoice choice = new PassageChoice(finder::rarity);
    if (title != null) {
      choice.tell(title);
    }
    for (int i = 0; i < TEXTS.size(); i++) {
      String field = TEXTS.get(i);
      String text = stored.get(field);
      List<FoundMark> ofField = marks.getOrDefault(field, List.of());
      if (text != null && !ofField.isEmpty()) {
        choice.add(field, i, text, ofField, options.length());
      }
    }
    return choice.best(options.count());
  }

  /**
   * The beginning of an article without marks; the headline, if it stands there again, left out.
   */
  private void lead(Document stored, String title, List<Snippet> snippets) {
    for (String field : TEXTS) {
      String text = stored.get(field);
      if (text != null && !text.isBlank()) {
        int from = title != null && text.startsWith(title + "\n") ? title.length() + 1 : 0;
        while (from < text.length() && Sentences.isBlank(text.charAt(from))) {
          from++;
        }
        int start = from < text.length() ? from : 0;
        Passage lead = new PassageCutter(text, options.length()).lead(start);
        snippets.add(snippet(field, text, lead, List.of()));
        return;
      }
    }
  }

  private static Snippet snippet(
      String field, String text, Passage passage, List<FoundMark> found) {
    List<Snippet.Mark> marks = new ArrayList<>(found.size());
    for (FoundMark mark : found) {
      marks.add(mark.mark().moved(-passage.start()));
    }
    StringBuilder line = new StringBuilder(passage.length());
    for (int i = passage.start(); i < passage.end(); i++) {
      line.append(Sentences.isLineEnd(text.charAt(i)) ? ' ' : text.charAt(i));
    }
    return new Snippet(
        field,
        line.toString(),
        marks,
        passage.start(),
        new Snippet.Cut(passage.cutStart(), passage.cutEnd()));
  }
}
