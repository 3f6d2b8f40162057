package org.fihris.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command line that was run in this process: how it ended and what it printed. */
record Ran(int exit, String out, String err) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Ran fihris(Object... arguments) {
    return fihris(Arrays.asList(arguments));
  }

  static Ran fihris(List<?> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] typed = arguments.stream().map(Object::toString).toArray(String[]::new);
    int exit = Main.run(new PrintWriter(out), new PrintWriter(err, true), typed);
    return new Ran(exit, out.toString(), err.toString());
  }

  static Ran fihrisReading(String input, Object... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return fihris(arguments);
    } finally {
      System.setIn(before);
    }
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** The objects on standard output, one a line. */
  List<JsonNode> objects() {
    return out.lines().map(MAPPER::readTree).toList();
  }

  /** The one object on standard output. */
  JsonNode object() {
    List<JsonNode> all = objects();
    if (all.size() != 1) {
      throw new AssertionError("expected one JSON object, found " + all.size() + " in " + this);
    }
    return all.getFirst();
  }

  static JsonNode parse(String json) {
    return MAPPER.readTree(json);
  }
}
