package org.fihris.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.Query;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.index.Schema;
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

  private final NewsAnalyzer analyzer;
  private final WordTerms wordTerms;
  private final KnownEntities entities;

  RequestTranslator(IndexReader reader, NewsAnalyzer analyzer, KnownEntities entities) {
    this.analyzer = analyzer;
    this.wordTerms = new WordTerms(reader, analyzer);
    this.entities = entities;
  }

  /**
   * A request's text, understood.
   *
   * @param relaxed what to search for when {@code query} finds nothing, or null
   * @param shown the query as it was understood, in the syntax it was written in
   * @param marks what is marked in the articles found
   * @param words those that the best hits are put in order by
   */
  record Understood(
      Query query, @Nullable Query relaxed, Query marks, String shown, List<QueryWord> words) {}

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
    return understood(root, root.relaxed(), request.words(), warnings);
  }

  private Understood understood(
      QueryNode root, QueryNode relaxed, Words words, List<Warning> warnings) {
    QueryTranslator translator = translator(warnings);
    Query all = translator.translate(words == Words.ANY ? relaxed : root);
    Query some =
        words == Words.ALL_THEN_ANY && !relaxed.equals(root)
            ? translator(new ArrayList<>()).translate(relaxed)
            : null;
    String shown = (words == Words.ANY ? relaxed : root).display();
    return new Understood(all, some, translator.marks(relaxed), shown, translator.words());
  }

  /**
   * What to search for where some word of a request is in no article; null if all are.
   *
   * @param unknown where those words are added
   */
  @Nullable Query kin(SearchRequest request, List<String> unknown) {
    return request.syntax() == Syntax.FIHRIS
        ? translator(new ArrayList<>()).kin(QueryParser.parse(request.text()).root(), unknown)
        : null;
  }

  private QueryTranslator translator(List<Warning> warnings) {
    return new QueryTranslator(analyzer, wordTerms, entities, warnings);
  }

  /** Every term of the text is a condition of its own, whatever signs stand around it. */
  private Understood plain(SearchRequest request, List<Warning> warnings) {
    String text =
        request.text().length() > QueryParser.MAX_LENGTH
            ? request.text().substring(0, QueryParser.MAX_LENGTH)
            : request.text();
    QueryTranslator translator = translator(warnings);
    Query all = request.words() == Words.ANY ? translator.anyTerm(text) : translator.allTerms(text);
    Query some = request.words() == Words.ALL_THEN_ANY ? translator.anyTerm(text) : null;
    return new Understood(all, some, some == null ? all : some, text, translator.words());
  }

  private Understood expert(SearchRequest request, List<Warning> warnings) {
    if (request.text().length() <= EXPERT_LENGTH) {
      String[] fields = {Schema.TITLE, Schema.SUMMARY, Schema.BODY};
      MultiFieldQueryParser parser =
          new MultiFieldQueryParser(
              fields, analyzer, Map.of(Schema.TITLE, QueryTranslator.TITLE_WEIGHT));
      if (request.words() != Words.ANY) {
        parser.setDefaultOperator(MultiFieldQueryParser.Operator.AND);
      }
      try {
        Query query = parser.parse(request.text());
        return new Understood(query, null, query, request.text(), List.of());
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

  private static Warning notExpert(String why) {
    return new Warning(
        Warning.Code.EXPERT_SYNTAX,
        "This is no query in Lucene's syntax (" + why + "), so it was read in the usual one.");
  }
}
