package org.fihris.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.index.Schema;
import org.fihris.query.EntityUse;
import org.fihris.query.QueryField;
import org.fihris.query.QueryNode;
import org.fihris.query.QueryParser;
import org.fihris.query.SearchRequest;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Words;

/**
 * What articles must have to match a request, as far as it can be told without an index: to leave
 * out, of thousands of requests, those that some articles cannot match before any work is done. It
 * errs on one side only: articles that match have it. Safe for any number of threads.
 */
public final class NecessaryTerms {
  private final KnownEntities entities;
  private final NewsAnalyzer stems;
  private final NewsAnalyzer written;

  /** Working it out costs more than asking for it; requests that are kept come again. */
  private final Map<SearchRequest, Condition> known;

  /** How many conditions are remembered. */
  private static final int MOST_KNOWN = 50_000;

  public NecessaryTerms(NewsAnalyzer analyzer, KnownEntities entities) {
    this(analyzer, entities, new ConcurrentHashMap<>());
  }

  private NecessaryTerms(
      NewsAnalyzer analyzer, KnownEntities entities, Map<SearchRequest, Condition> known) {
    this.known = known;
    QueryAnalyzers analyzers = QueryAnalyzers.of(analyzer);
    this.entities = entities;
    this.stems = analyzers.stems();
    this.written = analyzers.written();
  }

  /** The same for another commit; what was worked out is shared, where it holds for both. */
  public NecessaryTerms of(NewsAnalyzer otherAnalyzer, KnownEntities otherEntities) {
    // What a corrected name stands for depends on the articles too.
    return entities.isCorrected() || otherEntities.isCorrected()
        ? new NecessaryTerms(otherAnalyzer, otherEntities)
        : new NecessaryTerms(otherAnalyzer, otherEntities, known);
  }

  /** A condition that every article must meet to match. */
  public sealed interface Condition {

    /** None can be told. */
    record None() implements Condition {}

    /** Has a term in one of some fields. */
    record Has(List<String> fields, String term) implements Condition {}

    /** Names an entity, by the id it is shown under. */
    record Names(EntityType type, String id) implements Condition {}

    record Each(List<Condition> conditions) implements Condition {}

    record Some(List<Condition> conditions) implements Condition {}
  }

  private static final Condition NONE = new Condition.None();

  /** The condition for the words of a request; its filters are left aside. */
  public Condition of(SearchRequest request) throws IOException {
    Condition condition = known.get(request);
    if (condition == null) {
      condition = workedOut(request);
      if (known.size() < MOST_KNOWN) {
        known.put(request, condition);
      }
    }
    return condition;
  }

  private Condition workedOut(SearchRequest request) throws IOException {
    if (request.interpretation().syntax() != Syntax.FIHRIS
        || request.interpretation().words() == Words.ANY
        || request.interpretation().spelling() != Spelling.ANY) {
      return NONE;
    }
    boolean names = request.interpretation().entityUse() == EntityUse.EVERY_NAME;
    return of(QueryParser.parse(request.text()).root(), Schema.TEXTS, names);
  }

  /**
   * @param names whether an article may name an entity in the place of words
   */
  private Condition of(QueryNode node, List<String> fields, boolean names) throws IOException {
    return switch (node) {
      case QueryNode.Word word -> each(run(List.of(word), fields, names));
      case QueryNode.Exact exact -> exact(exact, fields);
      case QueryNode.InField inField -> inField(inField);
      case QueryNode.All all -> all(all, fields, names);
      case QueryNode.Any any -> any(any, fields, names);
      // Which words these stand for, the index tells.
      case QueryNode.Phrase phrase -> NONE;
      case QueryNode.Wildcard wildcard -> NONE;
      case QueryNode.Fuzzy fuzzy -> NONE;
      case QueryNode.Near near -> NONE;
      case QueryNode.Days days -> NONE;
      case QueryNode.Undated undated -> NONE;
      case QueryNode.Not not -> NONE;
      case QueryNode.Everything everything -> NONE;
    };
  }

  private Condition inField(QueryNode.InField inField) throws IOException {
    return switch (inField.field()) {
      case QueryField.TITLE -> of(inField.node(), List.of(Schema.TITLE), false);
      case QueryField.SUMMARY -> of(inField.node(), List.of(Schema.SUMMARY), false);
      case QueryField.TEXT -> of(inField.node(), List.of(Schema.BODY), false);
      case SOURCE, CATEGORY, AUTHOR, DATE, ID, URL, PERSON, PLACE, ORGANISATION -> NONE;
    };
  }

  private Condition all(QueryNode.All all, List<String> fields, boolean names) throws IOException {
    List<Condition> conditions = new ArrayList<>();
    List<QueryNode.Word> run = new ArrayList<>();
    for (QueryNode node : all.nodes()) {
      if (node instanceof QueryNode.Word word) {
        run.add(word);
      } else {
        conditions.addAll(run(run, fields, names));
        run.clear();
        conditions.add(of(node, fields, names));
      }
    }
    conditions.addAll(run(run, fields, names));
    return each(conditions);
  }

  private static Condition each(List<Condition> conditions) {
    List<Condition> told = conditions.stream().filter(one -> !NONE.equals(one)).toList();
    return told.isEmpty() ? NONE : told.size() == 1 ? told.getFirst() : new Condition.Each(told);
  }

  private Condition any(QueryNode.Any any, List<String> fields, boolean names) throws IOException {
    List<Condition> conditions = new ArrayList<>();
    for (QueryNode node : any.nodes()) {
      conditions.add(of(node, fields, names));
    }
    return conditions.contains(NONE) ? NONE : new Condition.Some(conditions);
  }

  /** The conditions of words that follow each other, some of which may name entities. */
  private List<Condition> run(List<QueryNode.Word> run, List<String> fields, boolean names)
      throws IOException {
    List<String> texts = run.stream().map(QueryNode.Word::text).toList();
    List<KnownEntities.Reading> readings =
        names && !run.isEmpty() ? NamedEntities.readings(texts, entities) : List.of();
    List<Condition> conditions = new ArrayList<>();
    for (int word = 0; word < texts.size(); word++) {
      Condition condition = has(AnalysedWord.of(texts.get(word), stems), fields);
      if (!NONE.equals(condition)) {
        List<Condition> either = new ArrayList<>(List.of(condition));
        for (KnownEntities.Reading reading : readings) {
          if (reading.first() <= word && word <= reading.last()) {
            either.add(new Condition.Names(reading.entity().type(), reading.entity().id()));
          }
        }
        conditions.add(either.size() == 1 ? condition : new Condition.Some(either));
      }
    }
    return conditions;
  }

  private Condition exact(QueryNode.Exact exact, List<String> fields) {
    return has(AnalysedWord.of(exact.text(), written), fields.stream().map(Schema::words).toList());
  }

  /** Side by side in one field, so each in some field. */
  private static Condition has(List<AnalysedWord> words, List<String> fields) {
    List<Condition> each = new ArrayList<>();
    words.forEach(word -> each.add(new Condition.Has(fields, word.term())));
    return each(each);
  }
}
