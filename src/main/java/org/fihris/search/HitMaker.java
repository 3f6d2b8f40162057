package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.Snapshot;
import org.fihris.index.ArticleDocument;
import org.fihris.index.StoredArticles;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.jspecify.annotations.Nullable;

/** Makes hits of documents that were found. Safe for any number of threads. */
final class HitMaker {
  private final Snapshot snapshot;
  private final KnownEntities entities;

  HitMaker(Snapshot snapshot, KnownEntities entities) {
    this.snapshot = snapshot;
    this.entities = entities;
  }

  /** The hits of a page of an answer. */
  List<Hit> hits(SearchRequest request, Answers.Answer answer, ScoreDoc[] page) throws IOException {
    int[] docs = new int[page.length];
    for (int i = 0; i < docs.length; i++) {
      docs[i] = page[i].doc;
    }
    List<@Nullable Coverage> coverages =
        new Coverages(snapshot).of(docs, request.reprints(), answer.found().collapse());
    List<Hit> plain = hits(docs, answer.understood(), request.snippets());
    List<Hit> hits = new ArrayList<>(docs.length);
    for (int i = 0; i < docs.length; i++) {
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
    StoredFields fields = snapshot.searcher().storedFields();
    for (int doc : docs) {
      stored.add(StoredArticles.read(fields, doc));
    }
    List<List<Snippet>> snippets =
        new SnippetMaker(snapshot.searcher(), understood, options).snippets(docs, stored);
    List<Hit> hits = new ArrayList<>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      Document document = stored.get(i);
      String group = ArticleDocument.group(document);
      hits.add(new Hit(entities.article(document), group, 0, snippets.get(i), null));
    }
    return hits;
  }
}
