package org.fihris.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.index.Schema;
import org.fihris.query.QueryNode;
import org.jspecify.annotations.Nullable;

/** Words with wildcards, and words with other letters, as Lucene queries. For one query. */
final class LikeQueries {

  /** More words than these are not weighed against each other: they would cost too much. */
  private static final int MOST_WEIGHED = 64;

  /** What a word counts that differs as much as it may, of what the nearer ones count. */
  private static final float FARTHER = 0.4f;

  private final Expansions expansions;
  private final NewsAnalyzer stems;
  private final Map<String, Optional<Likeness>> likenesses = new HashMap<>();

  LikeQueries(Expansions expansions, NewsAnalyzer stems) {
    this.expansions = expansions;
    this.stems = stems;
  }

  /** What a node stands for; null if that costs too much to find out. */
  @Nullable Likeness of(QueryNode.Wildcard wildcard) {
    return likenesses
        .computeIfAbsent(wildcard.display(), text -> Optional.ofNullable(Likeness.of(wildcard)))
        .orElse(null);
  }

  /** What a node stands for; null if that costs too much to find out. */
  @Nullable Likeness of(QueryNode.Fuzzy fuzzy) {
    return likenesses
        .computeIfAbsent(fuzzy.display(), text -> Optional.ofNullable(Likeness.of(fuzzy)))
        .orElse(null);
  }

  /** For articles with any of the words. */
  Query find(Likeness like, List<TextField> fields) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (TextField field : fields) {
      Query query = find(like, field);
      builder.add(
          field.weight() == 1f ? query : new BoostQuery(query, field.weight()), Occur.SHOULD);
    }
    return builder.build();
  }

  private Query find(Likeness like, TextField field) {
    String name = nameOf(field);
    List<Expansions.Term> terms = terms(like, name);
    if (terms.isEmpty()) {
      return new MatchNoDocsQuery("no word is like it");
    }
    if (terms.size() > MOST_WEIGHED) {
      List<BytesRef> all = terms.stream().map(Expansions.Term::bytes).toList();
      return new ConstantScoreQuery(new TermInSetQuery(name, all));
    }
    boolean someNear = terms.getFirst().near();
    SynonymQuery.Builder any = new SynonymQuery.Builder(name);
    terms.forEach(
        term -> any.addTerm(new Term(name, term.bytes()), someNear && !term.near() ? FARTHER : 1f));
    return any.build();
  }

  /** For the places of the words by their stems, of which the index has offsets. */
  Query mark(Likeness like, List<TextField> fields) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (TextField field : fields) {
      SynonymQuery.Builder any = new SynonymQuery.Builder(field.name());
      stems(like, field).forEach(stem -> any.addTerm(new Term(field.name(), stem)));
      builder.add(any.build(), Occur.SHOULD);
    }
    return builder.build();
  }

  private Set<String> stems(Likeness like, TextField field) {
    Set<String> found = new LinkedHashSet<>();
    for (Expansions.Term term : terms(like, nameOf(field))) {
      String text = term.bytes().utf8ToString();
      if (field.hasWrittenWords()) {
        AnalysedWord.of(text, stems).forEach(stem -> found.add(stem.term()));
      } else {
        found.add(text);
      }
    }
    return found;
  }

  /** The terms of a field, the nearest and most frequent first. */
  List<BytesRef> terms(Likeness like, TextField field) {
    return new ArrayList<>(
        terms(like, nameOf(field)).stream().map(Expansions.Term::bytes).toList());
  }

  private List<Expansions.Term> terms(Likeness like, String field) {
    try {
      return expansions.of(like, field);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fields of labels hold no words as they are written. */
  private static String nameOf(TextField field) {
    return field.hasWrittenWords() ? Schema.words(field.name()) : field.name();
  }
}
