package org.fihris.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.index.Schema;
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

  /** The most clauses that ask for places: a query has no more than a thousand of all kinds. */
  private static final int MOST_PLACES = 300;

  private enum Purpose {
    FIND,
    /** Words of which the index has no form may be any with their consonants. */
    KIN,
    /** Quoted and exact words go by their stems, for which the index has offsets. */
    MARK
  }

  private final Purpose purpose;
  private final WordQueries words;
  private final LikeQueries likes;
  private final NearQueries nears;
  private final ValueFields values;

  /** By node, looked up by identity, the entity that its words name. */
  private final Map<QueryNode, NamedEntities.Named> named;

  private final List<Warning> warnings;
  private final List<QueryLeaf> leaves = new ArrayList<>();
  private final Set<QueryWord> ranked = new LinkedHashSet<>();
  private final List<String> ofKin = new ArrayList<>();

  /** Whether what is being translated must not match. */
  private boolean excluding;

  /** Whether it must stand near something, which a word of kin does not. */
  private boolean besides;

  private int placesLeft = MOST_PLACES;

  private QueryTranslator(
      Purpose purpose,
      WordQueries words,
      LikeQueries likes,
      KnownEntities entities,
      Map<QueryNode, NamedEntities.Named> named,
      List<Warning> warnings) {
    this.purpose = purpose;
    this.words = words;
    this.likes = likes;
    this.nears = new NearQueries(words, likes);
    this.values = new ValueFields(new EntityField(entities), warnings);
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
      LikeQueries likes,
      KnownEntities entities,
      Map<QueryNode, NamedEntities.Named> named,
      List<Warning> warnings) {
    return new QueryTranslator(Purpose.FIND, words, likes, entities, named, warnings);
  }

  /** For the query that marks what another found, in places where {@link MarkLevels} agrees. */
  static QueryTranslator toMark(WordQueries words, LikeQueries likes, KnownEntities entities) {
    return new QueryTranslator(Purpose.MARK, words, likes, entities, Map.of(), new ArrayList<>());
  }

  /** For the query in which words that no article has may be others of kin. */
  static QueryTranslator toFindKin(WordQueries words, LikeQueries likes, KnownEntities entities) {
    return new QueryTranslator(Purpose.KIN, words, likes, entities, Map.of(), new ArrayList<>());
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
    words.add(new QueryLeaf(node, entity.articles(), entity.marks(), List.of()));
    asOne(node, either, words);
    return either;
  }

  private @Nullable Query ownQuery(QueryNode node, List<TextField> fields) {
    return switch (node) {
      case QueryNode.Word word -> leaf(word, word.text(), fields);
      case QueryNode.Phrase phrase -> leaf(phrase, phrase.text(), fields);
      case QueryNode.Exact exact -> leaf(exact, exact.text(), fields);
      case QueryNode.Wildcard wildcard ->
          like(wildcard, wildcard.text(), likes.of(wildcard), fields);
      case QueryNode.Fuzzy fuzzy -> like(fuzzy, fuzzy.text(), likes.of(fuzzy), fields);
      case QueryNode.Near near -> near(near, fields);
      case QueryNode.Days days -> condition(days, ValueFields.days(days));
      case QueryNode.Undated undated -> condition(undated, ValueFields.undated());
      case QueryNode.InField inField -> inField(inField);
      case QueryNode.Not not -> exclusion(excluded(not.node(), fields));
      case QueryNode.All all -> all(all.nodes(), fields);
      case QueryNode.Any any -> any(any.nodes(), fields);
      case QueryNode.Everything everything -> MatchAllDocsQuery.INSTANCE;
    };
  }

  /** A word with wildcards or other letters; a plain one where finding those costs too much. */
  private @Nullable Query like(
      QueryNode node, String text, @Nullable Likeness like, List<TextField> fields) {
    if (like == null) {
      warnings.add(
          new Warning(
              Warning.Code.WILDCARD_IGNORED,
              "“" + text + "” costs too much to look for; it was read as a plain word.",
              text));
      return leaf(node, text, fields);
    }
    if (purpose == Purpose.MARK) {
      return likes.mark(like, fields);
    }
    Query query = likes.find(like, fields);
    if (!excluding) {
      leaves.add(new QueryLeaf(node, query, likes.mark(like, fields), List.of()));
    }
    return query;
  }

  /** Both are found and weighed as they would be alone; that they are near each other filters. */
  private @Nullable Query near(QueryNode.Near near, List<TextField> fields) {
    boolean outer = besides;
    besides = true;
    int before = leaves.size();
    Query both = all(List.of(near.left(), near.right()), fields);
    besides = outer;
    Query places = purpose == Purpose.MARK ? null : nears.near(near, fields);
    if (both == null || places == null) {
      return both;
    }
    placesLeft -= NearQueries.clauses(places);
    if (placesLeft < 0) {
      warnings.add(
          new Warning(
              Warning.Code.NOT_NEAR,
              "NEAR joins too many words; that these are near each other was left out.",
              near.display()));
      return both;
    }
    Query query =
        new BooleanQuery.Builder().add(both, Occur.MUST).add(places, Occur.FILTER).build();
    if (!excluding) {
      asOne(near, query, leaves.subList(before, leaves.size()));
    }
    return query;
  }

  /** Makes one leaf of several. */
  private static void asOne(QueryNode node, Query query, List<QueryLeaf> parts) {
    BooleanQuery.Builder marks = new BooleanQuery.Builder();
    List<QueryWord> ranked = new ArrayList<>();
    for (QueryLeaf part : parts) {
      ranked.addAll(part.words());
      if (part.marks() != null) {
        marks.add(part.marks(), Occur.SHOULD);
      }
    }
    parts.clear();
    parts.add(new QueryLeaf(node, query, marks.build(), ranked));
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

  private @Nullable Query inField(QueryNode.InField inField) {
    QueryNode node = inField.node();
    return switch (inField.field()) {
      case TITLE -> query(node, TextField.only(Schema.TITLE));
      case SUMMARY -> query(node, TextField.only(Schema.SUMMARY));
      case TEXT -> query(node, TextField.only(Schema.BODY));
      case SOURCE -> query(node, TextField.only(Schema.SOURCE));
      case CATEGORY -> query(node, TextField.only(Schema.CATEGORY));
      case AUTHOR -> query(node, TextField.only(Schema.AUTHOR));
      // Days are nodes of their own.
      case DATE -> query(node, TextField.ANYWHERE);
      case ID -> condition(inField, values.keys(Schema.ID, node));
      case URL -> condition(inField, values.keys(Schema.URL, node));
      case PERSON -> condition(inField, values.entities(EntityType.PERSON, node));
      case PLACE -> condition(inField, values.entities(EntityType.PLACE, node));
      case ORGANISATION -> condition(inField, values.entities(EntityType.ORGANISATION, node));
    };
  }

  private Query condition(QueryNode node, Query query) {
    if (!excluding) {
      leaves.add(new QueryLeaf(node, query, null, List.of()));
    }
    return query;
  }

  /** The query for words, of which the query as a whole keeps account. */
  private @Nullable Query leaf(QueryNode node, String text, List<TextField> fields) {
    if (purpose == Purpose.MARK) {
      return words.byStems(text, fields);
    }
    if (purpose == Purpose.KIN && !excluding && !besides && fields == TextField.ANYWHERE) {
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
