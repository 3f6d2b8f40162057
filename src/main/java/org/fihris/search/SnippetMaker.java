package org.fihris.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.index.Schema;
import org.fihris.matching.MarkLevels;
import org.fihris.query.SnippetOptions;

/**
 * Cuts snippets out of the articles found, from the offsets stored in the index: no text is
 * analysed again. One use, one search.
 */
final class SnippetMaker {
  private static final String[] FIELDS = Schema.TEXTS.toArray(String[]::new);

  /** Characters of a field that are looked at: bounded work on a document of any length. */
  private static final int LOOKED_AT = 200_000;

  /**
   * Where in a snippet its first match should stand: a third of the way, so that it has context.
   */
  private static final float ALIGNMENT = 0.33f;

  private final SnippetOptions options;
  private final Highlighter highlighter;

  /**
   * @param levels what is a mark and what it matches
   */
  SnippetMaker(
      IndexSearcher searcher, NewsAnalyzer analyzer, MarkLevels levels, SnippetOptions options) {
    this.options = options;
    this.highlighter = new Highlighter(searcher, analyzer, levels, options.length());
  }

  /**
   * The snippets of each document.
   *
   * @param docs document numbers, each once
   * @param stored their stored fields, in the same order
   */
  List<List<Snippet>> snippets(Query query, int[] docs, List<Document> stored) throws IOException {
    if (docs.length == 0) {
      return List.of();
    }
    highlighter.preload(docs, stored);
    int[] passages = {1, 1, Math.max(1, options.count())}; // Lucene fails on none
    Map<String, Object[]> found = highlighter.pieces(query, passages);
    List<List<Snippet>> all = new ArrayList<>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      all.add(ofDocument(found, i));
    }
    return all;
  }

  private List<Snippet> ofDocument(Map<String, Object[]> found, int index) {
    List<Snippet> title = marked(found, Schema.TITLE, index);
    List<Snippet> text = new ArrayList<>(marked(found, Schema.SUMMARY, index));
    text.addAll(marked(found, Schema.BODY, index));
    if (text.isEmpty()) {
      text.addAll(lead(found, index));
    }
    List<Snippet> all = new ArrayList<>(title);
    all.addAll(text.subList(0, Math.min(text.size(), options.count())));
    return all;
  }

  private static List<Snippet> marked(Map<String, Object[]> found, String field, int index) {
    return snippets(found, field, index).stream().filter(s -> !s.marks().isEmpty()).toList();
  }

  private static List<Snippet> lead(Map<String, Object[]> found, int index) {
    List<Snippet> summary = snippets(found, Schema.SUMMARY, index);
    return summary.isEmpty() ? snippets(found, Schema.BODY, index) : summary;
  }

  private static List<Snippet> snippets(Map<String, Object[]> found, String field, int index) {
    Object[] values = found.get(field);
    if (values == null || !(values[index] instanceof Pieces pieces)) {
      return List.of();
    }
    return pieces.pieces.stream().map(piece -> piece.as(field)).toList();
  }

  /** What the formatter returns: Lucene wants an object for each field of a document. */
  private record Pieces(List<Piece> pieces) {}

  private record Piece(String text, List<Snippet.Mark> marks) {
    Snippet as(String field) {
      return new Snippet(field, text, marks);
    }
  }

  private static final class Pieced extends PassageFormatter {
    private final MarkLevels levels;

    Pieced(MarkLevels levels) {
      this.levels = levels;
    }

    @Override
    public Object format(Passage[] passages, String content) {
      Arrays.sort(passages, (a, b) -> Integer.compare(a.getStartOffset(), b.getStartOffset()));
      List<Piece> pieces = new ArrayList<>(passages.length);
      for (Passage passage : passages) {
        pieces.add(piece(passage, content));
      }
      return new Pieces(pieces);
    }

    private Piece piece(Passage passage, String content) {
      int start = passage.getStartOffset();
      int end = Math.min(passage.getEndOffset(), content.length());
      while (start < end && Character.isWhitespace(content.charAt(start))) {
        start++;
      }
      while (end > start && Character.isWhitespace(content.charAt(end - 1))) {
        end--;
      }
      List<Snippet.Mark> marks = new ArrayList<>();
      int free = start;
      for (int i = 0; i < passage.getNumMatches(); i++) {
        int from = Math.max(passage.getMatchStarts()[i], free);
        int to = Math.min(passage.getMatchEnds()[i], end);
        MarkLevels.Match match = from < to ? levels.match(content.substring(from, to)) : null;
        if (match != null) {
          marks.add(new Snippet.Mark(from - start, to - start, match.word(), match.level()));
          free = to;
        }
      }
      return new Piece(content.substring(start, end).replace('\n', ' '), marks);
    }
  }

  /** Lucene's highlighter, fed with documents that were loaded already. */
  private static final class Highlighter extends UnifiedHighlighter {
    private final MarkLevels levels;
    private int[] docs = {};
    private List<Document> stored = List.of();

    Highlighter(IndexSearcher searcher, NewsAnalyzer analyzer, MarkLevels levels, int length) {
      super(
          UnifiedHighlighter.builder(searcher, analyzer)
              .withMaxLength(LOOKED_AT)
              .withFormatter(new Pieced(levels))
              .withMaxNoHighlightPassages(1)
              .withBreakIterator(() -> sentences(length)));
      this.levels = levels;
    }

    /** Leaves out what is no mark before the best passages are chosen. */
    @Override
    protected FieldOffsetStrategy getOffsetStrategy(OffsetSource source, UHComponents components) {
      FieldOffsetStrategy all = super.getOffsetStrategy(source, components);
      return levels.rejects() ? new MarkedPlaces(components, all, levels) : all;
    }

    private static BreakIterator sentences(int length) {
      return LengthGoalBreakIterator.createClosestToLength(new Sentences(), length, ALIGNMENT);
    }

    void preload(int[] docNumbers, List<Document> documents) {
      docs = docNumbers;
      stored = documents;
    }

    Map<String, Object[]> pieces(Query query, int[] passages) throws IOException {
      return highlightFieldsAsObjects(FIELDS, query, docs.clone(), passages);
    }

    @Override
    protected List<CharSequence[]> loadFieldValues(
        String[] fields, DocIdSetIterator iterator, int cacheCharsThreshold) throws IOException {
      List<CharSequence[]> values = new ArrayList<>();
      for (int doc = iterator.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = iterator.nextDoc()) {
        Document document = stored.get(indexOf(doc));
        CharSequence[] row = new CharSequence[fields.length];
        for (int f = 0; f < fields.length; f++) {
          row[f] = document.get(fields[f]);
        }
        values.add(row);
      }
      return values;
    }

    private int indexOf(int doc) {
      for (int i = 0; i < docs.length; i++) {
        if (docs[i] == doc) {
          return i;
        }
      }
      throw new IllegalStateException("document " + doc + " was not asked for");
    }
  }
}
