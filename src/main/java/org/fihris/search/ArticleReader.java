package org.fihris.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.fihris.article.Article;
import org.fihris.facet.KnownEntities;
import org.fihris.index.ArticleDocument;
import org.fihris.index.Reading;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.snippet.Snippet;
import org.jspecify.annotations.Nullable;

/** Reads single articles whole. Safe for any number of threads. */
final class ArticleReader {
  private final Reading reading;
  private final SingleArticles articles;
  private final KnownEntities entities;
  private final Answers answers;
  private final Cursors cursors;

  ArticleReader(
      Reading reading,
      SingleArticles articles,
      KnownEntities entities,
      Answers answers,
      Cursors cursors) {
    this.reading = reading;
    this.articles = articles;
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
          Document stored = articles.stored(id);
          if (stored == null) {
            return null;
          }
          SearchRequest request =
              SearchRequest.of(asked.text())
                  .withInterpretation(asked.interpretation())
                  .withPage(0, 0);
          RequestTranslator.Understood understood =
              answers.answer(request, cursors.start(request, warnings), warnings).understood();
          Article article = entities.article(stored);
          List<Snippet> marked = articles.marked(stored, article, understood);
          return marked == null
              ? null
              : new MarkedArticle(
                  article, ArticleDocument.group(stored), understood.shown(), marked, warnings);
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
    return reading.orNull(() -> articles.stored(id));
  }
}
