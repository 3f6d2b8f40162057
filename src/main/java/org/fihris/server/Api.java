package org.fihris.server;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.query.ParameterValues;
import org.fihris.search.NewsSearcher;
import org.fihris.search.TimeOverException;

/** The questions of the API, by their paths. */
final class Api {
  private static final String SUBJECT = "subject";

  private final CurrentSearcher searcher;
  private final Workers workers;
  private final Clock clock;
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

  Api(CurrentSearcher searcher, Workers workers, Clock clock, ServerLimits limits) {
    this.searcher = searcher;
    this.workers = workers;
    this.clock = clock;
    endpoints.put("/v1/search", new SearchEndpoint(clock, limits.pageSize()));
  }

  void addTo(HttpRouting.Builder routing) {
    endpoints.forEach(
        (path, endpoint) ->
            routing.any(path, (request, response) -> answer(endpoint, request, response)));
  }

  private void answer(Endpoint endpoint, ServerRequest request, ServerResponse response) {
    Asked asked =
        new Asked(
            request.path().pathParameters().first(SUBJECT).orElse(""),
            new ParameterValues(request.query().toMap()));
    refuseUnknown(endpoint, request, asked);
    List<String> known = request.headers().values(HeaderNames.IF_NONE_MATCH);
    boolean packed = Sender.takesGzip(request);
    Answer answer =
        workers.call(
            left ->
                searcher.use(
                    current ->
                        within(
                            current, () -> answer(endpoint, current, asked, known, packed), left)));
    Sender.send(answer, request, response);
  }

  private static Answer within(
      NewsSearcher current, java.util.function.Supplier<Answer> work, java.time.Duration left) {
    try {
      return current.within(left, work);
    } catch (TimeOverException e) {
      throw new Refusal(Problem.TOO_SLOW);
    }
  }

  private Answer answer(
      Endpoint endpoint, NewsSearcher current, Asked asked, List<String> known, boolean packed) {
    // Words like yesterday mean another day tomorrow.
    String tag = "W/\"" + current.version() + "-" + LocalDate.now(clock).toEpochDay() + "\"";
    if (known.contains(tag) || known.contains("*")) {
      return Answer.unchanged(tag);
    }
    Answer answer = endpoint.answer(current, asked);
    if (answer.keeping() == Answer.Keeping.ASK) {
      answer = answer.withTag(tag);
    }
    return packed ? answer.packed() : answer;
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
