package org.fihris.page;

import java.util.ArrayList;
import java.util.List;
import org.fihris.article.Article;
import org.fihris.entity.Entity;
import org.fihris.query.Dimension;
import org.fihris.search.Coverage;
import org.fihris.search.Hit;
import org.fihris.search.Reprint;
import org.fihris.snippet.Snippet;
import org.jspecify.annotations.Nullable;

/** Makes hits fit to be shown. */
final class HitCards {
  private static final int ENTITIES = 5;

  private final Texts texts;
  private final Calendar calendar;
  private final Links links;

  HitCards(Texts texts, Links links) {
    this.texts = texts;
    this.calendar = new Calendar(texts);
    this.links = links;
  }

  HitCard of(Hit hit) {
    Article article = hit.article();
    MarkedLine headline = MarkedLine.of(headline(article.title(), texts));
    List<MarkedLine> lines = new ArrayList<>();
    for (Snippet snippet : hit.snippets()) {
      if (snippet.field().equals("title")) {
        headline = MarkedLine.of(snippet);
      } else {
        lines.add(MarkedLine.of(snippet));
      }
    }
    return new HitCard(
        headline,
        links.article(article.id()).href(),
        article.source(),
        article.category(),
        calendar.published(article.date()),
        lines,
        hit.coverage() == null ? null : prints(hit.coverage()),
        article.entities().stream().limit(ENTITIES).map(this::chip).toList());
  }

  static String headline(String title, Texts texts) {
    return title.isBlank() ? texts.get("article.untitled") : title;
  }

  private HitCard.@Nullable Prints prints(Coverage coverage) {
    if (coverage.articles() < 2) {
      return null;
    }
    int more = coverage.articles() - 1 - coverage.reprints().size();
    return new HitCard.Prints(
        coverage.outlets() > 1
            ? texts.count("prints.outlets", coverage.outlets())
            : texts.count("prints.articles", coverage.articles()),
        coverage.reprints().stream().map(this::reprint).toList(),
        more > 0 ? texts.count("prints.more", more) : null);
  }

  private StoryLink reprint(Reprint reprint) {
    return new StoryLink(
        headline(reprint.title(), texts),
        links.article(reprint.id()).href(),
        reprint.source(),
        calendar.published(reprint.date()).day(),
        List.of(),
        null,
        false);
  }

  private EntityChip chip(Entity entity) {
    Dimension dimension = SearchState.dimension(entity.type());
    boolean chosen =
        links.request().filters().values().getOrDefault(dimension, List.of()).contains(entity.id());
    String label = EntityChip.label(entity, texts.language().labels());
    return new EntityChip(
        label,
        EntityChip.kind(entity),
        chosen ? links.without(dimension, entity.id()) : links.with(dimension, entity.id()),
        texts.get(chosen ? "entity.without" : "entity.with", label),
        chosen);
  }
}
