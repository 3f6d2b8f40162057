package org.fihris.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** The other keyboard, against a typing error, for words that are all known there. */
  private static final double KEYBOARD = 0.3;

  /** In several words an error is likelier, and what stands together tells more. */
  private static final double SEVERAL = 0.9;

  /** What the articles with all words together count beside those with the single words. */
  private static final double TOGETHER = 0.6;

  private final ArchiveWords archive;
  private final NearWords near;
  private final LatinNames names;
  private final IndexedWords indexed;
  private final ArticleCount count;

  Readings(
      ArchiveWords archive,
      NearWords near,
      LatinNames names,
      IndexedWords indexed,
      ArticleCount count) {
    this.archive = archive;
    this.near = near;
    this.names = names;
    this.indexed = indexed;
    this.count = count;
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
    List<Text> texts = new ArrayList<>(sets(query, found));
    texts.addAll(joined(query));
    texts.addAll(latinNames(query));
    texts.addAll(otherKeyboard(query, request.text()));
    texts.sort(Comparator.comparingDouble(Text::score).reversed());
    return checked(request, texts, found);
  }

  private List<Offer> checked(SearchRequest request, List<Text> texts, long found)
      throws IOException {
    List<Counted> counted = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>(Set.of(indexed.stems(request.text())));
    int counts = 0;
    for (Text text : texts) {
      if (counts < MOST_COUNTED && seen.add(indexed.stems(text.text))) {
        counts++;
        SearchRequest other = request.withText(text.text);
        long articles = count.of(other);
        if (articles > found) {
          double score = text.score + TOGETHER * Math.log1p(Math.min(articles, text.most));
          counted.add(new Counted(new Offer(text.kind, other, articles, null), score));
        }
      }
    }
    boolean oneWord = QueryText.of(request.text()).words().size() == 1;
    double asTyped = TOGETHER * Math.log1p(found) + (oneWord ? MARGIN : MARGIN - SEVERAL);
    counted.removeIf(reading -> found > 0 && reading.score <= asTyped);
    counted.sort(Comparator.comparingDouble(Counted::score).reversed());
    List<Offer> best = new ArrayList<>();
    for (Counted reading : counted.subList(0, Math.min(Help.MOST_READINGS, counted.size()))) {
      best.add(asWritten(reading.offer, request));
    }
    return best;
  }

  /** With the words that are new as most articles write them: candidates are folded. */
  private Offer asWritten(Offer offer, SearchRequest asked) throws IOException {
    Set<String> typed = new HashSet<>();
    QueryText.of(asked.text()).words().forEach(word -> typed.add(word.text()));
    QueryText query = QueryText.of(offer.request().text());
    List<String> written = new ArrayList<>();
    for (QueryText.Word word : query.words()) {
      boolean kept = typed.contains(word.text()) || !word.isArabic();
      written.add(kept ? word.text() : archive.asWritten(word.folded()));
    }
    SearchRequest request = asked.withText(query.with(written));
    return new Offer(offer.kind(), request, offer.articles(), offer.detail());
  }

  /** Every word left as it is or replaced, in the likeliest ways. */
  private List<Text> sets(QueryText query, long found) throws IOException {
    List<Reading> readings = List.of(new Reading(List.of(), null, 0, Long.MAX_VALUE));
    for (int i = 0; i < query.words().size(); i++) {
      QueryText.Word word = query.words().get(i);
      List<Candidate> candidates = candidates(query, i, found);
      double typed = score(indexed.articles(word.folded()));
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
  private List<Candidate> candidates(QueryText query, int at, long found) throws IOException {
    QueryText.Word word = query.words().get(at);
    String folded = word.folded();
    List<Candidate> candidates = new ArrayList<>();
    if (word.isLatin()) {
      candidates.addAll(names.named(List.of(word.text())));
      candidates.addAll(near.romanised(word.text()));
    } else if (word.isArabic()) {
      if (isDoubtful(folded, indexed.articles(folded), found)) {
        candidates.addAll(near.near(folded));
        candidates.addAll(near.apart(folded));
      } else if (query.words().size() <= MOST_NEIGHBOURS) {
        candidates.addAll(besides(query, at));
      }
    }
    return candidates;
  }

  private List<Candidate> besides(QueryText query, int at) throws IOException {
    String word = query.words().get(at).folded();
    if (at > 0 && query.words().get(at - 1).isArabic()) {
      return near.beside(word, query.words().get(at - 1).folded(), true);
    }
    return at + 1 < query.words().size() && query.words().get(at + 1).isArabic()
        ? near.beside(word, query.words().get(at + 1).folded(), false)
        : List.of();
  }

  private boolean isDoubtful(String word, int articles, long found) {
    return articles == 0 || (articles <= RARE && !(found > 0 && indexed.isOfLexicon(word)));
  }

  private List<Text> joined(QueryText query) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i + 1 < query.words().size(); i++) {
      QueryText.Word front = query.words().get(i);
      QueryText.Word end = query.words().get(i + 1);
      if (front.isArabic() && end.isArabic()) {
        Candidate joined = near.joined(front.folded(), end.folded());
        if (joined != null) {
          String text = query.with(i, i + 1, joined.text());
          texts.add(new Text(text, joined.kind(), joined.score()));
        }
      }
    }
    return texts;
  }

  /** Names of several words in Latin letters. */
  private List<Text> latinNames(QueryText query) throws IOException {
    List<Text> texts = new ArrayList<>();
    int first = 0;
    while (first < query.words().size()) {
      int end = first;
      while (end < query.words().size() && query.words().get(end).isLatin()) {
        end++;
      }
      if (end - first > 1) {
        List<String> words =
            query.words().subList(first, end).stream().map(QueryText.Word::text).toList();
        for (Candidate name : names.named(words)) {
          String text = query.with(first, end - 1, name.text());
          texts.add(new Text(text, name.kind(), name.score()));
        }
      }
      first = end + 1;
    }
    return texts;
  }

  /** The text as its keys are on the other keyboard, if the archive has every word of that. */
  private List<Text> otherKeyboard(QueryText query, String text) throws IOException {
    List<Text> texts = new ArrayList<>();
    boolean latin = query.words().stream().noneMatch(QueryText.Word::isArabic);
    boolean arabic = query.words().stream().noneMatch(QueryText.Word::isLatin);
    if (latin == arabic) {
      return texts;
    }
    for (String other : latin ? List.of(Keyboard.toArabic(text)) : Keyboard.toLatin(text)) {
      // A key that is a sign on the other keyboard was not meant to be a letter.
      if (other.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ')) {
        addKnown(other, latin, texts);
      }
    }
    return texts;
  }

  private void addKnown(String text, boolean arabic, List<Text> texts) throws IOException {
    QueryText query = QueryText.of(text);
    double score = 0;
    for (QueryText.Word word : query.words()) {
      int articles = indexed.articles(word.folded());
      if (articles == 0 || word.isArabic() != arabic || word.text().length() < 2) {
        score = Double.NEGATIVE_INFINITY;
      }
      score += new Candidate("", Offer.Kind.KEYBOARD, KEYBOARD, articles).score();
    }
    if (Double.isFinite(score) && !query.words().isEmpty()) {
      texts.add(new Text(text, Offer.Kind.KEYBOARD, score));
    } else if (!arabic) {
      addNamed(query, text, texts);
    }
  }

  /** Latin names that the archive has in Arabic letters only. */
  private void addNamed(QueryText query, String text, List<Text> texts) throws IOException {
    List<String> words = query.words().stream().map(QueryText.Word::text).toList();
    if (words.isEmpty() || !query.words().stream().allMatch(QueryText.Word::isLatin)) {
      return;
    }
    for (Candidate name : names.named(words)) {
      texts.add(new Text(name.text(), Offer.Kind.KEYBOARD, name.score()));
    }
  }
}
