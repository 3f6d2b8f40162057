package org.fihris.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.config.IndexConfig;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.index.Fingerprint;

/**
 * Decides what is suggested of an index and what it is found by, wherever the index lies. For one
 * use.
 */
public final class SuggestionMaker {
  /** Headlines are those of so many articles, which bounds the memory that building takes. */
  static final int MOST_ARTICLES = 500_000;

  /** The kinds lie one behind the other. */
  private static final int KIND_SHIFT = 48;

  private final SuggestionSource source;
  private final SuggestionSink sink;

  private SuggestionMaker(SuggestionSource source, SuggestionSink sink) {
    this.source = source;
    this.sink = sink;
  }

  /** Makes the suggestions of an index. */
  public static void make(SuggestionSource source, IndexConfig config, SuggestionSink sink)
      throws IOException {
    SuggestionMaker maker = new SuggestionMaker(source, sink);
    for (EntityType type : EntityType.values()) {
      source.forEachEntity(type, (id, articles) -> maker.addEntity(type, id, articles));
    }
    try (NewsAnalyzer analyzer = new NewsAnalyzer(config)) {
      Phrases phrases = new Phrases(word -> IndexedWords.stems(analyzer, word).isEmpty());
      Headlines headlines = new Headlines();
      source.forEachArticle(
          MOST_ARTICLES,
          article -> {
            Headlines.Headline headline = headlines.of(article);
            if (headline != null) {
              phrases.add(headline.words());
              maker.addHeadline(headline);
            }
          });
      for (Phrases.Phrase phrase : phrases.phrases()) {
        maker.addPhrase(phrase);
      }
    }
  }

  private void addEntity(EntityType type, String shownId, int articles) throws IOException {
    if (source.entities().isHidden(shownId)) {
      return;
    }
    Entity entity = source.entities().entity(shownId, type);
    List<String> names = new ArrayList<>(source.entities().names(shownId));
    names.add(entity.labelAr());
    names.add(entity.labelEn());
    add(
        SuggestionEntry.ENTITY,
        rank(2, articles),
        type.name() + ' ' + entity.id(),
        names,
        Map.of(
            SuggestionEntry.TEXT,
            entity.labelAr(),
            SuggestionEntry.ID,
            entity.id(),
            SuggestionEntry.TYPE,
            type.name(),
            SuggestionEntry.LABEL_EN,
            entity.labelEn(),
            SuggestionEntry.COUNT,
            Integer.toString(articles)));
  }

  private void addPhrase(Phrases.Phrase phrase) throws IOException {
    add(
        SuggestionEntry.PHRASE,
        rank(1, phrase.headlines()),
        phrase.text(),
        List.of(phrase.text()),
        Map.of(
            SuggestionEntry.TEXT,
            phrase.text(),
            SuggestionEntry.COUNT,
            Integer.toString(phrase.headlines())));
  }

  /** The newest are the highest; those without a date lie behind all others. */
  private void addHeadline(Headlines.Headline headline) throws IOException {
    Map<String, String> shown = new HashMap<>();
    shown.put(SuggestionEntry.TEXT, headline.text());
    shown.put(SuggestionEntry.ID, headline.id());
    if (headline.day() != null) {
      shown.put(SuggestionEntry.DAY, headline.day().toString());
    }
    add(
        SuggestionEntry.HEADLINE,
        rank(0, headline.seconds()),
        headline.id(),
        List.of(headline.text()),
        shown);
  }

  private static long rank(long ofKind, long within) {
    return ofKind << KIND_SHIFT | Math.clamp(within, 0, (1L << KIND_SHIFT) - 1);
  }

  /**
   * @param key no other of its kind has it
   */
  private void add(
      String kind, long rank, String key, List<String> texts, Map<String, String> shown)
      throws IOException {
    sink.add(new SuggestionEntry(kind, rank, Fingerprint.of(key), words(texts), shown));
  }

  private static Set<String> words(List<String> texts) {
    Set<String> words = new TreeSet<>();
    for (String text : texts) {
      for (String word : TypedWords.of(text)) {
        words.add(word);
        words.add(TypedWords.withoutArticle(word));
      }
    }
    words.removeIf(word -> word.length() > SuggestRequest.MAX_LENGTH);
    return words;
  }
}
