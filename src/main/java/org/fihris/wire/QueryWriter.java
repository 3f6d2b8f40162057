package org.fihris.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanFirstQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** Queries as trees. For one query and one thread. */
final class QueryWriter {
  private final Budget budget = new Budget();

  Map<String, Object> tree(Query query) {
    budget.enterQuery();
    Map<String, Object> tree =
        switch (query) {
          case TermQuery term -> term(QueryKinds.TERM, term.getTerm());
          case BooleanQuery bool -> bool(bool);
          case BoostQuery boost ->
              node(
                  QueryKinds.BOOST,
                  "query",
                  tree(boost.getQuery()),
                  "boost",
                  (double) boost.getBoost());
          case ConstantScoreQuery constant ->
              node(QueryKinds.CONSTANT, "query", tree(constant.getQuery()));
          case DisjunctionMaxQuery best ->
              node(
                  QueryKinds.BEST_OF,
                  "queries",
                  best.getDisjuncts().stream().map(this::tree).toList(),
                  "tie_breaker",
                  (double) best.getTieBreakerMultiplier());
          case PhraseQuery phrase -> phrase(phrase);
          case MultiPhraseQuery phrase -> multiPhrase(phrase);
          case SynonymQuery synonym -> synonym(synonym);
          case TermInSetQuery terms -> terms(terms);
          case MatchAllDocsQuery all -> node(QueryKinds.ALL);
          case MatchNoDocsQuery none -> node(QueryKinds.NONE);
          case PlacesQuery near ->
              node(QueryKinds.PLACES, "field", near.field(), "places", places(near.places()));
          case SpanFirstQuery first -> opening(first);
          case PointRangeQuery range -> range(range);
          case FieldExistsQuery exists -> node(QueryKinds.EXISTS, "field", exists.getField());
          case MultiTermQuery multi -> multiTerm(multi);
          default -> throw unknown(query);
        };
    budget.leave();
    return tree;
  }

  private static WireException unknown(Query query) {
    return new WireException("A query of the kind " + kind(query) + " cannot be sent.");
  }

  private static String kind(Query query) {
    String name = query.getClass().getName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A node of keys and values by turns. */
  private static Map<String, Object> node(String kind, Object... keysAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return Map.of(kind, fields);
  }

  private String text(BytesRef term) {
    String text = Utf8Terms.text(term);
    budget.spend(text);
    return text;
  }

  private Map<String, Object> term(String kind, Term term) {
    return node(kind, "field", term.field(), "term", text(term.bytes()));
  }

  private Map<String, Object> bool(BooleanQuery bool) {
    return node(
        QueryKinds.BOOL,
        "queries",
        bool.clauses().stream().map(clause -> tree(clause.query())).toList(),
        "occurs",
        bool.clauses().stream().map(clause -> QueryKinds.name(clause.occur())).toList(),
        "minimum_should_match",
        bool.getMinimumNumberShouldMatch());
  }

  private List<String> texts(Term[] terms) {
    return Arrays.stream(terms).map(term -> text(term.bytes())).toList();
  }

  private static List<Integer> numbers(int[] positions) {
    return Arrays.stream(positions).boxed().toList();
  }

  private Map<String, Object> phrase(PhraseQuery phrase) {
    Term[] terms = phrase.getTerms();
    return terms.length == 0
        ? node(QueryKinds.NONE)
        : node(
            QueryKinds.PHRASE,
            "field",
            terms[0].field(),
            "terms",
            texts(terms),
            "positions",
            numbers(phrase.getPositions()),
            "slop",
            phrase.getSlop());
  }

  private Map<String, Object> multiPhrase(MultiPhraseQuery phrase) {
    Term[][] terms = phrase.getTermArrays();
    return terms.length == 0
        ? node(QueryKinds.NONE)
        : node(
            QueryKinds.MULTI_PHRASE,
            "field",
            terms[0][0].field(),
            "terms",
            Arrays.stream(terms).map(this::texts).toList(),
            "positions",
            numbers(phrase.getPositions()),
            "slop",
            phrase.getSlop());
  }

  private Map<String, Object> synonym(SynonymQuery synonym) {
    List<String> terms = synonym.getTerms().stream().map(term -> text(term.bytes())).toList();
    return node(
        QueryKinds.SYNONYM,
        "field",
        synonym.getField(),
        "terms",
        terms,
        "boosts",
        SynonymBoosts.of(synonym));
  }

  private Map<String, Object> terms(TermInSetQuery query) {
    requireUsual(query);
    List<String> terms = new ArrayList<>();
    try {
      BytesRefIterator all = query.getBytesRefIterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        terms.add(text(term));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("terms in memory cannot fail to be read", e);
    }
    return node(QueryKinds.TERMS, "field", query.getField(), "terms", terms);
  }

  private Map<String, Object> opening(SpanFirstQuery first) {
    if (!(first.getMatch() instanceof SpanTermQuery term)) {
      throw unknown(first.getMatch());
    }
    return node(
        QueryKinds.OPENING,
        "field",
        term.getTerm().field(),
        "term",
        text(term.getTerm().bytes()),
        "end",
        first.getEnd());
  }

  /** Numbers of other types have as many bytes; the queries over them are of other classes. */
  private static Map<String, Object> range(PointRangeQuery range) {
    byte[] lower = range.getLowerPoint();
    byte[] upper = range.getUpperPoint();
    String field = range.getField();
    if (lower.length == Integer.BYTES) {
      int from = NumericUtils.sortableBytesToInt(lower, 0);
      int to = NumericUtils.sortableBytesToInt(upper, 0);
      if (range.equals(IntPoint.newRangeQuery(field, from, to))) {
        return node(QueryKinds.INT_RANGE, "field", field, "from", from, "to", to);
      }
    } else if (lower.length == Long.BYTES) {
      long from = NumericUtils.sortableBytesToLong(lower, 0);
      long to = NumericUtils.sortableBytesToLong(upper, 0);
      if (range.equals(LongPoint.newRangeQuery(field, from, to))) {
        return node(QueryKinds.LONG_RANGE, "field", field, "from", from, "to", to);
      }
    }
    throw unknown(range);
  }

  private Map<String, Object> multiTerm(MultiTermQuery query) {
    return switch (query) {
      case FuzzyQuery fuzzy -> fuzzy(fuzzy);
      case PrefixQuery prefix -> {
        requireUsual(prefix);
        yield term(QueryKinds.PREFIX, prefix.getPrefix());
      }
      case WildcardQuery wildcard -> {
        requireUsual(wildcard);
        yield term(QueryKinds.WILDCARD, wildcard.getTerm());
      }
      case TermRangeQuery range -> termRange(range);
      case RegexpQuery regexp -> automaton(regexp);
      case AutomatonQuery automaton when automaton.getClass() == AutomatonQuery.class ->
          automaton(automaton);
      default -> throw unknown(query);
    };
  }

  /** The way of scoring cannot be said; it is Lucene's own. */
  private static void requireUsual(MultiTermQuery query) {
    if (query.getRewriteMethod() != MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE) {
      throw new WireException(
          "A query of the kind "
              + kind(query)
              + " can only be sent if it scores in the usual way.");
    }
  }

  private Map<String, Object> fuzzy(FuzzyQuery fuzzy) {
    FuzzyQuery usual =
        new FuzzyQuery(
            fuzzy.getTerm(),
            fuzzy.getMaxEdits(),
            fuzzy.getPrefixLength(),
            FuzzyQuery.defaultMaxExpansions,
            fuzzy.getTranspositions());
    if (!usual.equals(fuzzy)) {
      throw new WireException(
          "A fuzzy query can only be sent if it stands for "
              + FuzzyQuery.defaultMaxExpansions
              + " words and scores in the usual way.");
    }
    return node(
        QueryKinds.FUZZY,
        "field",
        fuzzy.getField(),
        "term",
        text(fuzzy.getTerm().bytes()),
        "edits",
        fuzzy.getMaxEdits(),
        "prefix",
        fuzzy.getPrefixLength(),
        "transpositions",
        fuzzy.getTranspositions());
  }

  /** A node takes no regular expression: what its automaton costs is known only when it is made. */
  private static Map<String, Object> automaton(AutomatonQuery query) {
    requireUsual(query);
    if (!new CompiledAutomaton(query.getAutomaton(), false, true).equals(query.getCompiled())) {
      throw new WireException("An automaton over bytes cannot be sent.");
    }
    return node(
        QueryKinds.AUTOMATON,
        "field",
        query.getField(),
        "automaton",
        AutomatonCodec.text(query.getAutomaton()));
  }

  private Map<String, Object> termRange(TermRangeQuery range) {
    requireUsual(range);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("field", range.getField());
    if (range.getLowerTerm() != null) {
      fields.put("lower", text(range.getLowerTerm()));
    }
    if (range.getUpperTerm() != null) {
      fields.put("upper", text(range.getUpperTerm()));
    }
    fields.put("include_lower", range.includesLower());
    fields.put("include_upper", range.includesUpper());
    return Map.of(QueryKinds.TERM_RANGE, fields);
  }

  private Map<String, Object> places(Places places) {
    budget.enterPlaces();
    Map<String, Object> tree =
        switch (places) {
          case Places.AnyTerm any -> {
            any.terms().forEach(budget::spend);
            yield node(QueryKinds.TERMS, "terms", any.terms());
          }
          case Places.InField inField ->
              node(
                  QueryKinds.IN_FIELD,
                  "field",
                  inField.field(),
                  "places",
                  places(inField.places()));
          case Places.Any any -> all(QueryKinds.ANY, any.places());
          case Places.SideBySide side -> all(QueryKinds.SIDE_BY_SIDE, side.places());
          case Places.Ordered ordered -> all(QueryKinds.ORDERED, ordered.places());
          case Places.Unordered unordered -> all(QueryKinds.UNORDERED, unordered.places());
          case Places.Apart apart -> all(QueryKinds.APART, List.of(apart.one(), apart.other()));
          case Places.Within within ->
              node(QueryKinds.WITHIN, "gaps", within.gaps(), "places", places(within.places()));
          case Places.Nowhere nowhere -> node(QueryKinds.NOWHERE);
        };
    budget.leave();
    return tree;
  }

  private Map<String, Object> all(String kind, List<Places> parts) {
    return node(kind, "places", parts.stream().map(this::places).toList());
  }
}
