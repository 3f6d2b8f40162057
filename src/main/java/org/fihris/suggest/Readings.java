package org.fihris.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.facet.IndexTerms;
import org.fihris.query.SearchRequest;
import org.fihris.query.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * Other words that may have been meant by those of a request, each set of them checked to find
 * articles. Safe for any thread.
 */
final class Readings {
  /** A word that more articles have is not doubted. */
  private static final int RARE = 20;

  /** Sets of words that are counted, and that are made. */
  private static final int MOST_COUNTED = 12;

  private static final int MOST_SETS = 40;

  /** In longer queries words that articles have are not doubted for what stands beside them. */
  private static final int MOST_NEIGHBOURS = 5;

  /** By so much the score of a reading must pass that of a word typed that finds something. */
  private static final double MARGIN = -0.3;

  /** In several words an error is likelier, and what stands together tells more. */
  private static final double SEVERAL = 0.9;

  /** What the articles with all words together count beside those with the single words. */
  private static final double TOGETHER = 0.6;

  private final IndexTerms index;
  private final ArchiveWords archive;
  private final LatinNames names;
  private final IndexedWords indexed;
  private final ArticleCount count;

  Readings(IndexTerms index, LatinNames names, IndexedWords indexed, ArticleCount count) {
    this.index = index;
    this.archive = new ArchiveWords(index);
    this.names = names;
    this.indexed = indexed;
    this.count = count;
  }

  /**
   * What the index has of the words of a query: each part is asked for in one question or two.
   *
   * @param keyboards the text as it would be on another keyboard
   * @param doubted folded words that may not be meant
   * @param articles about how many articles have any form of a folded word
   * @param named by words in Latin letters the entities that may be called so
   */
  private record Known(
      QueryText query,
      long found,
      List<OtherKeyboard> keyboards,
      Map<String, Integer> articles,
      Set<String> doubted,
      NearWords near,
      Map<List<String>, List<Candidate>> named) {

    int articles(QueryText.Word word) {
      return articles.getOrDefault(word.folded(), 0);
    }

    List<Candidate> named(List<String> words) {
      return named.getOrDefault(words, List.of());
    }
  }

  /** A text that may have been meant; without a kind while nothing is changed. */
  private record Reading(List<String> words, Offer.@Nullable Kind kind, double score, long most) {
    Reading and(String word) {
      return new Reading(longer(word), kind, score, most);
    }

    Reading and(Candidate other, double gain) {
      // Stop words are not searched for: where a word is taken apart, what stands side by side
      // counts.
      long atMost = other.kind() == Offer.Kind.SPACING ? other.articles() : Long.MAX_VALUE;
      return new Reading(longer(other.text()), other.kind(), score + gain, Math.min(most, atMost));
    }

    private List<String> longer(String word) {
      List<String> longer = new ArrayList<>(words);
      longer.add(word);
      return longer;
    }
  }

  /**
   * @param most no more articles count
   */
  private record Text(String text, Offer.Kind kind, double score, long most) {
    Text(String text, Offer.Kind kind, double score) {
      this(text, kind, score, Long.MAX_VALUE);
    }
  }

  private record Counted(Offer offer, double score) {}

  /** The readings that find more than {@code found} articles, the likeliest first. */
  List<Offer> of(SearchRequest request, long found) throws IOException {
    QueryText query = QueryText.of(request.text());
    if (request.interpretation().syntax() == Syntax.LUCENE || query.words().isEmpty()) {
      return List.of();
    }
    Known known = known(query, request.text(), found);
    List<Text> texts = new ArrayList<>(sets(known));
    texts.addAll(joined(known));
    texts.addAll(latinNames(known));
    texts.addAll(otherKeyboard(known));
    texts.sort(Comparator.comparingDouble(Text::score).reversed());
    return checked(request, texts, known);
  }

  private Known known(QueryText query, String text, long found) throws IOException {
    List<OtherKeyboard> keyboards = OtherKeyboard.of(query, text);
    List<String> folded = new ArrayList<>();
    for (OtherKeyboard each : keyboards) {
      each.text().words().forEach(word -> folded.add(word.folded()));
    }
    query.words().forEach(word -> folded.add(word.folded()));
    Map<String, Integer> articles = indexed.articles(folded);
    Set<String> doubted = new LinkedHashSet<>();
    List<String> latin = new ArrayList<>();
    List<NearWords.Beside> besides = new ArrayList<>();
    Set<List<String>> named = new LinkedHashSet<>();
    latinRuns(query).forEach(run -> named.add(run.words(query)));
    for (int i = 0; i < query.words().size(); i++) {
      QueryText.Word word = query.words().get(i);
      if (word.isLatin()) {
        latin.add(word.text());
        named.add(List.of(word.text()));
      } else if (word.isArabic() && isDoubtful(word, articles, found)) {
        doubted.add(word.folded());
      } else if (word.isArabic()) {
        besides.addAll(besides(query, i));
      }
    }
    keyboards.stream()
        .filter(other -> !Double.isFinite(other.score(articles)))
        .forEach(other -> named.add(other.latinName()));
    NearWords.Asked asked = new NearWords.Asked(doubted, latin, pairs(query), besides);
    NearWords near = NearWords.of(archive, index, asked);
    return new Known(query, found, keyboards, articles, doubted, near, names.named(named));
  }

  private List<Offer> checked(SearchRequest request, List<Text> texts, Known known)
      throws IOException {
    Set<List<String>> seen = new HashSet<>(Set.of(indexed.stems(request.text())));
    List<Text> others = new ArrayList<>();
    for (Text text : texts) {
      if (others.size() < MOST_COUNTED && seen.add(indexed.stems(text.text))) {
        others.add(text);
      }
    }
    List<SearchRequest> requests =
        others.stream().map(text -> request.withText(text.text)).toList();
    List<Long> counts = count.of(requests);
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      long articles = counts.get(i);
      if (articles > known.found) {
        Text text = others.get(i);
        double score = text.score + TOGETHER * Math.log1p(Math.min(articles, text.most));
        counted.add(new Counted(new Offer(text.kind, requests.get(i), articles, null), score));
      }
    }
    boolean oneWord = known.query.words().size() == 1;
    double asTyped = TOGETHER * Math.log1p(known.found) + (oneWord ? MARGIN : MARGIN - SEVERAL);
    counted.removeIf(reading -> known.found > 0 && reading.score <= asTyped);
    counted.sort(Comparator.comparingDouble(Counted::score).reversed());
    return asWritten(
        counted.stream().limit(Help.MOST_READINGS).map(Counted::offer).toList(), request, known);
  }

  /** With the words that are new as most articles write them: candidates are folded. */
  private List<Offer> asWritten(List<Offer> offers, SearchRequest asked, Known known)
      throws IOException {
    Set<String> typed = new HashSet<>();
    known.query.words().forEach(word -> typed.add(word.text()));
    FoundWords words = new FoundWords();
    words.addAll(known.near.words());
    Set<String> unknown = new LinkedHashSet<>();
    for (Offer offer : offers) {
      for (QueryText.Word word : QueryText.of(offer.request().text()).words()) {
        if (isNew(word, typed) && !words.words().contains(word.folded())) {
          unknown.add(word.folded());
        }
      }
    }
    words.addAll(archive.of(unknown));
    return offers.stream().map(offer -> asWritten(offer, asked, typed, words)).toList();
  }

  private static boolean isNew(QueryText.Word word, Set<String> typed) {
    return word.isArabic() && !typed.contains(word.text());
  }

  private static Offer asWritten(
      Offer offer, SearchRequest asked, Set<String> typed, FoundWords words) {
    QueryText query = QueryText.of(offer.request().text());
    List<String> written = new ArrayList<>();
    for (QueryText.Word word : query.words()) {
      written.add(isNew(word, typed) ? words.asWritten(word.folded()) : word.text());
    }
    SearchRequest request = asked.withText(query.with(written));
    return new Offer(offer.kind(), request, offer.articles(), offer.detail());
  }

  /** Every word left as it is or replaced, in the likeliest ways. */
  private static List<Text> sets(Known known) {
    QueryText query = known.query;
    List<Reading> readings = List.of(new Reading(List.of(), null, 0, Long.MAX_VALUE));
    for (int i = 0; i < query.words().size(); i++) {
      QueryText.Word word = query.words().get(i);
      List<Candidate> candidates = candidates(known, i);
      double typed = score(known.articles(word));
      List<Reading> longer = new ArrayList<>();
      for (Reading reading : readings) {
        longer.add(reading.and(word.text()));
        for (Candidate candidate : candidates) {
          longer.add(reading.and(candidate, candidate.score() - typed));
        }
      }
      longer.sort(Comparator.comparingDouble(Reading::score).reversed());
      readings = longer.subList(0, Math.min(MOST_SETS, longer.size()));
    }
    List<Text> texts = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading.kind != null) {
        texts.add(new Text(query.with(reading.words), reading.kind, reading.score, reading.most));
      }
    }
    return texts;
  }

  /** What a word counts that stands as it was typed. */
  private static double score(int articles) {
    return new Candidate("", Offer.Kind.SPELLING, 0, Math.min(articles, RARE)).score();
  }

  /** What may stand for a word; nothing for one that is rightly there, as far as can be told. */
  private static List<Candidate> candidates(Known known, int at) {
    QueryText.Word word = known.query.words().get(at);
    List<Candidate> candidates = new ArrayList<>();
    if (word.isLatin()) {
      candidates.addAll(known.named(List.of(word.text())));
      candidates.addAll(known.near.romanised(word.text()));
    } else if (known.doubted.contains(word.folded())) {
      candidates.addAll(known.near.near(word.folded()));
      candidates.addAll(known.near.apart(word.folded()));
    } else if (word.isArabic()) {
      besides(known.query, at).forEach(beside -> candidates.addAll(known.near.beside(beside)));
    }
    return candidates;
  }

  /** With the neighbour that a word is looked at beside; none in long queries. */
  private static List<NearWords.Beside> besides(QueryText query, int at) {
    List<QueryText.Word> words = query.words();
    String word = words.get(at).folded();
    if (words.size() > MOST_NEIGHBOURS) {
      return List.of();
    }
    if (at > 0 && words.get(at - 1).isArabic()) {
      return List.of(new NearWords.Beside(word, words.get(at - 1).folded(), true));
    }
    return at + 1 < words.size() && words.get(at + 1).isArabic()
        ? List.of(new NearWords.Beside(word, words.get(at + 1).folded(), false))
        : List.of();
  }

  private boolean isDoubtful(QueryText.Word word, Map<String, Integer> articles, long found) {
    String folded = word.folded();
    int ofWord = articles.getOrDefault(folded, 0);
    return ofWord == 0 || (ofWord <= RARE && !(found > 0 && indexed.isOfLexicon(folded)));
  }

  /** Arabic words that stand side by side. */
  private static List<NearWords.Pair> pairs(QueryText query) {
    List<NearWords.Pair> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < query.words().size(); i++) {
      QueryText.Word front = query.words().get(i);
      QueryText.Word end = query.words().get(i + 1);
      if (front.isArabic() && end.isArabic()) {
        pairs.add(new NearWords.Pair(front.folded(), end.folded()));
      }
    }
    return pairs;
  }

  private static List<Text> joined(Known known) {
    List<Text> texts = new ArrayList<>();
    List<QueryText.Word> words = known.query.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).isArabic() && words.get(i + 1).isArabic()) {
        Candidate joined =
            known.near.joined(new NearWords.Pair(words.get(i).folded(), words.get(i + 1).folded()));
        if (joined != null) {
          String text = known.query.with(i, i + 1, joined.text());
          texts.add(new Text(text, joined.kind(), joined.score()));
        }
      }
    }
    return texts;
  }

  /** Where words in Latin letters stand side by side: the first of them, and the last. */
  private record Run(int first, int last) {
    List<String> words(QueryText query) {
      return query.words().subList(first, last + 1).stream().map(QueryText.Word::text).toList();
    }
  }

  /** Words in Latin letters that may be one name. */
  private static List<Run> latinRuns(QueryText query) {
    List<Run> runs = new ArrayList<>();
    int first = 0;
    while (first < query.words().size()) {
      int end = first;
      while (end < query.words().size() && query.words().get(end).isLatin()) {
        end++;
      }
      if (end - first > 1) {
        runs.add(new Run(first, end - 1));
      }
      first = end + 1;
    }
    return runs;
  }

  /** Names of several words in Latin letters. */
  private static List<Text> latinNames(Known known) {
    List<Text> texts = new ArrayList<>();
    for (Run run : latinRuns(known.query)) {
      for (Candidate name : known.named(run.words(known.query))) {
        String text = known.query.with(run.first, run.last, name.text());
        texts.add(new Text(text, name.kind(), name.score()));
      }
    }
    return texts;
  }

  /** What the other keyboard gives, if the archive has every word of that, or it is a name. */
  private static List<Text> otherKeyboard(Known known) {
    List<Text> texts = new ArrayList<>();
    for (OtherKeyboard other : known.keyboards) {
      double score = other.score(known.articles);
      if (Double.isFinite(score)) {
        texts.add(new Text(other.text().text(), Offer.Kind.KEYBOARD, score));
      } else {
        for (Candidate name : known.named(other.latinName())) {
          texts.add(new Text(name.text(), Offer.Kind.KEYBOARD, name.score()));
        }
      }
    }
    return texts;
  }
}
