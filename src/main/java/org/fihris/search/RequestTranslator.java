package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.index.Schema;
import org.fihris.query.EntityUse;
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

  /** Other names of one entity that are marked in the articles found. */
  private static final int MOST_MARKED = 24;

  private final NewsAnalyzer analyzer;
  private final WordTerms wordTerms;
  private final KnownEntities entities;
  private final NamedEntities namedEntities;

  RequestTranslator(IndexSearcher searcher, NewsAnalyzer analyzer, KnownEntities entities) {
    this.analyzer = analyzer;
    this.wordTerms = new WordTerms(searcher.getIndexReader(), analyzer);
    this.entities = entities;
    this.namedEntities = new NamedEntities(entities, analyzer, searcher);
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
  Understood understand(SearchRequest request, List<Warning> warnings) throws IOException {
    return switch (request.syntax()) {
      case FIHRIS -> usual(request, warnings);
      case PLAIN -> plain(request, warnings);
      case LUCENE -> expert(request, warnings);
    };
  }

  private Understood usual(SearchRequest request, List<Warning> warnings) throws IOException {
    ParsedQuery parsed = QueryParser.parse(request.text());
    warnings.addAll(parsed.warnings());
    QueryNode root = parsed.root();
    return understood(root, root.relaxed(), request, warnings);
  }

  private Understood understood(
      QueryNode root, QueryNode relaxed, SearchRequest request, List<Warning> warnings)
      throws IOException {
    Words words = request.words();
    EntityExpansion expansion =
        request.entityUse() == EntityUse.EVERY_NAME
            ? new EntityExpansion(namedEntities, root, relaxed)
            : null;
    QueryTranslator translator = translator(warnings, expansion);
    QueryNode wholeTree = expansion == null ? root : expansion.root();
    QueryNode relaxedTree = expansion == null ? relaxed : expansion.relaxed();
    Query all = translator.translate(words == Words.ANY ? relaxedTree : wholeTree);
    Query some =
        words == Words.ALL_THEN_ANY && !relaxed.equals(root)
            ? translator(new ArrayList<>(), expansion).translate(relaxedTree)
            : null;
    String shown = (words == Words.ANY ? relaxed : root).display();
    List<NamedEntities.Named> named = expansion == null ? List.of() : expansion.named();
    warnings.addAll(notes(named));
    Query marks = marks(translator(new ArrayList<>()).marks(relaxed), named);
    return new Understood(all, some, marks, shown, translator.words());
  }

  private QueryTranslator translator(List<Warning> warnings, @Nullable EntityExpansion expansion) {
    QueryTranslator translator = translator(warnings);
    if (expansion != null) {
      translator.accept(expansion.others());
    }
    return translator;
  }

  private static List<Warning> notes(List<NamedEntities.Named> named) {
    return named.stream()
        .map(
            name ->
                new Warning(
                    Warning.Code.OTHER_NAMES,
                    name.words()
                        + " is a name of "
                        + name.entity().labelAr()
                        + " ("
                        + name.entity().id()
                        + "): articles that name it otherwise are found too."))
        .toList();
  }

  /** Other names are marked as the words themselves are. */
  private Query marks(Query own, List<NamedEntities.Named> named) {
    if (named.isEmpty()) {
      return own;
    }
    BooleanQuery.Builder marks = new BooleanQuery.Builder().add(own, Occur.SHOULD);
    for (NamedEntities.Named name : named) {
      name.otherNames().stream()
          .filter(other -> !other.isEmpty())
          .limit(MOST_MARKED)
          .map(other -> translator(new ArrayList<>()).marks(new QueryNode.Phrase(other)))
          .forEach(other -> marks.add(other, Occur.SHOULD));
    }
    return marks.build();
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
  private Understood plain(SearchRequest request, List<Warning> warnings) throws IOException {
    String text =
        request.text().length() > QueryParser.MAX_LENGTH
            ? request.text().substring(0, QueryParser.MAX_LENGTH)
            : request.text();
    List<NamedEntities.Named> named = List.of();
    List<String> words = List.of(text.strip().split("\\s+"));
    if (request.entityUse() == EntityUse.EVERY_NAME) {
      named = namedEntities.find(words);
      warnings.addAll(notes(named));
    }
    List<QueryTranslator.Piece> pieces = named.isEmpty() ? whole(text) : pieces(words, named);
    QueryTranslator translator = translator(warnings);
    Query all =
        request.words() == Words.ANY ? translator.anyTerm(pieces) : translator.allTerms(pieces);
    Query some = request.words() == Words.ALL_THEN_ANY ? translator.anyTerm(pieces) : null;
    Query marks = marks(translator(new ArrayList<>()).anyTerm(whole(text)), named);
    return new Understood(all, some, marks, text, translator.words());
  }

  private static List<QueryTranslator.Piece> whole(String text) {
    return List.of(new QueryTranslator.Piece(text, null));
  }

  private static List<QueryTranslator.Piece> pieces(
      List<String> words, List<NamedEntities.Named> named) {
    List<QueryTranslator.Piece> pieces = new ArrayList<>();
    int next = 0;
    for (NamedEntities.Named name : named) {
      pieces.addAll(whole(String.join(" ", words.subList(next, name.first()))));
      pieces.add(new QueryTranslator.Piece(name.words(), name.articles()));
      next = name.last() + 1;
    }
    pieces.addAll(whole(String.join(" ", words.subList(next, words.size()))));
    return pieces;
  }

  private Understood expert(SearchRequest request, List<Warning> warnings) throws IOException {
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
