package org.fihris.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;
import java.util.Set;

/** Which pages of other servers a browser lets read the API. By default none. */
final class Origins {
  private static final HeaderName ORIGIN = HeaderNames.create("Origin");
  private static final String ASKED_METHOD = "Access-Control-Request-Method";

  private final Set<String> allowed;

  Origins(List<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * Adds what a browser wants to be told, and answers its question whether it may ask at all.
   *
   * @return whether that was the question, which needs no token and is answered now
   */
  boolean answer(RoutingRequest request, RoutingResponse response) {
    if (allowed.isEmpty() || !request.path().path().startsWith("/v1/")) {
      return false;
    }
    response.headers().add(HeaderValues.create(HeaderNames.VARY, "Origin"));
    String origin = request.headers().first(ORIGIN).orElse("");
    if (!allowed.contains(origin)) {
      return false;
    }
    response.header("Access-Control-Allow-Origin", origin);
    response.header("Access-Control-Expose-Headers", "ETag, Retry-After");
    boolean asksWhether =
        request.prologue().method().equals(Method.OPTIONS)
            && request.headers().contains(HeaderNames.create(ASKED_METHOD));
    if (asksWhether) {
      response.header("Access-Control-Allow-Methods", "GET, HEAD");
      response.header("Access-Control-Allow-Headers", "Authorization, If-None-Match");
      response.header("Access-Control-Max-Age", "600");
      response.status(Status.NO_CONTENT_204).send();
    }
    return asksWhether;
  }
}
