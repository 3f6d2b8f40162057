package org.fihris.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanFirstQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/** Trees as queries. For one tree and one thread. */
final class QueryReader {
  private static final Map<String, Occur> OCCURS = occurs();

  private final Budget budget = new Budget();
  private final UnaryOperator<Query> inPlace;

  QueryReader(UnaryOperator<Query> inPlace) {
    this.inPlace = inPlace;
  }

  private static Map<String, Occur> occurs() {
    Map<String, Occur> occurs = new HashMap<>();
    for (Occur occur : Occur.values()) {
      occurs.put(QueryKinds.name(occur), occur);
    }
    return Map.copyOf(occurs);
  }

  Query query(@Nullable Object tree) {
    budget.enterQuery();
    TreeNode node = TreeNode.ofKind(tree, "query");
    try {
      Query query = query(node);
      node.end();
      budget.leave();
      return query;
    } catch (WireException e) {
      throw e;
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexSearcher.TooManyClauses
        | TooComplexToDeterminizeException e) {
      // How Lucene's queries refuse what they are made of.
      throw new WireException("“" + node.kind() + "” is no query: " + e.getMessage(), e);
    }
  }

  private Query query(TreeNode node) {
    return switch (node.kind()) {
      case QueryKinds.TERM -> new TermQuery(term(node));
      case QueryKinds.BOOL -> bool(node);
      case QueryKinds.BOOST -> new BoostQuery(query(node.value("query")), node.weight("boost"));
      case QueryKinds.CONSTANT -> new ConstantScoreQuery(query(node.value("query")));
      case QueryKinds.BEST_OF -> bestOf(node);
      case QueryKinds.PHRASE -> inPlace.apply(phrase(node));
      case QueryKinds.MULTI_PHRASE -> inPlace.apply(multiPhrase(node));
      case QueryKinds.SYNONYM -> inPlace.apply(synonym(node));
      case QueryKinds.TERMS ->
          new TermInSetQuery(
              node.field(), texts(node.strings("terms")).stream().map(BytesRef::new).toList());
      case QueryKinds.ALL -> MatchAllDocsQuery.INSTANCE;
      case QueryKinds.NONE -> new MatchNoDocsQuery("nothing is asked for");
      case QueryKinds.PLACES -> new PlacesQuery(node.field(), places(node.value("places")));
      case QueryKinds.OPENING ->
          inPlace.apply(new SpanFirstQuery(new SpanTermQuery(term(node)), node.size("end")));
      case QueryKinds.INT_RANGE ->
          IntPoint.newRangeQuery(node.field(), node.integer("from"), node.integer("to"));
      case QueryKinds.LONG_RANGE ->
          LongPoint.newRangeQuery(node.field(), node.whole("from"), node.whole("to"));
      case QueryKinds.EXISTS -> new FieldExistsQuery(node.field());
      case QueryKinds.PREFIX -> new PrefixQuery(pattern(node));
      case QueryKinds.WILDCARD -> new WildcardQuery(pattern(node));
      case QueryKinds.FUZZY ->
          new FuzzyQuery(
              pattern(node),
              node.size("edits"),
              node.size("prefix"),
              FuzzyQuery.defaultMaxExpansions,
              node.bool("transpositions"));
      case QueryKinds.AUTOMATON ->
          new AutomatonQuery(
              new Term(node.field()), AutomatonCodec.automaton(node.string("automaton")));
      case QueryKinds.TERM_RANGE -> termRange(node);
      default ->
          throw new WireException(
              "There is no query of the kind “" + TreeNode.shortened(node.kind()) + "”.");
    };
  }

  private String text(String term) {
    budget.spend(term);
    return term;
  }

  private List<String> texts(List<String> terms) {
    terms.forEach(budget::spend);
    return terms;
  }

  private Term term(TreeNode node) {
    return new Term(node.field(), text(node.string("term")));
  }

  private Term pattern(TreeNode node) {
    Term term = term(node);
    if (term.text().length() > WireLimits.UNITS_OF_PATTERN) {
      throw new WireException(
          "A pattern is longer than " + WireLimits.UNITS_OF_PATTERN + " UTF-16 units.");
    }
    return term;
  }

  private Query bool(TreeNode node) {
    BooleanQuery.Builder builder =
        new BooleanQuery.Builder().setMinimumNumberShouldMatch(node.size("minimum_should_match"));
    List<?> queries = node.list("queries");
    List<String> occurs = node.strings("occurs");
    if (occurs.size() != queries.size()) {
      return node.fail("occurs", "one for each query");
    }
    for (int i = 0; i < occurs.size(); i++) {
      Occur occur = OCCURS.get(occurs.get(i));
      if (occur == null) {
        return node.fail("occurs", "of must, should, filter and must_not");
      }
      builder.add(query(queries.get(i)), occur);
    }
    return builder.build();
  }

  private Query bestOf(TreeNode node) {
    List<Query> queries = new ArrayList<>();
    for (Object tree : node.list("queries")) {
      queries.add(query(tree));
    }
    return new DisjunctionMaxQuery(queries, node.weight("tie_breaker"));
  }

  private List<Integer> positions(TreeNode node, int count) {
    List<Integer> positions = node.integers("positions");
    return count == 0 || positions.size() != count
        ? node.fail("positions", "one for each of some terms")
        : positions;
  }

  private Query phrase(TreeNode node) {
    String field = node.field();
    List<String> terms = texts(node.strings("terms"));
    List<Integer> positions = positions(node, terms.size());
    PhraseQuery.Builder builder = new PhraseQuery.Builder().setSlop(node.size("slop"));
    for (int i = 0; i < terms.size(); i++) {
      builder.add(new Term(field, terms.get(i)), positions.get(i));
    }
    return builder.build();
  }

  private Query multiPhrase(TreeNode node) {
    String field = node.field();
    List<?> places = node.list("terms");
    List<Integer> positions = positions(node, places.size());
    MultiPhraseQuery.Builder builder = new MultiPhraseQuery.Builder().setSlop(node.size("slop"));
    for (int i = 0; i < places.size(); i++) {
      List<String> terms = texts(node.strings("terms", places.get(i)));
      if (terms.isEmpty()) {
        return node.fail("terms", "some for each place");
      }
      builder.add(
          terms.stream().map(term -> new Term(field, term)).toArray(Term[]::new), positions.get(i));
    }
    return builder.build();
  }

  private Query synonym(TreeNode node) {
    SynonymQuery.Builder builder = new SynonymQuery.Builder(node.field());
    List<String> terms = texts(node.strings("terms"));
    List<Float> boosts = node.weights("boosts");
    if (boosts.size() != terms.size()) {
      return node.fail("boosts", "one for each term");
    }
    for (int i = 0; i < terms.size(); i++) {
      builder.addTerm(new BytesRef(terms.get(i)), boosts.get(i));
    }
    return builder.build();
  }

  private Query termRange(TreeNode node) {
    BytesRef lower = node.has("lower") ? new BytesRef(text(node.string("lower"))) : null;
    BytesRef upper = node.has("upper") ? new BytesRef(text(node.string("upper"))) : null;
    return new TermRangeQuery(
        node.field(), lower, upper, node.bool("include_lower"), node.bool("include_upper"));
  }

  private Places places(@Nullable Object tree) {
    budget.enterPlaces();
    TreeNode node = TreeNode.ofKind(tree, "place");
    Places places = places(node);
    node.end();
    budget.leave();
    return places;
  }

  private Places places(TreeNode node) {
    return switch (node.kind()) {
      case QueryKinds.TERMS -> new Places.AnyTerm(texts(node.strings("terms")));
      case QueryKinds.IN_FIELD -> new Places.InField(node.field(), places(node.value("places")));
      case QueryKinds.ANY -> some(node, Places.Any::new);
      case QueryKinds.SIDE_BY_SIDE -> some(node, Places.SideBySide::new);
      case QueryKinds.ORDERED -> some(node, Places.Ordered::new);
      case QueryKinds.UNORDERED -> some(node, Places.Unordered::new);
      case QueryKinds.APART ->
          some(
              node,
              both ->
                  both.size() == 2
                      ? new Places.Apart(both.get(0), both.get(1))
                      : node.<Places>fail("places", "two"));
      case QueryKinds.WITHIN -> new Places.Within(node.size("gaps"), places(node.value("places")));
      case QueryKinds.NOWHERE -> new Places.Nowhere();
      default ->
          throw new WireException(
              "There are no places of the kind “" + TreeNode.shortened(node.kind()) + "”.");
    };
  }

  private Places some(TreeNode node, Function<List<Places>, Places> kind) {
    List<Places> parts = new ArrayList<>();
    for (Object tree : node.list("places")) {
      parts.add(places(tree));
    }
    return parts.isEmpty() ? node.fail("places", "a list of some") : kind.apply(parts);
  }
}
