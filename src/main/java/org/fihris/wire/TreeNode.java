package org.fihris.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One map of a tree that was sent, whose values are taken one by one; what is missing, of another
 * type or left over is a {@link WireException}. For one thread.
 */
final class TreeNode {
  private final String kind;
  private final Map<String, Object> left;

  private TreeNode(String kind, Map<String, Object> left) {
    this.kind = kind;
    this.left = left;
  }

  /** A map with one key over a map. */
  static TreeNode ofKind(@Nullable Object tree, String what) {
    if (tree instanceof Map<?, ?> map
        && map.size() == 1
        && map.keySet().iterator().next() instanceof String kind) {
      return of(map.get(kind), kind);
    }
    throw new WireException("A " + what + " is an object with one key, its kind.");
  }

  static TreeNode of(@Nullable Object tree, String name) {
    if (!(tree instanceof Map<?, ?> map)) {
      throw new WireException("“" + shortened(name) + "” is not an object.");
    }
    Map<String, Object> copy = new HashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new WireException("“" + shortened(name) + "” has a key that is no string.");
      }
      if (entry.getValue() != null) {
        copy.put(key, entry.getValue());
      }
    }
    return new TreeNode(name, copy);
  }

  /** What is shown of what was sent. */
  static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  String kind() {
    return kind;
  }

  boolean has(String key) {
    return left.containsKey(key);
  }

  Object value(String key) {
    Object value = left.remove(key);
    if (value == null) {
      throw wrong("lacks “" + key + "”");
    }
    return value;
  }

  private WireException wrong(String what) {
    return new WireException("“" + shortened(kind) + "” " + what + ".");
  }

  String field() {
    String field = string("field");
    if (field.isEmpty() || field.length() > WireLimits.UNITS_OF_FIELD) {
      throw wrong("has a field whose name is empty or too long");
    }
    return field;
  }

  String string(String key) {
    return value(key) instanceof String text ? text : fail(key, "a string");
  }

  boolean bool(String key) {
    return value(key) instanceof Boolean value ? value : fail(key, "true or false");
  }

  List<?> list(String key) {
    return value(key) instanceof List<?> list ? list : fail(key, "a list");
  }

  int integer(String key) {
    return Math.toIntExact(whole(key, value(key), Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  /** From 0. */
  int size(String key) {
    return Math.toIntExact(whole(key, value(key), 0, Integer.MAX_VALUE));
  }

  long whole(String key) {
    return whole(key, value(key), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private long whole(String key, Object value, long least, long most) {
    if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      if (number >= least && number <= most) {
        return number;
      }
    }
    return fail(key, "a whole number in its range");
  }

  /** Finite, and no less than 0. */
  float weight(String key) {
    return weight(key, value(key));
  }

  private float weight(String key, Object value) {
    if (value instanceof Number number) {
      float weight = number.floatValue();
      if (weight >= 0 && weight < Float.POSITIVE_INFINITY) {
        return weight;
      }
    }
    return fail(key, "a number that is no less than 0");
  }

  List<Float> weights(String key) {
    return list(key).stream().map(value -> weight(key, value)).toList();
  }

  List<Integer> integers(String key) {
    return list(key).stream()
        .map(value -> Math.toIntExact(whole(key, value, 0, Integer.MAX_VALUE)))
        .toList();
  }

  List<Long> wholes(String key) {
    return list(key).stream()
        .map(value -> whole(key, value, Long.MIN_VALUE, Long.MAX_VALUE))
        .toList();
  }

  List<String> strings(String key) {
    return strings(key, list(key));
  }

  List<String> strings(String key, Object value) {
    if (!(value instanceof List<?> list)) {
      return fail(key, "a list of strings");
    }
    return list.stream()
        .map(text -> text instanceof String string ? string : this.<String>fail(key, "of strings"))
        .toList();
  }

  <T> T fail(String key, String wanted) {
    throw wrong("has a “" + key + "” that is not " + wanted);
  }

  /** Nothing that was sent is passed over. */
  void end() {
    if (!left.isEmpty()) {
      throw wrong("has an unknown “" + shortened(left.keySet().iterator().next()) + "”");
    }
  }
}
