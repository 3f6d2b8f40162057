package org.fihris.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.json.Json;
import org.fihris.query.ParameterFault;

/**
 * Why a request is not answered, as RFC 9457 has it. It says what the client can do, and nothing of
 * the inside of the server.
 *
 * @param type a name for programs, which becomes a URI
 * @param retryAfterSeconds when to come back; 0 for never
 * @param faults what is wrong with single parameters
 */
record Problem(
    int status,
    String type,
    String title,
    String detail,
    int retryAfterSeconds,
    List<ParameterFault> faults) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** {@code docs/serving.md} lists the types; there is nothing at these addresses. */
  private static final String TYPES = "urn:fihris:problem:";

  static final Problem OVERLOADED =
      new Problem(
          503,
          "overloaded",
          "The server has too much to do",
          "Too many requests wait already. Ask again a little later.",
          1,
          List.of());

  static final Problem TOO_SLOW =
      new Problem(
          503,
          "too-slow",
          "The answer took too long",
          "The request could not be answered in time. Ask for less, or ask again later.",
          5,
          List.of());

  static final Problem FAILED =
      of(
          500,
          "failed",
          "The server failed",
          "The fault is in the server and has been noted there.");

  static final Problem NO_ARTICLE = notFound("No article has this id.");

  static final Problem TOKEN =
      of(
          401,
          "token",
          "A token is needed",
          "Send the token of this server: Authorization: Bearer TOKEN.");

  static final Problem METHOD =
      of(405, "method", "This server only reads", "Ask with GET or HEAD.");

  static final Problem BODY =
      of(413, "body", "A request has no body here", "Put what you ask for into the address.");

  static final Problem HOST =
      of(
          421,
          "host",
          "This server is not known under that name",
          "Ask it by its address or as localhost, or start it with --name.");

  static Problem of(int status, String type, String title, String detail) {
    return new Problem(status, type, title, detail, 0, List.of());
  }

  static Problem parameters(List<ParameterFault> faults) {
    List<String> told = new ArrayList<>();
    faults.forEach(fault -> told.add(fault.name() + ": " + fault.message()));
    return new Problem(
        400,
        "parameters",
        "A parameter cannot be used",
        String.join("; ", told),
        0,
        List.copyOf(faults));
  }

  static Problem notFound(String detail) {
    return of(404, "not-found", "There is nothing here", detail);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", TYPES + type);
    json.put("title", title);
    json.put("status", status);
    json.put("detail", detail);
    if (!faults.isEmpty()) {
      json.put(
          "parameters",
          faults.stream()
              .map(fault -> Json.object("name", fault.name(), "message", fault.message()))
              .toList());
    }
    return json;
  }
}
