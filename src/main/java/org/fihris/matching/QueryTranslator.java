package org.fihris.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.index.Schema;
import org.fihris.query.QueryField;
import org.fihris.query.QueryNode;
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

  /** The most words that are looked at when the best hits are put in order. */
  private static final int MOST_RANKED = 24;

  private enum Purpose {
    FIND,
    /** Words of which the index has no form may be any with their consonants. */
    KIN,
    /** Quoted and exact words go by their stems, for which the index has offsets. */
    MARK
  }

  private final Purpose purpose;
  private final WordQueries words;
  private final EntityField entities;

  /** By node, looked up by identity, the entity that its words name. */
  private final Map<QueryNode, NamedEntities.Named> named;

  private final List<Warning> warnings;
  private final List<QueryLeaf> leaves = new ArrayList<>();
  private final Set<QueryWord> ranked = new LinkedHashSet<>();
  private final List<String> ofKin = new ArrayList<>();

  /** Whether what is being translated must not match. */
  private boolean excluding;

  private QueryTranslator(
      Purpose purpose,
      WordQueries words,
      KnownEntities entities,
      Map<QueryNode, NamedEntities.Named> named,
      List<Warning> warnings) {
    this.purpose = purpose;
    this.words = words;
    this.entities = new EntityField(entities);
    this.named = named;
    this.warnings = warnings;
  }

  /**
   * For the query that finds.
   *
   * @param named by node, looked up by identity: articles that name this entity match in its place
   * @param warnings where what the user should know is added
   */
  static QueryTranslator toFind(
      WordQueries words,
      KnownEntities entities,
      Map<QueryNode, NamedEntities.Named> named,
      List<Warning> warnings) {
    return new QueryTranslator(Purpose.FIND, words, entities, named, warnings);
  }

  /** For the query that marks what another found, in places where {@link MarkLevels} agrees. */
  static QueryTranslator toMark(WordQueries words, KnownEntities entities) {
    return new QueryTranslator(Purpose.MARK, words, entities, Map.of(), new ArrayList<>());
  }

  /** For the query in which words that no article has may be others of kin. */
  static QueryTranslator toFindKin(WordQueries words, KnownEntities entities) {
    return new QueryTranslator(Purpose.KIN, words, entities, Map.of(), new ArrayList<>());
  }

  /** What was translated and may match, in its order. */
  List<QueryLeaf> leaves() {
    return List.copyOf(leaves);
  }

  /** The words translated that are searched for anywhere and not excluded. */
  List<QueryWord> words() {
    return List.copyOf(ranked);
  }

  /** The words that were replaced by others of kin, as they were typed. */
  List<String> ofKin() {
    return List.copyOf(ofKin);
  }

  /** The query for a tree. A tree of stop words only matches nothing, with a warning. */
  Query translate(QueryNode root) {
    return orNothing(query(root, TextField.ANYWHERE));
  }

  /** The query for articles that match all or any of some nodes. */
  Query translateEach(List<QueryNode> nodes, Occur occur) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    boolean some = false;
    for (QueryNode node : nodes) {
      Query query = query(node, TextField.ANYWHERE);
      if (query != null) {
        builder.add(query, occur);
        some = true;
      }
    }
    return orNothing(some ? builder.build() : null);
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
    NamedEntities.Named entity =
        fields == TextField.ANYWHERE && !excluding ? named.get(node) : null;
    if (entity == null) {
      return ownQuery(node, fields);
    }
    int before = leaves.size();
    Query own = ownQuery(node, fields);
    return own == null ? null : orNamed(node, own, entity, leaves.subList(before, leaves.size()));
  }

  /** Articles that name an entity match in the place of its words, which become one leaf. */
  private static Query orNamed(
      QueryNode node, Query own, NamedEntities.Named entity, List<QueryLeaf> words) {
    Query either = new DisjunctionMaxQuery(List.of(own, entity.articles()), 0f);
    BooleanQuery.Builder marks = new BooleanQuery.Builder();
    List<QueryWord> ranked = new ArrayList<>();
    for (QueryLeaf word : words) {
      ranked.addAll(word.words());
      if (word.marks() != null) {
        marks.add(word.marks(), Occur.SHOULD);
      }
    }
    marks.add(entity.marks(), Occur.SHOULD);
    words.clear();
    words.add(new QueryLeaf(node, either, marks.build(), ranked));
    return either;
  }

  private @Nullable Query ownQuery(QueryNode node, List<TextField> fields) {
    return switch (node) {
      case QueryNode.Word word -> leaf(word, word.text(), fields);
      case QueryNode.Phrase phrase -> leaf(phrase, phrase.text(), fields);
      case QueryNode.Exact exact -> leaf(exact, exact.text(), fields);
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
      case TITLE -> query(node, TextField.only(Schema.TITLE));
      case SUMMARY -> query(node, TextField.only(Schema.SUMMARY));
      case TEXT -> query(node, TextField.only(Schema.BODY));
      case SOURCE -> query(node, TextField.only(Schema.SOURCE));
      case CATEGORY -> query(node, TextField.only(Schema.CATEGORY));
      case AUTHOR -> query(node, TextField.only(Schema.AUTHOR));
      case ID -> condition(field, node, keys(Schema.ID, node));
      case URL -> condition(field, node, keys(Schema.URL, node));
      case PERSON -> condition(field, node, entities(EntityType.PERSON, node));
      case PLACE -> condition(field, node, entities(EntityType.PLACE, node));
      case ORGANISATION -> condition(field, node, entities(EntityType.ORGANISATION, node));
    };
  }

  private Query condition(QueryField field, QueryNode node, Query query) {
    if (!excluding) {
      leaves.add(new QueryLeaf(new QueryNode.InField(field, node), query, null, List.of()));
    }
    return query;
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

  /** The query for words, of which the query as a whole keeps account. */
  private @Nullable Query leaf(QueryNode node, String text, List<TextField> fields) {
    if (purpose == Purpose.MARK) {
      return words.byStems(text, fields);
    }
    if (purpose == Purpose.KIN && !excluding && fields == TextField.ANYWHERE) {
      Query kin = words.kin(text, fields);
      if (kin != null) {
        ofKin.add(text);
        leaves.add(new QueryLeaf(node, kin, kin, List.of()));
        return kin;
      }
    }
    Query query =
        switch (node) {
          case QueryNode.Phrase phrase -> words.quoted(text, fields);
          case QueryNode.Exact exact -> words.exact(text, fields);
          default -> words.bare(text, fields);
        };
    if (query != null && !excluding) {
      boolean ranks = fields == TextField.ANYWHERE && !(node instanceof QueryNode.Exact);
      leaves.add(
          new QueryLeaf(
              node, query, words.byStems(text, fields), ranks ? newRanked(text) : List.of()));
    }
    return query;
  }

  /** The words of a text that the ranking does not look at yet. */
  private List<QueryWord> newRanked(String text) {
    List<QueryWord> added = new ArrayList<>();
    for (QueryWord word : words.words(text)) {
      if (ranked.size() < MOST_RANKED && ranked.add(word)) {
        added.add(word);
      }
    }
    return added;
  }
}
