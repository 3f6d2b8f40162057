package org.fihris.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The terms of one commit of an index in a folder. Safe for any number of threads. */
public final class CommitTerms implements IndexTerms {
  private final IndexSearcher searcher;
  private final IndexReader reader;

  public CommitTerms(IndexSearcher searcher) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
  }

  @Override
  public int articles() {
    return reader.numDocs();
  }

  @Override
  public int articlesEver() {
    return reader.maxDoc();
  }

  @Override
  public int[] articlesWith(List<Term> terms) throws IOException {
    int[] articles = new int[terms.size()];
    for (int i = 0; i < articles.length; i++) {
      articles[i] = reader.docFreq(terms.get(i));
    }
    return articles;
  }

  @Override
  public Map<String, List<BytesRef>> terms(List<String> fields, TermPattern pattern, int most)
      throws IOException {
    Map<String, List<BytesRef>> found = new HashMap<>();
    for (String field : fields) {
      found.put(field, terms(field, pattern, most));
    }
    return found;
  }

  private List<BytesRef> terms(String field, TermPattern pattern, int most) throws IOException {
    List<BytesRef> found = new ArrayList<>();
    TermsEnum all = all(field, pattern);
    while (all != null && found.size() < most && all.next() != null) {
      found.add(BytesRef.deepCopyOf(all.term()));
    }
    return found;
  }

  private @Nullable TermsEnum all(String field, TermPattern pattern) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    return terms == null ? null : pattern.compiled().getTermsEnum(terms);
  }

  @Override
  public List<Map<String, Map<BytesRef, Integer>>> counted(
      List<String> fields, List<TermPattern> patterns, int most) throws IOException {
    List<Map<String, Map<BytesRef, Integer>>> found = new ArrayList<>();
    for (TermPattern pattern : patterns) {
      Map<String, Map<BytesRef, Integer>> byField = new HashMap<>();
      for (String field : fields) {
        Map<BytesRef, Integer> counted = new LinkedHashMap<>();
        TermsEnum all = all(field, pattern);
        while (all != null && counted.size() < most && all.next() != null) {
          counted.put(BytesRef.deepCopyOf(all.term()), all.docFreq());
        }
        byField.put(field, counted);
      }
      found.add(byField);
    }
    return found;
  }

  /** Segment by segment: each dictionary counts, and one that is too large is left out. */
  @Override
  public Matching matching(String field, TermPattern pattern, boolean leads, Budget budget)
      throws IOException {
    Map<BytesRef, Integer> articles = new HashMap<>();
    int lookedAt = 0;
    int matched = 0;
    boolean cut = false;
    for (LeafReaderContext segment : reader.leaves()) {
      Terms dictionary = segment.reader().terms(field);
      if (dictionary == null) {
        continue;
      }
      if (leads) {
        long size = dictionary.size();
        if (size < 0 || size > budget.lookedAt() - lookedAt) {
          cut = true;
          continue;
        }
        lookedAt += (int) size;
      }
      TermsEnum words = pattern.compiled().getTermsEnum(dictionary);
      for (BytesRef word = words.next(); word != null; word = words.next()) {
        if (matched == budget.matched()) {
          return new Matching(articles, new Budget(lookedAt, matched), true);
        }
        matched++;
        articles.merge(BytesRef.deepCopyOf(word), words.docFreq(), Integer::sum);
      }
    }
    return new Matching(articles, new Budget(lookedAt, matched), cut);
  }

  @Override
  public int[] counts(List<Query> queries) throws IOException {
    int[] counts = new int[queries.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = searcher.count(queries.get(i));
    }
    return counts;
  }

  @Override
  public Query rewritten(Query query) throws IOException {
    return searcher.rewrite(query);
  }
}
