package org.fihris.cli;

import java.util.Locale;
import org.fihris.suggest.Help;
import org.fihris.suggest.Offer;

/** What to try instead of a search that found nothing or little, for people. */
final class OfferList {
  private final Screen screen;

  OfferList(Screen screen) {
    this.screen = screen;
  }

  void print(Help help) {
    if (!help.readings().isEmpty()) {
      screen.line();
      screen.line("Did you mean:");
      help.readings().forEach(offer -> print(offer, screen.text(offer.request().text())));
    }
    if (!help.steps().isEmpty()) {
      screen.line();
      screen.line("Less strict:");
      help.steps().forEach(offer -> print(offer, change(offer)));
    }
  }

  private void print(Offer offer, String what) {
    screen.line(String.format(Locale.ROOT, "%,9d  ", offer.articles()) + what);
  }

  private String change(Offer offer) {
    String text = screen.text(offer.request().text());
    String detail = offer.detail() == null ? "" : offer.detail();
    return switch (offer.kind()) {
      case SPELLING, SPACING, KEYBOARD, LATIN -> text;
      case ANY_SPELLING -> "in any spelling (--spelling any)";
      case OTHER_NAMES -> "other names of the entities too (without --no-entities)";
      case ANY_FORM -> "any form and order: " + text;
      case ANYWHERE -> "anywhere in an article: " + text;
      case WITHOUT_EXCLUSIONS -> "nothing excluded: " + text;
      case ANY_DATE -> "published at any time";
      case WITHOUT_FILTER -> "without --" + detail;
      case WITHOUT_FILTERS -> "without dates and filters";
      case WITHOUT_WORD -> "without " + screen.text(detail) + ": " + text;
      case SOME_WORDS -> "some of the words (--words any)";
    };
  }
}
