package org.fihris.snippet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.fihris.facet.IndexTerms;
import org.fihris.index.Schema;
import org.fihris.matching.MarkLevels;
import org.fihris.matching.RequestTranslator;
import org.jspecify.annotations.Nullable;

/**
 * The marks of articles: the places that match, as far as {@link MarkLevels} agrees. One search.
 */
final class MarkFinder {
  private final IndexTerms index;
  private final MarkPlaces places;
  private final MarkLevels levels;

  /** By what tells words of the query from each other its number. */
  private final Map<Object, Integer> words = new HashMap<>();

  private final List<Double> rarities = new ArrayList<>();

  /**
   * @param searcher of the articles that are marked
   * @param index that they are of, which tells how rare words are
   */
  MarkFinder(IndexSearcher searcher, IndexTerms index, RequestTranslator.Understood understood) {
    this.index = index;
    this.places = new MarkPlaces(searcher, understood.marks());
    this.levels = understood.levels();
  }

  /**
   * The marks of each document by field, in order, not overlapping.
   *
   * @param docs document numbers, each once
   * @param stored their stored fields, in the same order
   * @param most how many places of one term in one field are looked at
   */
  List<Map<String, List<FoundMark>>> find(int[] docs, List<Document> stored, int most)
      throws IOException {
    List<Map<String, List<MarkPlaces.Place>>> found = places.find(docs, most);
    List<Map<String, List<FoundMark>>> marks = new ArrayList<>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      Map<String, List<FoundMark>> ofDocument = new HashMap<>();
      for (Map.Entry<String, List<MarkPlaces.Place>> ofField : found.get(i).entrySet()) {
        String text = stored.get(i).get(ofField.getKey());
        if (text != null && !ofField.getValue().isEmpty()) {
          ofDocument.put(ofField.getKey(), marks(text, ofField.getValue()));
        }
      }
      marks.add(ofDocument);
    }
    return marks;
  }

  /** How rare a word is, from 0 to about 1; the rarest that a corpus can have is 1. */
  double rarity(int word) {
    return rarities.get(word);
  }

  private List<FoundMark> marks(String text, List<MarkPlaces.Place> found) throws IOException {
    found.sort(
        Comparator.comparingInt(MarkPlaces.Place::start)
            .thenComparing(Comparator.comparingInt(MarkPlaces.Place::end).reversed()));
    List<FoundMark> marks = new ArrayList<>(found.size());
    int free = 0;
    for (MarkPlaces.Place place : found) {
      if (place.start() < free || place.end() > text.length()) {
        continue; // a word inside a phrase that is marked whole
      }
      MarkLevels.Match match = levels.match(text.substring(place.start(), place.end()));
      if (match != null) {
        free = place.end();
        marks.add(
            new FoundMark(
                new Snippet.Mark(place.start(), place.end(), match.word(), match.level()),
                number(match, place.pattern())));
      }
    }
    return marks;
  }

  private int number(MarkLevels.Match match, @Nullable MarkPattern pattern) throws IOException {
    Object key = match.word() != null ? match.word() : pattern == null ? "" : pattern.terms();
    Integer known = words.get(key);
    if (known == null) {
      known = rarities.size();
      words.put(key, known);
      rarities.add(pattern == null ? 1.0 : rarity(pattern));
    }
    return known;
  }

  private double rarity(MarkPattern pattern) throws IOException {
    List<Term> inBody = new ArrayList<>(pattern.terms().size());
    for (Term term : pattern.terms()) {
      inBody.add(new Term(Schema.BODY, term.bytes()));
    }
    int fewest = Integer.MAX_VALUE;
    for (int articles : index.articlesWith(inBody)) {
      fewest = Math.min(fewest, articles);
    }
    double all = Math.log(2.0 + index.articlesEver());
    return (all - Math.log(1.0 + fewest)) / all;
  }
}
