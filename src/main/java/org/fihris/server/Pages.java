package org.fihris.server;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fihris.NewsIndex;
import org.fihris.page.Assets;
import org.fihris.page.NewsPages;
import org.fihris.page.Rendered;
import org.fihris.search.NewsSearcher;
import org.fihris.search.TimeOverException;

/** The pages for people, by their paths, and the files that they need. */
final class Pages {
  private static final System.Logger LOG = System.getLogger(Pages.class.getName());
  private static final String HTML = "text/html";
  private static final String ASSETS = "/assets/{name}";

  private final NewsIndex index;
  private final CurrentSearcher searcher;
  private final Workers workers;
  private final Metrics metrics;
  private final Clock clock;
  private final NewsPages pages;

  Pages(NewsIndex index, CurrentSearcher searcher, Workers workers, Metrics metrics, Clock clock) {
    this.index = index;
    this.searcher = searcher;
    this.workers = workers;
    this.metrics = metrics;
    this.clock = clock;
    this.pages = new NewsPages(clock);
  }

  /** One page: of a commit, what the path names, and the parameters. */
  private interface Making {
    Rendered make(NewsSearcher current, String subject, Map<String, List<String>> given);
  }

  /** To be added behind everything else: the last route takes every path. */
  void addTo(HttpRouting.Builder routing) {
    page(routing, "/", (current, subject, given) -> pages.search(current, given));
    page(routing, "/article/{id}", pages::article);
    page(routing, "/entity/{id}", pages::entity);
    Route.add(
        routing, "/saved", (request, response) -> Sender.send(saved(request), request, response));
    Route.add(
        routing, ASSETS, (request, response) -> Sender.send(file(request), request, response));
    routing.any(this::nowhere);
  }

  private void page(HttpRouting.Builder routing, String pattern, Making making) {
    Route.add(
        routing,
        pattern,
        (request, response) -> Sender.send(answer(pattern, making, request), request, response));
  }

  /** Whatever goes wrong is a page too, for whoever reads pages. */
  private Answer answer(String pattern, Making making, ServerRequest request) {
    Map<String, List<String>> given = request.query().toMap();
    String subject = Route.subject(pattern, request);
    String known = String.join(",", request.headers().values(HeaderNames.IF_NONE_MATCH));
    try {
      return workers.call(
          left ->
              searcher.use(
                  current -> {
                    String tag = tag(current);
                    return known.contains(tag)
                        ? Answer.unchanged(tag)
                        : current.within(
                            left, () -> html(making.make(current, subject, given)).withTag(tag));
                  }));
    } catch (Refusal refusal) {
      return refused(refusal.problem(), given);
    } catch (TimeOverException e) {
      return refused(Problem.TOO_SLOW, given);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a page failed", e);
      return problem(Problem.FAILED, given);
    }
  }

  /** A page is of a commit, of the day that its words count from, and of the engine's own files. */
  private String tag(NewsSearcher current) {
    return "W/\"%s-%d-%s\""
        .formatted(current.version(), LocalDate.now(clock).toEpochDay(), Assets.version());
  }

  private Answer saved(ServerRequest request) {
    Map<String, List<String>> given = request.query().toMap();
    try {
      return html(pages.saved(index.savedSearches().inForce(), given));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a page failed", e);
      return problem(Problem.FAILED, given);
    }
  }

  private static Answer html(Rendered page) {
    Answer answer = Answer.text(HTML, page.html(), Answer.Keeping.ASK);
    return switch (page.outcome()) {
      case FOUND -> answer;
      case NOT_FOUND -> answer.withStatus(Status.NOT_FOUND_404.code());
      case BUSY ->
          answer
              .withStatus(Status.SERVICE_UNAVAILABLE_503.code())
              .withKeeping(Answer.Keeping.NEVER);
      case FAILED ->
          answer
              .withStatus(Status.INTERNAL_SERVER_ERROR_500.code())
              .withKeeping(Answer.Keeping.NEVER);
    };
  }

  private Answer refused(Problem problem, Map<String, List<String>> given) {
    metrics.rejected(problem);
    return problem(problem, given);
  }

  private Answer problem(Problem problem, Map<String, List<String>> given) {
    Rendered.Outcome outcome =
        switch (problem.status()) {
          case 503 -> Rendered.Outcome.BUSY;
          case 404 -> Rendered.Outcome.NOT_FOUND;
          default -> Rendered.Outcome.FAILED;
        };
    Answer page = html(pages.problem(outcome, given));
    return new Answer(
        page.status(),
        page.mediaType(),
        page.bytes(),
        Answer.Keeping.NEVER,
        null,
        false,
        problem.retryAfterSeconds());
  }

  private static Answer file(ServerRequest request) {
    Assets.Asset asset = Assets.at(Route.subject(ASSETS, request));
    return asset == null
        ? Answer.problem(Problem.notFound("No file of a page has this address."))
        : Answer.of(asset.mediaType(), asset.bytes(), Answer.Keeping.ALWAYS);
  }

  /** A browser that is lost is shown a page; a program is told by whoever comes next. */
  private void nowhere(ServerRequest request, ServerResponse response) {
    if (request.headers().contains(HeaderNames.ACCEPT)
        && request.headers().isAccepted(MediaTypes.TEXT_HTML)
        && !request.path().path().startsWith("/v1/")) {
      Problem missing = Problem.notFound("No page has this address.");
      Sender.send(problem(missing, request.query().toMap()), request, response);
    } else {
      response.next();
    }
  }
}
