package org.fihris.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.query.ParsedQuery;
import org.fihris.query.QueryNode;
import org.fihris.query.QueryParser;
import org.fihris.query.SearchRequest;
import org.fihris.query.Syntax;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.jspecify.annotations.Nullable;

/** The text of a request, in whichever syntax it is written, as Lucene queries. */
final class RequestTranslator {

  /** Longer expert queries are read in the usual syntax, which has limits of its own. */
  private static final int EXPERT_LENGTH = 4_000;

  private final QueryAnalyzers analyzers;
  private final WordTerms wordTerms;
  private final KnownEntities entities;

  RequestTranslator(IndexReader reader, NewsAnalyzer analyzer, KnownEntities entities) {
    this.analyzers = QueryAnalyzers.of(analyzer);
    this.wordTerms = new WordTerms(reader, analyzers);
    this.entities = entities;
  }

  /**
   * A request's text, understood.
   *
   * @param relaxed what to search for when {@code query} finds nothing, or null
   * @param shown the query as it was understood, in the syntax it was written in
   * @param marks what is marked in the articles found
   * @param levels what the marks match
   * @param leaves the parts of the query that may match
   * @param words those that the best hits are put in order by
   */
  record Understood(
      Query query,
      @Nullable Query relaxed,
      Query marks,
      MarkLevels levels,
      String shown,
      List<QueryLeaf> leaves,
      List<QueryWord> words) {}

  /**
   * Never fails: what is no query in its syntax is read as the nearest one that is.
   *
   * @param warnings where what the user should know is added
   */
  Understood understand(SearchRequest request, List<Warning> warnings) {
    return switch (request.syntax()) {
      case FIHRIS -> usual(request, warnings);
      case PLAIN -> plain(request, warnings);
      case LUCENE -> expert(request, warnings);
    };
  }

  private Understood usual(SearchRequest request, List<Warning> warnings) {
    ParsedQuery parsed = QueryParser.parse(request.text());
    warnings.addAll(parsed.warnings());
    QueryNode root = parsed.root();
    QueryNode relaxed = root.relaxed();
    WordQueries words = words(request);
    QueryTranslator translator = QueryTranslator.toFind(words, entities, warnings);
    QueryNode asked = request.words() == Words.ANY ? relaxed : root;
    Query all = translator.translate(asked);
    Query some =
        request.words() == Words.ALL_THEN_ANY && !relaxed.equals(root)
            ? QueryTranslator.toFind(words, entities, new ArrayList<>()).translate(relaxed)
            : null;
    Query marks = QueryTranslator.toMark(words, entities).translate(relaxed);
    return new Understood(
        all,
        some,
        marks,
        levels(request, translator.leaves(), null),
        asked.display(),
        translator.leaves(),
        translator.words());
  }

  /**
   * What to search for where some word of a request is in no article; null if all are.
   *
   * @param unknown where those words are added
   */
  @Nullable Understood kin(SearchRequest request, List<String> unknown) {
    if (request.syntax() != Syntax.FIHRIS) {
      return null;
    }
    QueryTranslator translator = QueryTranslator.toFindKin(words(request), entities);
    Query query = translator.translate(QueryParser.parse(request.text()).root());
    unknown.addAll(translator.ofKin());
    List<QueryLeaf> leaves = translator.leaves();
    return unknown.isEmpty()
        ? null
        : new Understood(
            query,
            null,
            query,
            levels(request, leaves, MatchLevel.KIN),
            request.text(),
            leaves,
            translator.words());
  }

  private WordQueries words(SearchRequest request) {
    return new WordQueries(analyzers.stems(), wordTerms, request.spelling());
  }

  /** Every term of the text is a condition of its own, whatever signs stand around it. */
  private Understood plain(SearchRequest request, List<Warning> warnings) {
    String text =
        request.text().length() > QueryParser.MAX_LENGTH
            ? request.text().substring(0, QueryParser.MAX_LENGTH)
            : request.text();
    WordQueries words = words(request);
    QueryTranslator translator = QueryTranslator.toFind(words, entities, warnings);
    Occur occur = request.words() == Words.ANY ? Occur.SHOULD : Occur.MUST;
    Query asked = translator.translateEach(text, occur);
    Query some =
        request.words() == Words.ALL_THEN_ANY
            ? QueryTranslator.toFind(words, entities, new ArrayList<>())
                .translateEach(text, Occur.SHOULD)
            : null;
    return new Understood(
        asked,
        some,
        QueryTranslator.toMark(words, entities).translateEach(text, Occur.SHOULD),
        levels(request, translator.leaves(), null),
        text,
        translator.leaves(),
        translator.words());
  }

  private MarkLevels levels(
      SearchRequest request, List<QueryLeaf> leaves, @Nullable MatchLevel otherwise) {
    return new MarkLevels(
        leaves.stream().map(QueryLeaf::node).toList(), analyzers, request.spelling(), otherwise);
  }

  private Understood expert(SearchRequest request, List<Warning> warnings) {
    if (request.text().length() <= EXPERT_LENGTH) {
      String[] fields = weights().keySet().toArray(String[]::new);
      MultiFieldQueryParser parser =
          new MultiFieldQueryParser(fields, analyzers.stems(), weights());
      if (request.words() != Words.ANY) {
        parser.setDefaultOperator(MultiFieldQueryParser.Operator.AND);
      }
      try {
        Query query = parser.parse(request.text());
        MarkLevels levels = levels(request, List.of(), null);
        return new Understood(query, null, query, levels, request.text(), List.of(), List.of());
      } catch (ParseException | RuntimeException e) {
        // Lucene's parser throws several unchecked exceptions too, on regular expressions that are
        // too complex and on too many clauses. All mean that this text is no query of that syntax.
        warnings.add(notExpert(e.getClass().getSimpleName()));
      }
    } else {
      warnings.add(notExpert("longer than " + EXPERT_LENGTH + " characters"));
    }
    return usual(request, warnings);
  }

  private static Map<String, Float> weights() {
    Map<String, Float> weights = new LinkedHashMap<>();
    TextField.ANYWHERE.forEach(field -> weights.put(field.name(), field.weight()));
    return weights;
  }

  private static Warning notExpert(String why) {
    return new Warning(
        Warning.Code.EXPERT_SYNTAX,
        "This is no query in Lucene's syntax (" + why + "), so it was read in the usual one.");
  }
}
