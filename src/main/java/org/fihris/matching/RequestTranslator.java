package org.fihris.matching;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.fihris.analysis.MatchLevel;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.KnownEntities;
import org.fihris.query.EntityUse;
import org.fihris.query.ParsedQuery;
import org.fihris.query.QueryNode;
import org.fihris.query.QueryParser;
import org.fihris.query.SearchRequest;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.jspecify.annotations.Nullable;

/** The text of a request, in whichever syntax it is written, as Lucene queries. */
public final class RequestTranslator {

  /** Longer expert queries are read in the usual syntax, which has limits of its own. */
  private static final int EXPERT_LENGTH = 4_000;

  /** Other names that are marked in an answer: a query has no more than a thousand clauses. */
  private static final int MOST_NAMES_MARKED = 160;

  private final IndexTerms index;
  private final QueryAnalyzers analyzers;
  private final WordTerms wordTerms;
  private final KnownEntities entities;
  private final NamedEntities namedEntities;

  public RequestTranslator(IndexTerms index, NewsAnalyzer analyzer, KnownEntities entities) {
    this.index = index;
    this.analyzers = QueryAnalyzers.of(analyzer);
    this.wordTerms = new WordTerms(index, analyzers);
    this.entities = entities;
    this.namedEntities =
        new NamedEntities(
            entities,
            analyzer,
            new WordQueries(analyzer, wordTerms, Spelling.ANY, List.of()),
            index);
  }

  /**
   * A request's text, understood.
   *
   * @param relaxed what to search for when {@code query} finds nothing, or null
   * @param shown the query as it was understood, in the syntax it was written in
   * @param marks what is marked in the articles found
   * @param levels what the marks match
   * @param leaves the parts of {@code query} that may match
   * @param relaxedLeaves those of {@code relaxed}
   * @param words those that the best hits are put in order by
   */
  public record Understood(
      Query query,
      @Nullable Query relaxed,
      Query marks,
      MarkLevels levels,
      String shown,
      List<QueryLeaf> leaves,
      List<QueryLeaf> relaxedLeaves,
      List<QueryWord> words) {}

  /**
   * Never fails: what is no query in its syntax is read as the nearest one that is.
   *
   * @param warnings where what the user should know is added
   */
  public Understood understand(SearchRequest request, List<Warning> warnings) throws IOException {
    return switch (request.interpretation().syntax()) {
      case FIHRIS -> usual(request, warnings);
      case PLAIN -> plain(request, warnings);
      case LUCENE -> expert(request, warnings);
    };
  }

  /**
   * Looks up at once what {@link #understand} will ask of the index about the names in some
   * requests. Changes no answer.
   */
  public void foresee(List<SearchRequest> requests) throws IOException {
    List<List<String>> runs = new ArrayList<>();
    for (SearchRequest request : requests) {
      if (isOfEveryName(request) && request.interpretation().syntax() == Syntax.FIHRIS) {
        QueryNode root = QueryParser.parse(request.text(), today(request)).root();
        new EntityExpansion(
            words -> {
              runs.add(words);
              return List.of();
            },
            root,
            root);
      }
    }
    namedEntities.foresee(runs);
  }

  private static boolean isOfEveryName(SearchRequest request) {
    return request.interpretation().entityUse() == EntityUse.EVERY_NAME
        && request.interpretation().spelling() == Spelling.ANY;
  }

  private Understood usual(SearchRequest request, List<Warning> warnings) throws IOException {
    ParsedQuery parsed = QueryParser.parse(request.text(), today(request));
    warnings.addAll(parsed.warnings());
    return understood(parsed.root(), parsed.root().relaxed(), request, warnings);
  }

  private static LocalDate today(SearchRequest request) {
    LocalDate today = request.interpretation().today();
    return today == null ? LocalDate.now(ZoneId.systemDefault()) : today;
  }

  /** Every word of the text is a condition of its own, whatever signs stand around it. */
  private Understood plain(SearchRequest request, List<Warning> warnings) throws IOException {
    String text = request.text();
    if (text.length() > QueryParser.MAX_LENGTH) {
      text = text.substring(0, QueryParser.MAX_LENGTH);
      warnings.add(
          new Warning(
              Warning.Code.TOO_LONG,
              "The query is longer than "
                  + QueryParser.MAX_LENGTH
                  + " characters: the rest was left out."));
    }
    List<QueryNode> nodes =
        words(request, warnings).words(text).stream()
            .<QueryNode>map(word -> new QueryNode.Word(word.written()))
            .toList();
    if (nodes.isEmpty()) {
      return understood(new QueryNode.Word(text), new QueryNode.Word(text), request, warnings);
    }
    if (nodes.size() > QueryParser.MAX_CLAUSES) {
      nodes = nodes.subList(0, QueryParser.MAX_CLAUSES);
      warnings.add(
          new Warning(
              Warning.Code.TOO_MANY_CLAUSES,
              "The query has more than "
                  + QueryParser.MAX_CLAUSES
                  + " words: the rest was left out."));
    }
    return understood(
        new QueryNode.All(nodes), new QueryNode.Any(nodes), request.withText(text), warnings);
  }

  /**
   * @param relaxed made of the very nodes of {@code root}
   */
  private Understood understood(
      QueryNode root, QueryNode relaxed, SearchRequest request, List<Warning> warnings)
      throws IOException {
    EntityExpansion names =
        new EntityExpansion(isOfEveryName(request) ? namedEntities::find : null, root, relaxed);
    WordQueries words = words(request, warnings);
    LikeQueries likes = likes(warnings);
    QueryTranslator strict =
        QueryTranslator.toFind(words, likes, entities, names.byNode(), warnings);
    QueryTranslator loose =
        QueryTranslator.toFind(words, likes, entities, names.byNode(), new ArrayList<>());
    boolean any = request.interpretation().words() == Words.ANY;
    Query all = strict.translate(any ? names.relaxed() : names.root());
    boolean relaxes =
        request.interpretation().words() == Words.ALL_THEN_ANY && !relaxed.equals(root);
    Query some = relaxes ? loose.translate(names.relaxed()) : null;
    Query own = QueryTranslator.toMark(words, likes, entities).translate(relaxed);
    warnings.addAll(notes(names.named()));
    String shown =
        request.interpretation().syntax() == Syntax.PLAIN
            ? request.text()
            : (any ? relaxed : root).display();
    return new Understood(
        all,
        some,
        marks(own, names.named()),
        levels(request, strict.leaves(), names.named(), likes, null),
        shown,
        strict.leaves(),
        loose.leaves(),
        strict.words());
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
                        + "): articles that name it otherwise are found too.",
                    name.words()))
        .toList();
  }

  /** Other names are marked as the words themselves are. */
  private static Query marks(Query own, List<NamedEntities.Named> named) {
    if (named.isEmpty()) {
      return own;
    }
    BooleanQuery.Builder marks = new BooleanQuery.Builder().add(own, Occur.SHOULD);
    int left = MOST_NAMES_MARKED;
    for (NamedEntities.Named name : named) {
      left -= name.marks().clauses().size();
      if (left >= 0) {
        marks.add(name.marks(), Occur.SHOULD);
      }
    }
    return marks.build();
  }

  /**
   * What to search for where some word of a request is in no article; null if all are.
   *
   * @param unknown where those words are added
   */
  public @Nullable Understood kin(SearchRequest request, List<String> unknown) {
    if (request.interpretation().syntax() != Syntax.FIHRIS) {
      return null;
    }
    LikeQueries likes = likes(new ArrayList<>());
    QueryTranslator translator =
        QueryTranslator.toFindKin(words(request, new ArrayList<>()), likes, entities);
    Query query = translator.translate(QueryParser.parse(request.text(), today(request)).root());
    unknown.addAll(translator.ofKin());
    List<QueryLeaf> leaves = translator.leaves();
    return unknown.isEmpty()
        ? null
        : new Understood(
            query,
            null,
            query,
            levels(request, leaves, List.of(), likes, MatchLevel.KIN),
            request.text(),
            leaves,
            List.of(),
            translator.words());
  }

  private LikeQueries likes(List<Warning> warnings) {
    return new LikeQueries(new Expansions(index, warnings), analyzers.stems());
  }

  private WordQueries words(SearchRequest request, List<Warning> warnings) {
    return new WordQueries(
        analyzers.stems(), wordTerms, request.interpretation().spelling(), warnings);
  }

  private MarkLevels levels(
      SearchRequest request,
      List<QueryLeaf> leaves,
      List<NamedEntities.Named> named,
      LikeQueries likes,
      @Nullable MatchLevel otherwise) {
    return new MarkLevels(
        leaves.stream().map(QueryLeaf::node).toList(),
        named,
        likes,
        analyzers,
        request.interpretation().spelling(),
        otherwise);
  }

  private Understood expert(SearchRequest request, List<Warning> warnings) throws IOException {
    if (request.text().length() <= EXPERT_LENGTH) {
      String[] fields = weights().keySet().toArray(String[]::new);
      MultiFieldQueryParser parser =
          new MultiFieldQueryParser(fields, analyzers.stems(), weights());
      if (request.interpretation().words() != Words.ANY) {
        parser.setDefaultOperator(MultiFieldQueryParser.Operator.AND);
      }
      try {
        Query query = parser.parse(request.text());
        // Throws where a query has more clauses than are carried out.
        index.rewritten(query);
        MarkLevels levels = levels(request, List.of(), List.of(), likes(new ArrayList<>()), null);
        return new Understood(
            query, null, query, levels, request.text(), List.of(), List.of(), List.of());
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
