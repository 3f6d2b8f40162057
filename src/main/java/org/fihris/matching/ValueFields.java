package org.fihris.matching;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fihris.entity.EntityType;
import org.fihris.facet.FacetFilters;
import org.fihris.query.QueryNode;
import org.fihris.query.Warning;

/** Conditions on what an article has as a whole: ids, addresses, entities, days. */
final class ValueFields {
  private final EntityField entities;
  private final List<Warning> warnings;

  /**
   * @param warnings where names that are not known are noted
   */
  ValueFields(EntityField entities, List<Warning> warnings) {
    this.entities = entities;
    this.warnings = warnings;
  }

  /** For articles with a whole value in a field. */
  Query keys(String field, QueryNode node) {
    return each(node, text -> new TermQuery(new Term(field, text)));
  }

  Query entities(EntityType type, QueryNode node) {
    return each(node, name -> entities.named(type, name, warnings));
  }

  static Query days(QueryNode.Days days) {
    return new ConstantScoreQuery(FacetFilters.days(days.from(), days.to()));
  }

  static Query undated() {
    return new ConstantScoreQuery(FacetFilters.undated());
  }

  /** A tree whose words and phrases stand for whole values of a field. */
  private Query each(QueryNode node, Function<String, Query> leaf) {
    return switch (node) {
      case QueryNode.Word word -> leaf.apply(word.text());
      case QueryNode.Phrase phrase -> leaf.apply(phrase.text());
      case QueryNode.Exact exact -> leaf.apply(exact.text());
      case QueryNode.Wildcard wildcard -> leaf.apply(wildcard.text());
      case QueryNode.Fuzzy fuzzy -> leaf.apply(fuzzy.text());
      case QueryNode.Near near -> combined(List.of(near.left(), near.right()), Occur.MUST, leaf);
      case QueryNode.Days days -> days(days);
      case QueryNode.Undated undated -> undated();
      case QueryNode.InField inField -> each(inField.node(), leaf);
      case QueryNode.Everything everything -> MatchAllDocsQuery.INSTANCE;
      case QueryNode.Not not ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(each(not.node(), leaf), Occur.MUST_NOT)
              .build();
      case QueryNode.All all -> combined(all.nodes(), Occur.MUST, leaf);
      case QueryNode.Any any -> combined(any.nodes(), Occur.SHOULD, leaf);
    };
  }

  private Query combined(List<QueryNode> nodes, Occur occur, Function<String, Query> leaf) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    nodes.forEach(node -> builder.add(each(node, leaf), occur));
    return builder.build();
  }
}
