package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.entity.Entity;
import org.fihris.index.ArticleDocument;
import org.fihris.index.Schema;

/**
 * Compares one article with those that have its weightiest words: first by a search for these, then
 * word by word. For one use.
 */
final class SimilarArticles {
  /** Words of the article that its candidates are searched by. */
  private static final int SEARCHED_BY = 30;

  /** A word of the headline is looked for there too; it counts more where it is found. */
  private static final float IN_HEADLINE = 1.5f;

  /** Words and entities that are named as the reasons. */
  private static final int REASONS = 8;

  /** What the words count, against the entities, which are words as well. */
  private static final double WORDS = 0.75;

  /** Articles on one matter that are so many days apart are half as near as those of one day. */
  private static final double HALF_LIFE_DAYS = 30;

  /** What is left for articles that are years apart, so that they still stand in order. */
  private static final double LEAST_NEARNESS = 0.5;

  private final Explored index;
  private final StemRarities rarities;
  private final Map<Entity, Double> entityRarities = new HashMap<>();
  private final Article article;
  private final ArticleVector vector;

  SimilarArticles(Explored index, Article article) throws IOException {
    this.index = index;
    this.article = article;
    this.rarities = new StemRarities(index.terms());
    ArticleStems stems = ArticleStems.of(article, index.analyzer());
    rarities.read(stems.counts().keySet());
    this.vector = ArticleVector.of(stems, rarities);
    readEntityRarities();
  }

  private void readEntityRarities() throws IOException {
    List<Entity> named =
        article.entities().stream().filter(entity -> !isOutlet(entity)).distinct().toList();
    List<Query> naming = new ArrayList<>();
    for (Entity entity : named) {
      naming.add(index.entities().articles(entity.type(), List.of(entity.id())));
    }
    int[] articles = index.terms().counts(naming);
    int all = index.terms().articles();
    for (int i = 0; i < articles.length; i++) {
      entityRarities.put(named.get(i), StemRarities.of(articles[i], all));
    }
  }

  /** An outlet names itself in most of its articles, which makes no two of them alike. */
  private boolean isOutlet(Entity entity) {
    String source = article.source();
    return source != null
        && (source.equalsIgnoreCase(entity.labelEn()) || source.equals(entity.labelAr()));
  }

  /**
   * An article compared.
   *
   * @param alike how like it is in words and entities, 0 to 1
   * @param near how near in time, {@link #LEAST_NEARNESS} to 1
   */
  record Compared(
      Article article,
      String group,
      double alike,
      double near,
      List<String> words,
      List<Entity> entities) {

    double score() {
      return alike * near;
    }
  }

  /** An article that may be similar, before it is compared. */
  private record Candidate(Article article, String group, ArticleStems stems) {}

  /** The candidates of some articles, the most similar first; each story as often as it stands. */
  List<Compared> compared(Query among) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    Set<String> stems = new HashSet<>();
    for (Document document : index.articles().best(searchedBy(among), SimilarRequest.MOST)) {
      Article other = index.entities().article(document);
      if (!other.id().equals(article.id())) {
        ArticleStems own = ArticleStems.of(other, index.analyzer());
        stems.addAll(own.counts().keySet());
        candidates.add(new Candidate(other, ArticleDocument.group(document), own));
      }
    }
    rarities.read(stems);
    List<Compared> all = new ArrayList<>();
    candidates.forEach(candidate -> all.add(compare(candidate)));
    all.sort(
        Comparator.comparingDouble((Compared one) -> -one.score())
            .thenComparing(one -> one.article.id()));
    return all;
  }

  private Query searchedBy(Query among) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String stem : vector.heaviest(SEARCHED_BY)) {
      float weight = (float) vector.weight(stem);
      any.add(boosted(Schema.BODY, stem, weight), Occur.SHOULD);
      any.add(boosted(Schema.TITLE, stem, weight * IN_HEADLINE), Occur.SHOULD);
    }
    return new BooleanQuery.Builder().add(any.build(), Occur.MUST).add(among, Occur.FILTER).build();
  }

  private static Query boosted(String field, String stem, float weight) {
    return new BoostQuery(new TermQuery(new Term(field, stem)), weight);
  }

  private Compared compare(Candidate candidate) {
    Article other = candidate.article;
    ArticleVector words = ArticleVector.of(candidate.stems, rarities);
    List<Entity> shared = new ArrayList<>(entityRarities.keySet());
    shared.retainAll(new HashSet<>(other.entities()));
    shared.sort(
        Comparator.comparingDouble((Entity entity) -> -entityRarities.getOrDefault(entity, 0.0))
            .thenComparing(Entity::id));
    double alike = WORDS * vector.cosine(words) + (1 - WORDS) * share(shared, other);
    return new Compared(
        other,
        candidate.group,
        alike,
        nearness(article.date(), other.date()),
        vector.common(words, REASONS).stream().map(words::written).toList(),
        shared.subList(0, Math.min(REASONS, shared.size())));
  }

  /** How much of what the article with more entities names the other names too, by rarity. */
  private double share(List<Entity> shared, Article other) {
    double common = 0;
    for (Entity entity : shared) {
      common += entityRarities.getOrDefault(entity, 0.0);
    }
    if (common == 0) {
      return 0;
    }
    double own = 0;
    for (double rarity : entityRarities.values()) {
      own += rarity;
    }
    // What the other names beside is looked up for its number only: it may be a long list.
    double meanRarity = own / entityRarities.size();
    double others = common + meanRarity * (other.entities().size() - shared.size());
    return common / Math.max(own, Math.max(common, others));
  }

  private static double nearness(PublicationDate one, PublicationDate other) {
    if (one instanceof PublicationDate.Known first
        && other instanceof PublicationDate.Known second) {
      long days = Math.abs(first.day().toEpochDay() - second.day().toEpochDay());
      return LEAST_NEARNESS + (1 - LEAST_NEARNESS) * Math.exp(-Math.log(2) * days / HALF_LIFE_DAYS);
    }
    return (1 + LEAST_NEARNESS) / 2;
  }

  /** The best of each story but the own and those in {@code seen}, which are added to. */
  static List<Compared> firstOfStories(List<Compared> all, Set<String> seen) {
    return all.stream().filter(one -> seen.add(one.group)).toList();
  }
}
