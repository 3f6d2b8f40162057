package org.fihris.wire;

/** What is left of the limits for one tree. For one thread. */
final class Budget {
  private int queries = WireLimits.QUERIES;
  private int places = WireLimits.PLACES;
  private int terms = WireLimits.TERMS;
  private int termUnits = WireLimits.TERM_UNITS;
  private int depth;

  void enterQuery() {
    enter();
    if (--queries < 0) {
      throw new WireException("The query holds more than " + WireLimits.QUERIES + " queries.");
    }
  }

  void enterPlaces() {
    enter();
    if (--places < 0) {
      throw new WireException("The query asks for more than " + WireLimits.PLACES + " places.");
    }
  }

  private void enter() {
    if (++depth > WireLimits.DEPTH) {
      throw new WireException("The query is nested deeper than " + WireLimits.DEPTH + " levels.");
    }
  }

  void leave() {
    depth--;
  }

  void spend(String term) {
    if (term.length() > WireLimits.UNITS_OF_TERM) {
      throw new WireException(
          "A term is longer than " + WireLimits.UNITS_OF_TERM + " UTF-16 units.");
    }
    if (--terms < 0) {
      throw new WireException("There are more than " + WireLimits.TERMS + " terms.");
    }
    termUnits -= term.length();
    if (termUnits < 0) {
      throw new WireException(
          "The terms are longer than " + WireLimits.TERM_UNITS + " UTF-16 units together.");
    }
  }
}
