package org.fihris.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a page is: its whole state.
 *
 * @param path decoded part for part, and encoded again in {@link #href}
 * @param parameters in the order in which they are written; values in theirs
 */
record Address(List<String> path, Map<String, List<String>> parameters) {

  /** A hidden field of a form, which takes a part of the state along. */
  record Field(String name, String value) {}

  Address {
    path = List.copyOf(path);
    parameters = new LinkedHashMap<>(parameters);
  }

  /** This seen otherwise. */
  Address seen(Look look) {
    Address seen = new Address(path, parameters);
    look.addTo(seen.parameters);
    return seen;
  }

  /** This with another value of one parameter; null for none. */
  Address with(String name, @Nullable String value) {
    Address changed = new Address(path, parameters);
    changed.parameters.remove(name);
    if (value != null) {
      changed.parameters.put(name, List.of(value));
    }
    return changed;
  }

  /** The parameters as fields of a form, but for those that the form asks for itself. */
  List<Field> fieldsWithout(String... names) {
    List<String> left = List.of(names);
    List<Field> fields = new ArrayList<>();
    parameters.forEach(
        (name, values) -> {
          if (!left.contains(name)) {
            values.forEach(value -> fields.add(new Field(name, value)));
          }
        });
    return List.copyOf(fields);
  }

  /** For the attribute {@code href}, from the root of the server on. */
  String href() {
    String place = path.stream().map(Address::part).collect(Collectors.joining("/", "/", ""));
    String query =
        parameters.entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? place : place + "?" + query;
  }

  private static String part(String text) {
    return encoded(text).replace("+", "%20");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
