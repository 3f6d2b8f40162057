package org.fihris.wire;

import java.util.Locale;
import org.apache.lucene.search.BooleanClause.Occur;

/** The names of the kinds of queries and places in a tree. */
final class QueryKinds {
  static final String TERM = "term";
  static final String BOOL = "bool";
  static final String BOOST = "boost";
  static final String CONSTANT = "constant";
  static final String BEST_OF = "dis_max";
  static final String PHRASE = "phrase";
  static final String MULTI_PHRASE = "multi_phrase";
  static final String SYNONYM = "synonym";
  static final String TERMS = "terms";
  static final String ALL = "all";
  static final String NONE = "none";
  static final String PLACES = "places";
  static final String OPENING = "span_first";
  static final String INT_RANGE = "int_range";
  static final String LONG_RANGE = "long_range";
  static final String EXISTS = "exists";
  static final String PREFIX = "prefix";
  static final String WILDCARD = "wildcard";
  static final String FUZZY = "fuzzy";
  static final String AUTOMATON = "automaton";
  static final String TERM_RANGE = "term_range";

  static final String IN_FIELD = "in_field";
  static final String ANY = "any";
  static final String SIDE_BY_SIDE = "side_by_side";
  static final String ORDERED = "ordered";
  static final String UNORDERED = "unordered";
  static final String APART = "apart";
  static final String WITHIN = "within";
  static final String NOWHERE = "nowhere";

  private QueryKinds() {}

  static String name(Occur occur) {
    return occur.name().toLowerCase(Locale.ROOT);
  }
}
