package org.fihris.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.fihris.index.Schema;
import org.fihris.query.QueryNode;
import org.fihris.wire.Places;
import org.fihris.wire.PlacesQuery;
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
      Places places = places(near, field);
      if (places != null) {
        builder.add(new PlacesQuery(field.name(), places), Occur.SHOULD);
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
  private @Nullable Places places(QueryNode node, TextField field) {
    try {
      return switch (node) {
        case QueryNode.Word word -> words.places(word, field);
        case QueryNode.Phrase phrase -> words.places(phrase, field);
        case QueryNode.Exact exact -> words.places(exact, field);
        case QueryNode.Wildcard wildcard -> like(likes.of(wildcard), field);
        case QueryNode.Fuzzy fuzzy -> like(likes.of(fuzzy), field);
        case QueryNode.Near near -> near(near, field);
        case QueryNode.Any any -> any(any.nodes().stream().map(part -> places(part, field)));
        case QueryNode.All all -> any(all.nodes().stream().map(part -> places(part, field)));
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

  private static @Nullable Places any(Stream<@Nullable Places> places) {
    List<Places> some = places.filter(Objects::nonNull).toList();
    return some.isEmpty() ? null : new Places.Any(some);
  }

  private @Nullable Places like(@Nullable Likeness like, TextField field) {
    return like == null ? null : anyOf(likes.terms(like, field), field);
  }

  private @Nullable Places near(QueryNode.Near near, TextField field) {
    Places left = places(near.left(), field);
    Places right = places(near.right(), field);
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    // Each of a longer chain would double the places, so only two of it are kept from being one.
    boolean isPair =
        !(near.left() instanceof QueryNode.Near) && !(near.right() instanceof QueryNode.Near);
    Places both =
        near.ordered()
            ? new Places.Ordered(List.of(left, right))
            : isPair ? new Places.Apart(left, right) : new Places.Unordered(List.of(left, right));
    return new Places.Within(near.distance(), both);
  }

  /** Any of some terms, which are words as they are written where the field has those. */
  static Places anyOf(List<BytesRef> terms, TextField field) {
    Places any = new Places.AnyTerm(terms.stream().map(BytesRef::utf8ToString).toList());
    return field.hasWrittenWords() && !terms.isEmpty()
        ? new Places.InField(Schema.words(field.name()), any)
        : any;
  }
}
