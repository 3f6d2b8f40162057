package org.fihris.snippet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.matchhighlight.OffsetRange;
import org.fihris.index.TextPlaces;
import org.jspecify.annotations.Nullable;

/**
 * Where in articles a query matches, from the offsets that the index holds: the one way to them.
 *
 * <p>Each term is looked up once a segment and its postings are gone through once for all articles.
 * For one thread.
 */
final class MarkPlaces {

  /**
   * A place that matches.
   *
   * @param start first UTF-16 unit in the text of the field
   * @param end the unit after the last
   * @param pattern what matches there; null where only Lucene can tell
   */
  record Place(int start, int end, @Nullable MarkPattern pattern) {}

  private final IndexSearcher searcher;
  private final Query query;
  private final Map<String, List<MarkPattern>> byField = new LinkedHashMap<>();

  /** Whether patterns are all that the query marks. */
  private final boolean patterns;

  MarkPlaces(IndexSearcher searcher, Query query) {
    this.searcher = searcher;
    this.query = query;
    Set<MarkPattern> all = new LinkedHashSet<>();
    this.patterns = MarkPattern.addAll(query, all);
    all.forEach(p -> byField.computeIfAbsent(p.field(), fresh -> new ArrayList<>()).add(p));
  }

  /**
   * The places of each document by field, in no order.
   *
   * @param most how many places of one term in one field are looked at, from the beginning
   */
  List<Map<String, List<Place>>> find(int[] docs, int most) throws IOException {
    List<Map<String, List<Place>>> found = new ArrayList<>(docs.length);
    Integer[] inOrder = new Integer[docs.length];
    for (int i = 0; i < docs.length; i++) {
      found.add(new HashMap<>());
      inOrder[i] = i;
    }
    Arrays.sort(inOrder, (a, b) -> Integer.compare(docs[a], docs[b]));
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int next = 0;
    while (next < inOrder.length) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[inOrder[next]], leaves));
      List<Wanted> ofLeaf = new ArrayList<>();
      for (;
          next < inOrder.length && docs[inOrder[next]] < leaf.docBase + leaf.reader().maxDoc();
          next++) {
        int doc = inOrder[next];
        ofLeaf.add(new Wanted(docs[doc] - leaf.docBase, found.get(doc)));
      }
      if (patterns) {
        findPatterns(leaf, ofLeaf, most);
      } else {
        findMatches(leaf, ofLeaf, most);
      }
    }
    return found;
  }

  /** A document of a segment, and where its places go. */
  private record Wanted(int doc, Map<String, List<Place>> places) {
    List<Place> of(String field) {
      return places.computeIfAbsent(field, fresh -> new ArrayList<>());
    }
  }

  private void findPatterns(LeafReaderContext leaf, List<Wanted> wanted, int most)
      throws IOException {
    for (Map.Entry<String, List<MarkPattern>> ofField : byField.entrySet()) {
      Terms terms = leaf.reader().terms(ofField.getKey());
      if (terms == null) {
        continue;
      }
      TextPlaces[] texts = new TextPlaces[wanted.size()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = TextPlaces.of(leaf.reader(), ofField.getKey());
      }
      Occurrences occurrences = new Occurrences(terms.iterator(), texts, wanted, most);
      for (MarkPattern pattern : ofField.getValue()) {
        for (int i = 0; i < wanted.size(); i++) {
          occurrences.add(pattern, i, wanted.get(i).of(ofField.getKey()));
        }
      }
    }
  }

  /** What only Lucene can tell: one document after the other, all terms looked up for each. */
  private void findMatches(LeafReaderContext leaf, List<Wanted> wanted, int most)
      throws IOException {
    MatchRanges ranges = new MatchRanges(searcher, query, leaf);
    for (Wanted document : wanted) {
      for (Map.Entry<String, List<OffsetRange>> ofField :
          ranges.of(document.doc(), most).entrySet()) {
        for (OffsetRange range : ofField.getValue()) {
          document.of(ofField.getKey()).add(new Place(range.from, range.to, null));
        }
      }
    }
  }

  /** The occurrences of the terms of a field in the documents of a segment. */
  private static final class Occurrences {
    private static final int[] NONE = {};
    private static final int[][] NOWHERE = {};
    private final TermsEnum terms;

    /** One for each document, turned to it when the first of its places is asked for. */
    private final TextPlaces[] texts;

    private final BitSet turned = new BitSet();
    private final List<Wanted> wanted;
    private final int most;

    /** By term and document position, start and end of each occurrence, one after the other. */
    private final Map<Term, int[][]> known = new HashMap<>();

    Occurrences(TermsEnum terms, TextPlaces[] texts, List<Wanted> wanted, int most) {
      this.terms = terms;
      this.texts = texts;
      this.wanted = wanted;
      this.most = most;
    }

    void add(MarkPattern pattern, int document, List<Place> places) throws IOException {
      int[] first = of(pattern.terms().getFirst(), document);
      for (int i = 0; i < first.length; i += 3) {
        int end = first[i + 2];
        for (int term = 1; term < pattern.terms().size() && end >= 0; term++) {
          end =
              endAt(of(pattern.terms().get(term), document), first[i] + pattern.places().get(term));
        }
        if (end > first[i + 1]) {
          places.add(new Place(first[i + 1], end, pattern));
        }
      }
    }

    private static int endAt(int[] occurrences, int position) {
      int low = 0;
      int high = occurrences.length / 3 - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        int at = occurrences[middle * 3];
        if (at == position) {
          return occurrences[middle * 3 + 2];
        }
        low = at < position ? middle + 1 : low;
        high = at < position ? high : middle - 1;
      }
      return -1;
    }

    private int[] of(Term term, int document) throws IOException {
      int[][] all = known.get(term);
      if (all == null) {
        all = read(term);
        known.put(term, all);
      }
      return all.length == 0 ? NONE : all[document];
    }

    private int[][] read(Term term) throws IOException {
      if (!terms.seekExact(term.bytes())) {
        return NOWHERE;
      }
      PostingsEnum postings = terms.postings(null, PostingsEnum.POSITIONS);
      int[][] all = new int[wanted.size()][];
      Arrays.fill(all, NONE);
      for (int i = 0; i < all.length; i++) {
        int doc = wanted.get(i).doc();
        if (postings.docID() < doc && postings.advance(doc) == DocIdSetIterator.NO_MORE_DOCS) {
          break;
        }
        if (postings.docID() == doc) {
          all[i] = read(postings, text(i));
        }
      }
      return all;
    }

    private TextPlaces text(int document) throws IOException {
      if (!turned.get(document)) {
        texts[document].turnTo(wanted.get(document).doc(), Integer.MAX_VALUE);
        turned.set(document);
      }
      return texts[document];
    }

    private int[] read(PostingsEnum postings, TextPlaces text) throws IOException {
      int[] read = new int[Math.min(postings.freq(), most) * 3];
      for (int i = 0; i < read.length; i += 3) {
        int position = postings.nextPosition();
        read[i] = position;
        read[i + 1] = text.start(position);
        read[i + 2] = text.end(position);
      }
      return read;
    }
  }
}
