package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.index.Schema;
import org.fihris.matching.NecessaryTerms.Condition;

/**
 * Some documents of a commit, to be looked at with many queries. What a term or an entity matches
 * among them is worked out once. Not safe for threads.
 */
final class SelectedArticles {
  private final IndexSearcher searcher;
  private final KnownEntities entities;
  private final Set<String> ids;

  /** Of each segment that has any, the numbers of the documents in it, in order. */
  private final Map<LeafReaderContext, int[]> docs;

  private final Map<Condition, Boolean> answers = new HashMap<>();

  private SelectedArticles(
      IndexSearcher searcher,
      KnownEntities entities,
      Set<String> ids,
      Map<LeafReaderContext, int[]> docs) {
    this.searcher = searcher;
    this.entities = entities;
    this.ids = ids;
    this.docs = docs;
  }

  /** The articles with some ids, as far as they are there. */
  static SelectedArticles of(
      IndexSearcher searcher, KnownEntities entities, Collection<String> wanted)
      throws IOException {
    List<String> left = new ArrayList<>(wanted);
    left.sort(Comparator.naturalOrder());
    Map<LeafReaderContext, int[]> docs = new HashMap<>();
    // What is new stands in the last segments.
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves().reversed()) {
      Terms terms = leaf.reader().terms(Schema.ID);
      if (terms != null && !left.isEmpty()) {
        List<String> missing = new ArrayList<>();
        int[] found = take(leaf, terms.iterator(), left, missing);
        if (found.length > 0) {
          docs.put(leaf, found);
        }
        left = missing;
      }
    }
    Set<String> ids = new HashSet<>(wanted);
    left.forEach(ids::remove);
    return new SelectedArticles(searcher, entities, ids, docs);
  }

  private static int[] take(
      LeafReaderContext leaf, TermsEnum terms, List<String> ids, List<String> missing)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    int[] found = new int[ids.size()];
    int count = 0;
    PostingsEnum postings = null;
    for (String id : ids) {
      int doc = DocIdSetIterator.NO_MORE_DOCS;
      if (terms.seekExact(new BytesRef(id))) {
        postings = terms.postings(postings, PostingsEnum.NONE);
        doc = postings.nextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
          doc = postings.nextDoc();
        }
      }
      if (doc == DocIdSetIterator.NO_MORE_DOCS) {
        missing.add(id);
      } else {
        found[count++] = doc;
      }
    }
    int[] docs = Arrays.copyOf(found, count);
    Arrays.sort(docs);
    return docs;
  }

  /** The ids of those that are there. */
  Set<String> ids() {
    return ids;
  }

  /** Whether any of the articles may meet a condition; false only where none does. */
  boolean mayMeet(Condition condition) throws IOException {
    return switch (condition) {
      case Condition.None none -> !docs.isEmpty();
      case Condition.Has has -> known(has);
      case Condition.Names names -> known(names);
      case Condition.Each each -> {
        for (Condition part : each.conditions()) {
          if (!mayMeet(part)) {
            yield false;
          }
        }
        yield true;
      }
      case Condition.Some some -> {
        for (Condition part : some.conditions()) {
          if (mayMeet(part)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  private boolean known(Condition single) throws IOException {
    Boolean known = answers.get(single);
    if (known == null) {
      known =
          switch (single) {
            case Condition.Has(List<String> fields, String term) -> has(fields, term);
            case Condition.Names(EntityType type, String id) ->
                !matches(entities.articles(type, List.of(id)), 1).isEmpty();
            case Condition.None none -> true;
            case Condition.Each each -> true;
            case Condition.Some some -> true;
          };
      answers.put(single, known);
    }
    return known;
  }

  private boolean has(List<String> fields, String term) throws IOException {
    BytesRef bytes = new BytesRef(term);
    for (Map.Entry<LeafReaderContext, int[]> segment : docs.entrySet()) {
      for (String field : fields) {
        Terms terms = segment.getKey().reader().terms(field);
        TermsEnum all = terms == null ? null : terms.iterator();
        if (all != null
            && all.seekExact(bytes)
            && meets(all.postings(null, PostingsEnum.NONE), segment.getValue())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meets(DocIdSetIterator iterator, int[] wanted) throws IOException {
    int doc = iterator.nextDoc();
    for (int i = 0; i < wanted.length && doc != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (doc == wanted[i]) {
        return true;
      }
      if (doc < wanted[i]) {
        doc = iterator.advance(wanted[i]);
      } else {
        i = after(wanted, i, doc);
      }
    }
    return false;
  }

  /** The place of the first number that is not below {@code doc}. */
  private static int after(int[] docs, int from, int doc) {
    int place = Arrays.binarySearch(docs, from, docs.length, doc);
    return place < 0 ? -place - 1 : place;
  }

  /**
   * One of the articles that a query matches.
   *
   * @param doc its number in the commit
   * @param group key of its story
   * @param seconds of its publication since 1970; the largest number where it is undated
   */
  record Match(int doc, String group, long seconds) {}

  /** Those that a query matches, at most so many; the earliest published first. */
  List<Match> matches(Query query, int most) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
    List<Match> matches = new ArrayList<>();
    for (Map.Entry<LeafReaderContext, int[]> segment : docs.entrySet()) {
      Scorer scorer = weight.scorer(segment.getKey());
      if (scorer != null && matches.size() < most) {
        add(matches, segment.getKey(), scorer.iterator(), segment.getValue(), most);
      }
    }
    matches.sort(Comparator.comparingLong(Match::seconds).thenComparingInt(Match::doc));
    return matches;
  }

  private static void add(
      List<Match> matches,
      LeafReaderContext leaf,
      DocIdSetIterator matching,
      int[] wanted,
      int most)
      throws IOException {
    SortedDocValues groups = DocValues.getSorted(leaf.reader(), Schema.GROUP);
    NumericDocValues times = DocValues.getNumeric(leaf.reader(), Schema.TIME);
    int doc = -1;
    for (int next : wanted) {
      if (doc < next) {
        doc = matching.advance(next);
      }
      if (doc == DocIdSetIterator.NO_MORE_DOCS || matches.size() >= most) {
        return;
      }
      if (doc == next) {
        String group =
            groups.advanceExact(doc) ? groups.lookupOrd(groups.ordValue()).utf8ToString() : "";
        long seconds = times.advanceExact(doc) ? times.longValue() : Long.MAX_VALUE;
        matches.add(new Match(leaf.docBase + doc, group, seconds));
      }
    }
  }
}
