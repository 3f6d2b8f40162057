package org.fihris.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before anything is done for it: whether it is meant for this server,
 * and by somebody who may ask. It is counted here, and gets the headers that every answer has.
 */
final class Gate implements Filter {
  private static final String HEALTH = "/health/";

  private final Hosts hosts;
  private final Origins origins;
  private final @Nullable AccessToken token;
  private final Metrics metrics;

  Gate(ServerOptions options, Metrics metrics) {
    this.hosts = Hosts.of(options);
    this.origins = new Origins(options.origins());
    this.token = options.token();
    this.metrics = metrics;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    long began = System.nanoTime();
    metrics.begun();
    try {
      SafeHeaders.ALL.forEach(response::header);
      if (hosts.knows(request) && origins.answer(request, response)) {
        return;
      }
      Problem problem = problem(request);
      if (problem == null) {
        chain.proceed();
      } else {
        refuse(problem, request, response);
      }
    } finally {
      metrics.ended(Route.of(request), response.status().code(), System.nanoTime() - began);
    }
  }

  private @Nullable Problem problem(RoutingRequest request) {
    Method method = request.prologue().method();
    if (hasBody(request)) {
      return Problem.BODY;
    }
    if (!hosts.knows(request)) {
      return Problem.HOST;
    }
    if (!method.equals(Method.GET) && !method.equals(Method.HEAD)) {
      return Problem.METHOD;
    }
    boolean mayAsk =
        token == null
            || request.path().path().startsWith(HEALTH)
            || Credentials.of(request).stream().anyMatch(token::isEqualTo);
    return mayAsk ? null : Problem.TOKEN;
  }

  private static boolean hasBody(RoutingRequest request) {
    return request.headers().contains(HeaderNames.TRANSFER_ENCODING)
        || request.headers().contentLength().orElse(0) > 0;
  }

  private static void refuse(Problem problem, RoutingRequest request, RoutingResponse response) {
    if (problem.equals(Problem.TOKEN)) {
      response.header(
          HeaderValues.create(
              HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"fihris\"", "Basic realm=\"fihris\""));
    }
    if (problem.equals(Problem.METHOD)) {
      response.header(HeaderNames.ALLOW, "GET, HEAD");
    }
    if (problem.equals(Problem.BODY)) {
      response.header(HeaderValues.CONNECTION_CLOSE); // the body is not read
    }
    Sender.send(Answer.problem(problem), request, response);
  }
}
