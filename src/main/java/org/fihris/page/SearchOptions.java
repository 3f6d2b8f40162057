package org.fihris.page;

import java.time.Instant;
import java.util.List;
import org.fihris.query.EntityUse;
import org.fihris.query.Order;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.fihris.query.Spelling;
import org.fihris.query.Words;

/** The ways to carry out one search otherwise. */
final class SearchOptions {
  private final Links links;
  private final SearchRequest request;
  private final Texts texts;

  SearchOptions(Links links, Texts texts) {
    this.links = links;
    this.request = links.first();
    this.texts = texts;
  }

  List<Choice> orders() {
    Order order = request.order();
    Order.Recent recent =
        order instanceof Order.Recent now
            ? now
            : new Order.Recent(Order.Recent.USUAL_HALF_LIFE, Instant.EPOCH.plusSeconds(1));
    boolean words = !request.text().isBlank();
    boolean newest = order.equals(Order.NEWEST) || (!words && order.equals(Order.RELEVANCE));
    Choice byNewest = order("newest", words ? Order.NEWEST : Order.RELEVANCE, newest);
    Choice byOldest = order("oldest", Order.OLDEST, order.equals(Order.OLDEST));
    if (!words) {
      return List.of(byNewest, byOldest);
    }
    return List.of(
        order("relevance", Order.RELEVANCE, order.equals(Order.RELEVANCE)),
        order("recent", recent, order instanceof Order.Recent),
        byNewest,
        byOldest);
  }

  private Choice order(String key, Order order, boolean chosen) {
    return new Choice(
        texts.get("order." + key), links.search(request.withOrder(order)).href(), chosen);
  }

  /** Each is chosen or not, apart from the others. */
  List<Choice> options() {
    boolean separate = request.reprints().equals(Reprints.SEPARATE);
    boolean any = request.interpretation().words() == Words.ANY;
    boolean typed = request.interpretation().spelling() == Spelling.AS_TYPED;
    boolean wordsOnly = request.interpretation().entityUse() == EntityUse.WORDS_ONLY;
    return List.of(
        option(
            "reprints",
            request.withReprints(separate ? Reprints.COLLAPSED : Reprints.SEPARATE),
            separate),
        option("any", request.withWords(any ? Words.ALL_THEN_ANY : Words.ANY), any),
        option("typed", request.withSpelling(typed ? Spelling.ANY : Spelling.AS_TYPED), typed),
        option(
            "words",
            request.withEntityUse(wordsOnly ? EntityUse.EVERY_NAME : EntityUse.WORDS_ONLY),
            wordsOnly));
  }

  private Choice option(String key, SearchRequest other, boolean chosen) {
    return new Choice(texts.get("option." + key), links.search(other).href(), chosen);
  }
}
