package org.fihris.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.lucene.search.Query;

/** Whatever is sent, it is a query or there is one clear exception. */
class QueryTreeProperties {
  private static final List<Query> QUERIES =
      java.util.stream.Stream.concat(QueryTreeTest.queries(), QueryTreeTest.placesQueries())
          .toList();

  private static final List<Object> SCALARS =
      List.of(
          "",
          "must",
          "body",
          "\uD800",
          "AAAA",
          "AQEB",
          0,
          1,
          -1,
          3L,
          1L << 40,
          Integer.MAX_VALUE,
          Integer.MIN_VALUE,
          0.5,
          Double.NaN,
          Double.MAX_VALUE,
          true,
          false,
          List.of(),
          Map.of());

  private static final List<String> KEYS =
      List.of(
          "query",
          "queries",
          "field",
          "term",
          "terms",
          "places",
          "places",
          "gaps",
          "positions",
          "slop",
          "boost",
          "boosts",
          "occurs",
          "minimum_should_match",
          "tie_breaker",
          "from",
          "to",
          "end",
          "edits",
          "prefix",
          "transpositions",
          "lower",
          "upper",
          "include_lower",
          "include_upper",
          "automaton");

  private static final List<String> KINDS =
      List.of(
          "term",
          "bool",
          "boost",
          "constant",
          "dis_max",
          "phrase",
          "multi_phrase",
          "synonym",
          "terms",
          "all",
          "none",
          "places",
          "span_first",
          "int_range",
          "long_range",
          "exists",
          "prefix",
          "wildcard",
          "fuzzy",
          "automaton",
          "term_range",
          "in_field",
          "any",
          "side_by_side",
          "ordered",
          "unordered",
          "apart",
          "within",
          "nowhere",
          "script");

  @Property(tries = 3_000)
  void garbageIsRefused(@ForAll long seed) {
    Random random = new Random(seed);
    read(Map.of(KINDS.get(random.nextInt(KINDS.size())), garbage(random, 4)));
  }

  @Property(tries = 3_000)
  void changedTreesAreReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, Object> tree = Sent.tree(QueryTree.of(QUERIES.get(random.nextInt(QUERIES.size()))));
    Object changed = changed(tree, random);
    if (changed instanceof Map<?, ?> map) {
      Map<String, Object> copy = new HashMap<>();
      map.forEach((key, value) -> copy.put((String) key, value));
      read(copy);
    }
  }

  private static void read(Map<String, ?> tree) {
    Query query;
    try {
      query = QueryTree.toQuery(tree);
    } catch (WireException e) {
      assertThat(e).hasMessageMatching("(?s).+\\.|.*is no query: .*");
      return;
    }
    assertThat(Sent.query(query)).isEqualTo(query);
  }

  private static Object garbage(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    if (kind == 0) {
      return SCALARS.get(random.nextInt(SCALARS.size()));
    }
    if (kind == 1) {
      List<Object> list = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        list.add(garbage(random, depth - 1));
      }
      return list;
    }
    List<String> keys = kind == 2 ? KINDS : KEYS;
    Map<String, Object> map = new HashMap<>();
    for (int i = kind == 2 ? 1 : random.nextInt(5); i > 0; i--) {
      map.put(keys.get(random.nextInt(keys.size())), garbage(random, depth - 1));
    }
    return map;
  }

  /** With some part replaced, left out or put in. */
  private static Object changed(Object tree, Random random) {
    if (random.nextInt(6) == 0) {
      return garbage(random, 2);
    }
    if (tree instanceof Map<?, ?> map) {
      Map<String, Object> copy = new HashMap<>();
      map.forEach((key, value) -> copy.put((String) key, value));
      List<String> keys = copy.keySet().stream().sorted().toList();
      if (!keys.isEmpty()) {
        String key = keys.get(random.nextInt(keys.size()));
        if (random.nextInt(8) == 0) {
          copy.remove(key);
        } else {
          copy.computeIfPresent(key, (same, value) -> changed(value, random));
        }
      }
      if (random.nextInt(8) == 0) {
        copy.put(KEYS.get(random.nextInt(KEYS.size())), garbage(random, 2));
      }
      return copy;
    }
    if (tree instanceof List<?> list && !list.isEmpty()) {
      List<Object> copy = new ArrayList<>(list);
      int at = random.nextInt(copy.size());
      copy.set(at, changed(copy.get(at), random));
      return copy;
    }
    return garbage(random, 1);
  }
}
