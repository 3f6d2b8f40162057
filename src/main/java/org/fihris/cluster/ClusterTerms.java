package org.fihris.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.TermPattern;
import org.fihris.index.Schema;
import org.fihris.wire.FoundTerms;
import org.fihris.wire.QueryTree;
import org.fihris.wire.TermLookup;
import org.fihris.wire.TermLookup.Wanted;
import org.fihris.wire.TermsRequest;

/**
 * The terms of an index on a cluster. What was looked up is remembered: the next page and the
 * chosen facet ask for the same. Safe for any number of threads.
 */
public final class ClusterTerms implements IndexTerms {
  private static final int MOST_REMEMBERED = 20_000;
  private static final int MOST_PATTERNS = 500;

  /** Terms of one request; a node takes twice as many. */
  private static final int AT_ONCE = 50_000;

  private final ClusterSearch search;
  private final ClusterSearch.State state;
  private final IndexSearcher nothing;
  private final Map<Term, Integer> articles = new ConcurrentHashMap<>();
  private final Map<Pattern, Looked> looked = new ConcurrentHashMap<>();

  private record Pattern(String field, Wanted.Accepted automaton) {}

  /**
   * @param limit what was asked for
   */
  private record Looked(FoundTerms found, int limit) {
    boolean isEnough(int wanted) {
      return !found.cut() || limit >= wanted;
    }
  }

  /**
   * @param state of the index when its terms were first asked for
   */
  public ClusterTerms(ClusterSearch search, ClusterSearch.State state) throws IOException {
    this.search = search;
    this.state = state;
    this.nothing = new IndexSearcher(new MultiReader());
  }

  @Override
  public int articles() {
    return (int) Math.min(Integer.MAX_VALUE, state.articles());
  }

  @Override
  public int articlesEver() {
    return (int) Math.min(Integer.MAX_VALUE, state.articles() + state.deleted());
  }

  @Override
  public int[] articlesWith(List<Term> terms) {
    int[] articles = new int[terms.size()];
    for (int from = 0; from < articles.length; from += AT_ONCE) {
      int[] some = articlesWithSome(terms.subList(from, Math.min(articles.length, from + AT_ONCE)));
      System.arraycopy(some, 0, articles, from, some.length);
    }
    return articles;
  }

  private int[] articlesWithSome(List<Term> terms) {
    // What is remembered may be forgotten at any moment, so it is read once.
    Map<Term, Integer> found = new HashMap<>();
    Map<String, List<String>> unknown = new LinkedHashMap<>();
    for (Term term : terms) {
      Integer known = articles.get(term);
      if (known == null) {
        unknown.computeIfAbsent(term.field(), fresh -> new ArrayList<>()).add(term.text());
      }
      found.put(term, known == null ? 0 : known);
    }
    if (!unknown.isEmpty()) {
      Map<Term, Integer> read = read(unknown);
      found.putAll(read);
      if (articles.size() + read.size() > MOST_REMEMBERED) {
        articles.clear();
      }
      articles.putAll(read);
    }
    return terms.stream().mapToInt(term -> found.getOrDefault(term, 0)).toArray();
  }

  /** How many articles have each of some terms, by their fields; 0 for those that none has. */
  private Map<Term, Integer> read(Map<String, List<String>> texts) {
    List<TermLookup> lookups = new ArrayList<>();
    Map<Term, Integer> read = new HashMap<>();
    texts.forEach(
        (field, some) -> {
          lookups.add(new TermLookup(field, new Wanted.Listed(some), some.size()));
          some.forEach(text -> read.put(new Term(field, text), 0));
        });
    List<FoundTerms> answers = search.terms(new TermsRequest(lookups)).found();
    for (int i = 0; i < answers.size(); i++) {
      for (FoundTerms.Counted counted : answers.get(i).terms()) {
        read.put(new Term(lookups.get(i).field(), counted.term()), number(counted));
      }
    }
    return read;
  }

  private static int number(FoundTerms.Counted counted) {
    return (int) Math.min(Integer.MAX_VALUE, counted.articles());
  }

  @Override
  public Map<String, List<BytesRef>> terms(List<String> fields, TermPattern pattern, int most) {
    Map<String, List<BytesRef>> found = new HashMap<>();
    look(fields, pattern, most)
        .forEach(
            (field, terms) ->
                found.put(
                    field,
                    terms.terms().stream()
                        .limit(most)
                        .map(counted -> new BytesRef(counted.term()))
                        .toList()));
    return found;
  }

  /** By field what a pattern finds in it. */
  Map<String, FoundTerms> look(List<String> fields, TermPattern pattern, int most) {
    Wanted.Accepted automaton = Wanted.Accepted.by(pattern.automaton());
    Map<String, FoundTerms> found = new LinkedHashMap<>();
    List<TermLookup> lookups = new ArrayList<>();
    for (String field : fields) {
      Looked known = looked.get(new Pattern(field, automaton));
      if (known != null && known.isEnough(most)) {
        found.put(field, known.found);
      } else {
        lookups.add(new TermLookup(field, automaton, most));
      }
    }
    if (!lookups.isEmpty()) {
      List<FoundTerms> answers = search.terms(new TermsRequest(lookups)).found();
      if (looked.size() + answers.size() > MOST_PATTERNS) {
        looked.clear();
      }
      for (int i = 0; i < answers.size(); i++) {
        String field = lookups.get(i).field();
        found.put(field, answers.get(i));
        looked.put(new Pattern(field, automaton), new Looked(answers.get(i), most));
      }
    }
    return found;
  }

  /** What is asked for here is not asked for again: nothing of it is remembered. */
  @Override
  public List<Map<String, Map<BytesRef, Integer>>> counted(
      List<String> fields, List<TermPattern> patterns, int most) {
    List<TermLookup> lookups = new ArrayList<>();
    for (TermPattern pattern : patterns) {
      Wanted.Accepted automaton = Wanted.Accepted.by(pattern.automaton());
      fields.forEach(field -> lookups.add(new TermLookup(field, automaton, most)));
    }
    Iterator<FoundTerms> answers = answers(lookups).iterator();
    List<Map<String, Map<BytesRef, Integer>>> found = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      Map<String, Map<BytesRef, Integer>> byField = new HashMap<>();
      for (String field : fields) {
        Map<BytesRef, Integer> counted = new LinkedHashMap<>();
        answers
            .next()
            .terms()
            .forEach(term -> counted.put(new BytesRef(term.term()), number(term)));
        byField.put(field, counted);
      }
      found.add(byField);
    }
    return found;
  }

  /** The answers to lookups, as many of them at once as a node takes. */
  List<FoundTerms> answers(List<TermLookup> lookups) {
    List<FoundTerms> answers = new ArrayList<>();
    List<TermLookup> some = new ArrayList<>();
    int terms = 0;
    for (TermLookup lookup : lookups) {
      if (some.size() == TermsRequest.MOST_LOOKUPS
          || terms + lookup.limit() > TermsRequest.MOST_TERMS) {
        answers.addAll(search.terms(new TermsRequest(some)).found());
        some.clear();
        terms = 0;
      }
      some.add(lookup);
      terms += lookup.limit();
    }
    if (!some.isEmpty()) {
      answers.addAll(search.terms(new TermsRequest(some)).found());
    }
    return answers;
  }

  /**
   * The dictionaries are looked through where they are, as far as the nodes let it: nothing counts
   * as looked at. Of words as they are written all fields are asked for at once, as a word that is
   * looked for in one of them is looked for in the others.
   */
  @Override
  public Matching matching(String field, TermPattern pattern, boolean leads, Budget budget) {
    List<String> fields =
        Schema.isOfWords(field)
            ? Schema.TEXTS.stream().map(Schema::words).toList()
            : List.of(field);
    int most = Math.clamp(budget.matched(), 1, TermLookup.MOST);
    FoundTerms found = look(fields, pattern, most).get(field);
    Map<BytesRef, Integer> matching = new HashMap<>();
    boolean cut = false;
    if (found != null) {
      cut = found.cut() || found.terms().size() > budget.matched();
      found.terms().stream()
          .limit(budget.matched())
          .forEach(counted -> matching.put(new BytesRef(counted.term()), number(counted)));
    }
    return new Matching(matching, new Budget(0, matching.size()), cut);
  }

  @Override
  public int[] counts(List<Query> queries) {
    return search
        .counts(queries.stream().map(query -> ClusterSearch.counting(query, "terms")).toList())
        .stream()
        .mapToInt(count -> (int) Math.min(Integer.MAX_VALUE, count))
        .toArray();
  }

  /**
   * Of what stands for terms of the index nothing is known here.
   *
   * @throws org.fihris.wire.WireException if it cannot be sent
   */
  @Override
  public Query rewritten(Query query) throws IOException {
    QueryTree.of(query);
    return nothing.rewrite(query);
  }
}
