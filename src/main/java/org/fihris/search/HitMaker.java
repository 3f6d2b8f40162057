package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.KnownEntities;
import org.fihris.index.ArticleDocument;
import org.fihris.index.StoredArticles;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SnippetOptions;
import org.fihris.snippet.Snippet;
import org.fihris.snippet.SnippetMaker;
import org.jspecify.annotations.Nullable;

/** Makes hits of documents that were found. Safe for any number of threads. */
final class HitMaker {
  private final IndexSearcher searcher;
  private final IndexTerms terms;
  private final KnownEntities entities;

  /**
   * @param searcher of the documents
   * @param terms of the index that they are of
   */
  HitMaker(IndexSearcher searcher, IndexTerms terms, KnownEntities entities) {
    this.searcher = searcher;
    this.terms = terms;
    this.entities = entities;
  }

  /** Hits with the scores and the coverages that belong to them. */
  static List<Hit> ranked(
      List<Hit> plain, ScoreDoc[] page, List<? extends @Nullable Coverage> coverages) {
    List<Hit> hits = new ArrayList<>(page.length);
    for (int i = 0; i < page.length; i++) {
      float score = Float.isNaN(page[i].score) ? 0 : page[i].score;
      Hit hit = plain.get(i);
      hits.add(new Hit(hit.article(), hit.group(), score, hit.snippets(), coverages.get(i)));
    }
    return hits;
  }

  /** Hits without score and coverage. */
  List<Hit> hits(int[] docs, RequestTranslator.Understood understood, SnippetOptions options)
      throws IOException {
    List<Document> stored = new ArrayList<>(docs.length);
    StoredFields fields = searcher.storedFields();
    for (int doc : docs) {
      stored.add(StoredArticles.read(fields, doc));
    }
    SnippetMaker maker = new SnippetMaker(searcher, terms, understood, options);
    return plain(docs, stored, maker, entities);
  }

  /**
   * Hits without score and coverage.
   *
   * @param stored all that is stored of the documents
   */
  static List<Hit> plain(
      int[] docs, List<Document> stored, SnippetMaker maker, KnownEntities entities)
      throws IOException {
    List<List<Snippet>> snippets = maker.snippets(docs, stored);
    List<Hit> hits = new ArrayList<>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      Document document = stored.get(i);
      String group = ArticleDocument.group(document);
      hits.add(new Hit(entities.article(document), group, 0, snippets.get(i), null));
    }
    return hits;
  }
}
