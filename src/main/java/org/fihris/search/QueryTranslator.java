package org.fihris.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.entity.EntityType;
import org.fihris.index.Schema;
import org.fihris.query.QueryField;
import org.fihris.query.QueryNode;
import org.fihris.query.QueryParser;
import org.fihris.query.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Query trees as Lucene queries.
 *
 * <p>A word may match in the headline, the summary or the body; a match in the headline counts
 * more. A word of which analysis leaves nothing (a stop word) is no condition. Not safe for
 * threads; one use.
 */
final class QueryTranslator {

  /** A searched field of an article's text, and how much a match in it counts. */
  record TextField(String name, float weight) {}

  static final float TITLE_WEIGHT = 2f;

  /** The most words that are looked at when the best hits are put in order. */
  private static final int MOST_RANKED = 24;

  private static final Set<String> TEXTS = Set.of(Schema.TITLE, Schema.SUMMARY, Schema.BODY);

  static final List<TextField> ANYWHERE =
      List.of(
          new TextField(Schema.TITLE, TITLE_WEIGHT),
          new TextField(Schema.SUMMARY, 1f),
          new TextField(Schema.BODY, 1f));

  private final NewsAnalyzer analyzer;
  private final WordTerms wordTerms;
  private final EntityField entities;
  private final List<Warning> warnings;
  private final Set<QueryWord> words = new LinkedHashSet<>();

  /** Where words are noted for which others of kin are looked for; null where none are. */
  private @Nullable List<String> ofKin;

  /** Whether quoted and exact words are translated as bare ones. */
  private boolean byStems;

  /** By node, looked up by identity, what may match in its place. */
  private Map<QueryNode, Query> others = Map.of();

  /** Whether what is being translated must not match. */
  private boolean excluding;

  /**
   * @param warnings where what the user should know is added
   */
  QueryTranslator(
      NewsAnalyzer analyzer, WordTerms wordTerms, KnownEntities entities, List<Warning> warnings) {
    this.analyzer = analyzer;
    this.wordTerms = wordTerms;
    this.entities = new EntityField(entities);
    this.warnings = warnings;
  }

  /**
   * What is to be marked in the articles that {@link #translate} finds: quoted and exact words by
   * their stems, for which the index has offsets. Marks nothing else than their place and forms.
   */
  Query marks(QueryNode root) {
    byStems = true;
    Query query = query(root, ANYWHERE);
    byStems = false;
    return query == null ? new MatchNoDocsQuery("only stop words") : query;
  }

  /**
   * The query for a tree in which words of which the index has no form may be any with their
   * consonants; {@code null} if there is no such word, or nothing of kin to any.
   *
   * @param unknown where those words are added as they were typed
   */
  @Nullable Query kin(QueryNode root, List<String> unknown) {
    ofKin = unknown;
    Query query = query(root, ANYWHERE);
    ofKin = null;
    return unknown.isEmpty() ? null : query;
  }

  /**
   * From now on an article may match these queries in the place of these nodes.
   *
   * @param byNode looked up by the identity of the nodes
   */
  void accept(Map<QueryNode, Query> byNode) {
    others = byNode;
  }

  /** The words translated so far that are searched for anywhere and not excluded. */
  List<QueryWord> words() {
    return List.copyOf(words);
  }

  /** The query for a tree. A tree of stop words only matches nothing, with a warning. */
  Query translate(QueryNode root) {
    return orNothing(query(root, ANYWHERE));
  }

  /**
   * A piece of a text whose words are conditions of their own.
   *
   * @param other what an article may match in the place of the words, or null
   */
  record Piece(String text, @Nullable Query other) {}

  /** The query for articles that hold every term of a text. */
  Query allTerms(List<Piece> text) {
    return orNothing(terms(text, Occur.MUST));
  }

  /** The query for articles that hold at least one term of a text. */
  Query anyTerm(List<Piece> text) {
    return orNothing(terms(text, Occur.SHOULD));
  }

  private @Nullable Query terms(List<Piece> text, Occur occur) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    int left = QueryParser.MAX_CLAUSES;
    for (Piece piece : text) {
      List<AnalysedWord> words = analyse(piece.text());
      List<AnalysedWord> searched = words.subList(0, Math.min(left, words.size()));
      BooleanQuery.Builder own = piece.other() == null ? builder : new BooleanQuery.Builder();
      searched.forEach(word -> own.add(inFields(List.of(word), ANYWHERE), occur));
      if (piece.other() != null && !searched.isEmpty()) {
        builder.add(new DisjunctionMaxQuery(List.of(own.build(), piece.other()), 0f), occur);
      }
      note(piece.text(), words);
      left -= searched.size();
    }
    return left == QueryParser.MAX_CLAUSES ? null : builder.build();
  }

  private Query orNothing(@Nullable Query query) {
    if (query == null) {
      warnings.add(
          new Warning(
              Warning.Code.ONLY_STOP_WORDS,
              "The query holds only words that are too common to be searched for."));
      return new MatchNoDocsQuery("only stop words");
    }
    return query;
  }

  /** The query for a node, or null if analysis leaves nothing of it. */
  private @Nullable Query query(QueryNode node, List<TextField> fields) {
    Query own = ownQuery(node, fields);
    Query other = fields == ANYWHERE && !excluding ? others.get(node) : null;
    return own == null || other == null ? own : new DisjunctionMaxQuery(List.of(own, other), 0f);
  }

  private @Nullable Query ownQuery(QueryNode node, List<TextField> fields) {
    return switch (node) {
      case QueryNode.Word word -> word(word.text(), fields);
      case QueryNode.Phrase phrase -> quoted(phrase.text(), fields);
      case QueryNode.Exact exact -> exact(exact.text(), fields);
      case QueryNode.InField inField -> inField(inField.field(), inField.node());
      case QueryNode.Not not -> exclusion(excluded(not.node(), fields));
      case QueryNode.All all -> all(all.nodes(), fields);
      case QueryNode.Any any -> any(any.nodes(), fields);
      case QueryNode.Everything everything -> MatchAllDocsQuery.INSTANCE;
    };
  }

  private @Nullable Query excluded(QueryNode node, List<TextField> fields) {
    boolean outer = excluding;
    excluding = true;
    Query query = query(node, fields);
    excluding = outer;
    return query;
  }

  private static @Nullable Query exclusion(@Nullable Query excluded) {
    if (excluded == null) {
      return null;
    }
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(excluded, Occur.MUST_NOT)
        .build();
  }

  private @Nullable Query all(List<QueryNode> nodes, List<TextField> fields) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    int conditions = 0;
    int exclusions = 0;
    for (QueryNode node : nodes) {
      if (node instanceof QueryNode.Not(QueryNode excluded)) {
        Query query = excluded(excluded, fields);
        if (query != null) {
          builder.add(query, Occur.MUST_NOT);
          exclusions++;
        }
      } else {
        Query query = query(node, fields);
        if (query != null) {
          builder.add(query, Occur.MUST);
          conditions++;
        }
      }
    }
    if (conditions + exclusions == 0) {
      return null;
    }
    if (conditions == 0) {
      builder.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return builder.build();
  }

  private @Nullable Query any(List<QueryNode> nodes, List<TextField> fields) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    boolean some = false;
    for (QueryNode node : nodes) {
      Query query = query(node, fields);
      if (query != null) {
        builder.add(query, Occur.SHOULD);
        some = true;
      }
    }
    return some ? builder.build() : null;
  }

  private @Nullable Query inField(QueryField field, QueryNode node) {
    return switch (field) {
      case TITLE -> query(node, List.of(new TextField(Schema.TITLE, 1f)));
      case SUMMARY -> query(node, List.of(new TextField(Schema.SUMMARY, 1f)));
      case TEXT -> query(node, List.of(new TextField(Schema.BODY, 1f)));
      case SOURCE -> query(node, List.of(new TextField(Schema.SOURCE, 1f)));
      case CATEGORY -> query(node, List.of(new TextField(Schema.CATEGORY, 1f)));
      case AUTHOR -> query(node, List.of(new TextField(Schema.AUTHOR, 1f)));
      case ID -> keys(Schema.ID, node);
      case URL -> keys(Schema.URL, node);
      case PERSON -> entities(EntityType.PERSON, node);
      case PLACE -> entities(EntityType.PLACE, node);
      case ORGANISATION -> entities(EntityType.ORGANISATION, node);
    };
  }

  private Query keys(String field, QueryNode node) {
    return leaves(node, text -> new TermQuery(new Term(field, text)));
  }

  private Query entities(EntityType type, QueryNode node) {
    return leaves(node, name -> entities.named(type, name, warnings));
  }

  /** A tree whose words and phrases stand for whole values of a field. */
  private Query leaves(QueryNode node, Function<String, Query> leaf) {
    return switch (node) {
      case QueryNode.Word word -> leaf.apply(word.text());
      case QueryNode.Phrase phrase -> leaf.apply(phrase.text());
      case QueryNode.Exact exact -> leaf.apply(exact.text());
      case QueryNode.InField inField -> leaves(inField.node(), leaf);
      case QueryNode.Everything everything -> MatchAllDocsQuery.INSTANCE;
      case QueryNode.Not not ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(leaves(not.node(), leaf), Occur.MUST_NOT)
              .build();
      case QueryNode.All all -> combined(all.nodes(), Occur.MUST, leaf);
      case QueryNode.Any any -> combined(any.nodes(), Occur.SHOULD, leaf);
    };
  }

  private Query combined(List<QueryNode> nodes, Occur occur, Function<String, Query> leaf) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    nodes.forEach(node -> builder.add(leaves(node, leaf), occur));
    return builder.build();
  }

  private @Nullable Query word(String text, List<TextField> fields) {
    List<AnalysedWord> analysed = analyse(text);
    if (fields == ANYWHERE && !excluding) {
      note(text, analysed);
    }
    if (ofKin != null && !excluding && fields == ANYWHERE && analysed.size() == 1) {
      String stem = analysed.getFirst().term();
      if (!wordTerms.isKnown(stem)) {
        ofKin.add(text);
        return eachField(fields, field -> wordTerms.kin(stem, field.name));
      }
    }
    return analysed.isEmpty() ? null : inFields(analysed, fields);
  }

  private @Nullable Query quoted(String text, List<TextField> fields) {
    if (byStems || !hasWrittenWords(fields)) {
      return word(text, fields);
    }
    List<AnalysedWord> written = wordTerms.written(text);
    if (fields == ANYWHERE && !excluding) {
      note(text, analyse(text));
    }
    return written.isEmpty()
        ? null
        : eachField(fields, field -> wordTerms.quoted(written, field.name));
  }

  private @Nullable Query exact(String text, List<TextField> fields) {
    if (byStems || !hasWrittenWords(fields)) {
      return word(text, fields);
    }
    List<AnalysedWord> written = wordTerms.written(text);
    return written.isEmpty()
        ? null
        : eachField(fields, field -> WordTerms.exact(written, field.name));
  }

  /** The fields of labels (source, section, author) hold stems only. */
  private static boolean hasWrittenWords(List<TextField> fields) {
    return fields.stream().allMatch(field -> TEXTS.contains(field.name));
  }

  private List<AnalysedWord> analyse(String text) {
    return AnalysedWord.of(text, analyzer);
  }

  /** Notes the words of a text for the ranking: each stem with the word it is of. */
  private void note(String text, List<AnalysedWord> stems) {
    Map<Integer, String> written = new HashMap<>();
    wordTerms.written(text).forEach(word -> written.put(word.position(), word.term()));
    for (AnalysedWord stem : stems) {
      String word = written.get(stem.position());
      if (word != null && words.size() < MOST_RANKED) {
        words.add(new QueryWord(word, stem.term()));
      }
    }
  }

  private interface FieldQuery {
    Query of(TextField field) throws IOException;
  }

  private static Query eachField(List<TextField> fields, FieldQuery queries) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    try {
      for (TextField field : fields) {
        Query query = queries.of(field);
        Query weighed = field.weight == 1f ? query : new BoostQuery(query, field.weight);
        if (fields.size() == 1) {
          return weighed;
        }
        builder.add(weighed, Occur.SHOULD);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builder.build();
  }

  private static Query inFields(List<AnalysedWord> words, List<TextField> fields) {
    return eachField(fields, field -> inField(words, field));
  }

  private static Query inField(List<AnalysedWord> words, TextField field) {
    if (words.size() == 1) {
      return new TermQuery(new Term(field.name, words.getFirst().term()));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    words.forEach(word -> phrase.add(new Term(field.name, word.term()), word.position()));
    return phrase.build();
  }
}
