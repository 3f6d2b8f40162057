package org.fihris.server;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.fihris.json.Json;

/** Makes a problem of whatever goes wrong; what is inside the server goes to its log only. */
final class Failures {
  private static final System.Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  static void addTo(HttpRouting.Builder routing) {
    routing.error(
        Refusal.class,
        (request, response, refusal) ->
            Sender.send(Answer.problem(refusal.problem()), request, response));
    routing.error(Throwable.class, Failures::failed);
    routing.any(
        (request, response) ->
            Sender.send(
                Answer.problem(Problem.notFound("No page and no question has this address.")),
                request,
                response));
  }

  private static void failed(ServerRequest request, ServerResponse response, Throwable failure) {
    LOG.log(System.Logger.Level.ERROR, "a request failed", failure);
    Sender.send(Answer.problem(Problem.FAILED), request, response);
  }

  /** For requests that are no HTTP, or too long: they never reach a route. */
  static DirectHandlers direct() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(
          type, (request, event, status, headers, message) -> problem(status, headers));
    }
    return handlers.build();
  }

  private static DirectHandler.TransportResponse problem(
      Status asked, ServerResponseHeaders headers) {
    // A client that speaks another HTTP, wants what there is none of or goes away in the middle of
    // a
    // request is no fault of the server; one of its routes does not get here.
    Status status =
        asked.code() < Status.INTERNAL_SERVER_ERROR_500.code()
                || asked.code() == Status.SERVICE_UNAVAILABLE_503.code()
            ? asked
            : Status.BAD_REQUEST_400;
    Problem problem =
        Problem.of(
            status.code(),
            "http",
            status.reasonPhrase(),
            "The request cannot be read as it was sent, or asks for what this server does not do.");
    headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
    headers.set(HeaderNames.CACHE_CONTROL, Answer.Keeping.NEVER.header);
    SafeHeaders.ALL.forEach(headers::set);
    return DirectHandler.TransportResponse.builder()
        .status(status)
        .headers(headers)
        .entity(Json.bytes(problem.json()))
        .build();
  }
}
