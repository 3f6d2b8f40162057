package org.fihris.server;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fihris.NewsIndex;
import org.fihris.query.ParameterValues;

/** The questions of the API, by their paths. */
final class Api {
  private final Turns turns;
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

  Api(NewsIndex index, Turns turns, Clock clock, ServerLimits limits) {
    this.turns = turns;
    int pageSize = limits.pageSize();
    endpoints.put("/v1/search", new SearchEndpoint(clock, pageSize));
    endpoints.put("/v1/facets", new FacetsEndpoint(clock, pageSize));
    endpoints.put("/v1/facets/{dimension}", new FacetEndpoint(clock, pageSize));
    endpoints.put("/v1/suggest", new SuggestEndpoint(pageSize));
    endpoints.put("/v1/article/{id}", new ArticleEndpoint(clock));
    endpoints.put("/v1/similar/{id}", new SimilarEndpoint(pageSize));
    endpoints.put("/v1/timeline/{id}", new TimelineEndpoint());
    endpoints.put("/v1/entity/{id}", new EntityEndpoint(pageSize));
    endpoints.put("/v1/stats", new StatsEndpoint());
    endpoints.put("/v1/saved", new SavedEndpoint(index));
  }

  void addTo(HttpRouting.Builder routing) {
    endpoints.forEach(
        (path, endpoint) ->
            Route.add(
                routing, path, (request, response) -> answer(path, endpoint, request, response)));
    Answer description = Answer.of("application/yaml", description(), Answer.Keeping.ASK);
    Route.add(
        routing,
        "/v1/openapi.yaml",
        (request, response) -> Sender.send(description, request, response));
  }

  private static byte[] description() {
    try (InputStream file = Api.class.getResourceAsStream("openapi.yaml")) {
      return Objects.requireNonNull(file, "the engine was packed without openapi.yaml")
          .readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parameters that a path knows; for the test of the document that describes them. */
  Map<String, Set<String>> names() {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    endpoints.forEach((path, endpoint) -> names.put(path, endpoint.names()));
    return names;
  }

  private void answer(
      String path, Endpoint endpoint, ServerRequest request, ServerResponse response) {
    Asked asked =
        new Asked(Route.subject(path, request), new ParameterValues(request.query().toMap()));
    refuseUnknown(endpoint, request, asked);
    Answer answer = turns.answer(request, "", current -> endpoint.answer(current, asked));
    Sender.send(answer, request, response);
  }

  private static void refuseUnknown(Endpoint endpoint, ServerRequest request, Asked asked) {
    request.query().names().stream()
        .filter(name -> !endpoint.names().contains(name))
        .forEach(
            name ->
                asked
                    .values()
                    .addFault(
                        name,
                        "is no parameter here; known are "
                            + String.join(", ", endpoint.names().stream().sorted().toList())));
    asked.refuseFaults();
  }
}
