package org.fihris.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.fihris.index.Schema;
import org.fihris.query.QueryNode;
import org.jspecify.annotations.Nullable;

/**
 * Whether words and phrases stand near each other, as Lucene intervals. Stems and words as they are
 * written have the same places, so that both can be near each other.
 */
final class NearQueries {
  private final WordQueries words;
  private final LikeQueries likes;

  NearQueries(WordQueries words, LikeQueries likes) {
    this.words = words;
    this.likes = likes;
  }

  /** For articles that have both in one field, near enough; null where there is nothing to find. */
  @Nullable Query near(QueryNode.Near near, List<TextField> fields) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    boolean some = false;
    for (TextField field : fields) {
      IntervalsSource source = source(near, field);
      if (source != null) {
        builder.add(new IntervalQuery(field.name(), source), Occur.SHOULD);
        some = true;
      }
    }
    return some ? builder.build() : null;
  }

  /** How many clauses of a query its places are, as Lucene counts them. */
  static int clauses(Query places) {
    int[] count = {0};
    places.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query query, Term... terms) {
            count[0]++;
          }

          @Override
          public void consumeTermsMatching(
              Query query, String field, Supplier<ByteRunAutomaton> automaton) {
            count[0]++;
          }

          @Override
          public void visitLeaf(Query query) {
            count[0]++;
          }
        });
    return count[0];
  }

  /** The places of a node; null if analysis leaves nothing of it. */
  private @Nullable IntervalsSource source(QueryNode node, TextField field) {
    try {
      return switch (node) {
        case QueryNode.Word word -> words.places(word, field);
        case QueryNode.Phrase phrase -> words.places(phrase, field);
        case QueryNode.Exact exact -> words.places(exact, field);
        case QueryNode.Wildcard wildcard -> like(likes.of(wildcard), field);
        case QueryNode.Fuzzy fuzzy -> like(likes.of(fuzzy), field);
        case QueryNode.Near near -> near(near, field);
        case QueryNode.Any any -> any(any.nodes().stream().map(part -> source(part, field)));
        case QueryNode.All all -> any(all.nodes().stream().map(part -> source(part, field)));
        // These stand at no place of a text; the parser lets none of them be near anything.
        case QueryNode.InField inField -> null;
        case QueryNode.Not not -> null;
        case QueryNode.Days days -> null;
        case QueryNode.Undated undated -> null;
        case QueryNode.Everything everything -> null;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable IntervalsSource any(Stream<@Nullable IntervalsSource> sources) {
    List<IntervalsSource> some = sources.filter(Objects::nonNull).toList();
    return some.isEmpty() ? null : Intervals.or(some);
  }

  private @Nullable IntervalsSource like(@Nullable Likeness like, TextField field) {
    return like == null ? null : anyOf(likes.terms(like, field), field);
  }

  private @Nullable IntervalsSource near(QueryNode.Near near, TextField field) {
    IntervalsSource left = source(near.left(), field);
    IntervalsSource right = source(near.right(), field);
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    // Each of a longer chain would double the sources, so only two of it are kept from being one.
    boolean isPair =
        !(near.left() instanceof QueryNode.Near) && !(near.right() instanceof QueryNode.Near);
    IntervalsSource both =
        near.ordered()
            ? Intervals.ordered(left, right)
            : isPair
                ? Intervals.unorderedNoOverlaps(left, right)
                : Intervals.unordered(left, right);
    return Intervals.maxgaps(near.distance(), both);
  }

  /**
   * Any of some terms: as an automaton, so that they are one clause of the query however many they
   * are.
   */
  static IntervalsSource anyOf(List<BytesRef> terms, TextField field) {
    if (terms.isEmpty()) {
      return Intervals.noIntervals("no such word");
    }
    IntervalsSource any =
        terms.size() == 1
            ? Intervals.term(terms.getFirst())
            : Intervals.multiterm(automaton(terms), terms.size(), "any of " + terms.size());
    return field.hasWrittenWords() ? Intervals.fixField(Schema.words(field.name()), any) : any;
  }

  private static CompiledAutomaton automaton(List<BytesRef> terms) {
    return new CompiledAutomaton(
        Automata.makeStringUnion(terms.stream().sorted().toList()), true, false);
  }
}
