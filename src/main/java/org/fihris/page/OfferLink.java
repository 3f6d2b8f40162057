package org.fihris.page;

import org.fihris.query.Dimension;
import org.fihris.suggest.Offer;
import org.jspecify.annotations.Nullable;

/**
 * Another search that finds more.
 *
 * @param what what is changed, in words; null where the query says it
 * @param query its text; null where that stays the same
 * @param count how many articles it finds, in words
 */
record OfferLink(@Nullable String what, @Nullable String query, String href, String count) {

  static OfferLink of(Offer offer, Links links, Texts texts) {
    return new OfferLink(
        what(offer, texts),
        offer.request().text().equals(links.request().text()) ? null : offer.request().text(),
        links
            .search(
                offer
                    .request()
                    .withPage(links.first().page())
                    .withSnippets(links.request().snippets()))
            .href(),
        texts.count("articles", offer.articles()));
  }

  private static @Nullable String what(Offer offer, Texts texts) {
    String detail = offer.detail() == null ? "" : offer.detail();
    return switch (offer.kind()) {
      case SPELLING, SPACING, KEYBOARD, LATIN -> null;
      case WITHOUT_FILTER -> texts.get("offer.WITHOUT_FILTER", facet(detail, texts));
      case WITHOUT_WORD -> texts.get("offer.WITHOUT_WORD", detail);
      case ANY_SPELLING,
          OTHER_NAMES,
          ANY_FORM,
          ANYWHERE,
          WITHOUT_EXCLUSIONS,
          ANY_DATE,
          WITHOUT_FILTERS,
          SOME_WORDS ->
          texts.get("offer." + offer.kind().name());
    };
  }

  private static String facet(String key, Texts texts) {
    return Dimension.fromKey(key).map(one -> texts.get("facet." + one.key())).orElse(key);
  }
}
