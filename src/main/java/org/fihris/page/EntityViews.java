package org.fihris.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import org.fihris.entity.Entity;
import org.fihris.explore.EntityPage;
import org.fihris.explore.RelatedEntity;
import org.fihris.explore.RelatedRequest;
import org.fihris.facet.FacetValue;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.Filters;
import org.fihris.query.LabelLanguage;
import org.fihris.query.Reprints;
import org.fihris.query.SearchParameters;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;

/** Puts the page of an entity together. */
final class EntityViews {
  private static final int SPELLINGS = 12;
  private static final int SOURCES = 10;
  private static final int COMPANY = 16;

  private final NewsSearcher searcher;
  private final Look look;
  private final Links links;
  private final Texts texts;
  private final LabelLanguage language;

  EntityViews(NewsSearcher searcher, Look look, SearchParameters parameters) {
    this.searcher = searcher;
    this.look = look;
    this.links = new Links(parameters, look, SearchRequest.of("").withReprints(Reprints.COLLAPSED));
    this.texts = Texts.in(look.language());
    this.language = look.language().labels();
  }

  /**
   * @param idOrName an id, or a name in Arabic or English
   * @return null if the index knows nobody and nothing of that name
   */
  @Nullable EntityView page(String idOrName) {
    List<Entity> found = new ArrayList<>(searcher.entities().withId(idOrName));
    if (found.isEmpty()) {
      found.addAll(searcher.entities().find(idOrName));
    }
    if (found.isEmpty()) {
      return null;
    }
    Entity entity = found.removeFirst();
    EntityPage page = searcher.entities().page(entity, RelatedRequest.USUAL.withLimit(COMPANY));
    String name = EntityChip.label(entity, language);
    String other = language == LabelLanguage.ARABIC ? entity.labelEn() : entity.labelAr();
    return new EntityView(
        Shell.of(texts, look, links, links.entity(idOrName), name),
        name,
        other.equals(name) ? null : other,
        EntityChip.kind(entity),
        texts.get("facet." + EntityChip.kind(entity)),
        page.hidden(),
        texts.count("articles", page.articles()),
        links.filtered(naming(entity)).href(),
        histogram(page, entity),
        spellings(page),
        sources(page, entity),
        page.related().stream().map(related -> companion(related, entity)).toList(),
        found.stream().map(this::chip).toList());
  }

  private static Filters naming(Entity entity) {
    return Filters.NONE.with(SearchState.dimension(entity.type()), entity.id());
  }

  private @Nullable Histogram histogram(EntityPage page, Entity entity) {
    NavigableMap<LocalDate, Long> months = Histogram.counts(page.months());
    if (months.isEmpty()) {
      return null;
    }
    DateStep step =
        Histogram.step(months.firstKey(), months.lastKey().plusDays(Histogram.MOST_DAYS_IN_WEEKS));
    return Histogram.of(
        months,
        step,
        List.of(),
        new Calendar(texts),
        texts,
        p -> links.filtered(naming(entity).withDays(p.from(), p.to())).href());
  }

  private List<EntityView.Share> spellings(EntityPage page) {
    long most = page.spellings().stream().mapToLong(s -> s.articles()).max().orElse(1);
    return page.spellings().stream()
        .limit(SPELLINGS)
        .map(
            spelling ->
                new EntityView.Share(
                    spelling.text(),
                    texts.number(spelling.articles()),
                    null,
                    width(spelling.articles(), most)))
        .toList();
  }

  private List<EntityView.Share> sources(EntityPage page, Entity entity) {
    long most = page.sources().stream().mapToLong(FacetValue::count).max().orElse(1);
    return page.sources().stream()
        .limit(SOURCES)
        .map(
            source ->
                new EntityView.Share(
                    FacetBox.label(Dimension.SOURCE, source.label(), texts),
                    texts.number(source.count()),
                    links.filtered(naming(entity).with(Dimension.SOURCE, source.value())).href(),
                    width(source.count(), most)))
        .toList();
  }

  private static String width(long count, long most) {
    return String.format(Locale.ROOT, "%.1f%%", Math.max(1.5, 100.0 * count / most));
  }

  private EntityView.Companion companion(RelatedEntity related, Entity entity) {
    Entity other = related.entity();
    String times =
        String.format(Locale.ROOT, related.lift() < 10 ? "%.1f" : "%.0f", related.lift());
    return new EntityView.Companion(
        EntityChip.label(other, language),
        EntityChip.kind(other),
        links.entity(other.id()).href(),
        texts.count("together", related.together()),
        texts.get("entity.lift", times),
        links
            .filtered(naming(entity).with(SearchState.dimension(other.type()), other.id()))
            .href());
  }

  private EntityChip chip(Entity other) {
    String label = EntityChip.label(other, language);
    return new EntityChip(
        label,
        EntityChip.kind(other),
        links.entity(other.id()).href(),
        texts.get("entity.about", label),
        false);
  }
}
