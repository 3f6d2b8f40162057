package org.fihris.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.fihris.article.Article;
import org.fihris.facet.KnownEntities;
import org.fihris.index.ArticleDocument;
import org.fihris.index.CommitReading;
import org.fihris.index.StoredArticles;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.jspecify.annotations.Nullable;

/** Reads single articles of a commit whole. Safe for any number of threads. */
final class ArticleReader {
  private final CommitReading reading;
  private final OpenedCommit commit;
  private final KnownEntities entities;
  private final Answers answers;
  private final Cursors cursors;

  ArticleReader(
      CommitReading reading,
      OpenedCommit commit,
      KnownEntities entities,
      Answers answers,
      Cursors cursors) {
    this.reading = reading;
    this.commit = commit;
    this.entities = entities;
    this.answers = answers;
    this.cursors = cursors;
  }

  /**
   * As {@link NewsSearcher#read}.
   *
   * @param general what a user should know of the index
   */
  @Nullable MarkedArticle read(String id, SearchRequest asked, List<Warning> general) {
    List<Warning> warnings = new ArrayList<>(general);
    return reading.orNull(
        () -> {
          ScoreDoc found = commit.find(id);
          if (found == null) {
            return null;
          }
          IndexSearcher searcher = commit.snapshot().searcher();
          SearchRequest request =
              SearchRequest.of(asked.text())
                  .withInterpretation(asked.interpretation())
                  .withPage(0, 0);
          RequestTranslator.Understood understood =
              answers.answer(request, cursors.start(request, warnings), warnings).understood();
          Document stored = StoredArticles.read(searcher.storedFields(), found.doc);
          Article article = entities.article(stored);
          return new MarkedArticle(
              article,
              ArticleDocument.group(stored),
              understood.shown(),
              MarkedTexts.of(found.doc, stored, article, searcher, understood),
              warnings);
        });
  }

  @Nullable Article article(String id) {
    Document stored = stored(id);
    return stored == null ? null : entities.article(stored);
  }

  @Nullable String group(String id) {
    Document stored = stored(id);
    return stored == null ? null : ArticleDocument.group(stored);
  }

  private @Nullable Document stored(String id) {
    return reading.orNull(
        () -> {
          ScoreDoc article = commit.find(id);
          return article == null
              ? null
              : StoredArticles.read(commit.snapshot().searcher().storedFields(), article.doc);
        });
  }
}
