package org.fihris.server;

import io.helidon.common.uri.UriEncoding;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;

/** Notes with each request which route it took, to be counted by. */
final class Route {
  private static final String NONE = "none";

  private Route() {}

  /**
   * @param pattern of a path; what ends it in braces may be anything, slashes too: the id of an
   *     article may be an address
   */
  static void add(HttpRouting.Builder routing, String pattern, Handler handler) {
    routing.any(
        pattern.replace("{", "{+"),
        (request, response) -> {
          request.context().register(Route.class, pattern);
          handler.handle(request, response);
        });
  }

  /** What stands in a path where its pattern has braces; empty for a pattern without. */
  static String subject(String pattern, ServerRequest request) {
    int begin = pattern.indexOf('{');
    // Decoded as a whole, a path has lost which of its slashes were meant to part it.
    String path = request.path().rawPath();
    return begin < 0 || path.length() < begin ? "" : UriEncoding.decodeUri(path.substring(begin));
  }

  /** The pattern of the route that a request took, {@code none} where it took none. */
  static String of(ServerRequest request) {
    return request.context().get(Route.class, String.class).orElse(NONE);
  }
}
