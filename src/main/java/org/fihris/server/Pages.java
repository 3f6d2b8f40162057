package org.fihris.server;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.fihris.NewsIndex;
import org.fihris.page.Assets;
import org.fihris.page.NewsPages;
import org.fihris.page.Rendered;
import org.fihris.search.NewsSearcher;

/** The pages for people, by their paths, and the files that they need. */
final class Pages {
  private static final System.Logger LOG = System.getLogger(Pages.class.getName());
  private static final String HTML = "text/html";
  private static final String FILES = "/assets/{file}";
  private static final String SAVED = "/saved";

  /** What a page looks like comes with the engine. */
  private static final String MAKER = "-" + Assets.version();

  private final Turns turns;
  private final NewsIndex index;
  private final NewsPages pages;

  Pages(Turns turns, NewsIndex index, Clock clock) {
    this.turns = turns;
    this.index = index;
    this.pages = new NewsPages(clock);
  }

  /** One page: of a commit, what the path names, and the parameters. */
  private interface Making {
    Rendered make(NewsSearcher current, String subject, Map<String, List<String>> given);
  }

  void addTo(HttpRouting.Builder routing) {
    page(routing, "/", (current, subject, given) -> pages.search(current, given));
    page(routing, "/article/{id}", pages::article);
    page(routing, "/entity/{id}", pages::entity);
    page(
        routing,
        SAVED,
        (current, subject, given) -> pages.saved(index.savedSearches().inForce(), given));
    Route.add(routing, FILES, Pages::file);
    routing.any(this::nowhere);
  }

  private void page(HttpRouting.Builder routing, String path, Making making) {
    Route.add(
        routing,
        path,
        (request, response) -> Sender.send(answer(path, making, request), request, response));
  }

  /** Whatever goes wrong is a page too, for whoever reads pages. */
  private Answer answer(String path, Making making, ServerRequest request) {
    Map<String, List<String>> given = request.query().toMap();
    String subject = Route.subject(path, request);
    // Saved searches are of no commit.
    Answer.Keeping keeping = path.equals(SAVED) ? Answer.Keeping.ASK : Answer.Keeping.COMMIT;
    try {
      return turns.answer(
          request, MAKER, current -> html(making.make(current, subject, given), keeping));
    } catch (Refusal refusal) {
      return problem(refusal.problem(), given);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a page failed", e);
      return problem(Problem.FAILED, given);
    }
  }

  private static Answer html(Rendered page, Answer.Keeping keeping) {
    Answer answer = Answer.text(HTML, page.html(), keeping);
    return switch (page.outcome()) {
      case FOUND -> answer;
      case NOT_FOUND -> answer.withStatus(404);
      case BUSY -> answer.withStatus(503).withKeeping(Answer.Keeping.NEVER);
      case FAILED -> answer.withStatus(500).withKeeping(Answer.Keeping.NEVER);
    };
  }

  private Answer problem(Problem problem, Map<String, List<String>> given) {
    Rendered.Outcome outcome =
        switch (problem.status()) {
          case 503 -> Rendered.Outcome.BUSY;
          case 404 -> Rendered.Outcome.NOT_FOUND;
          default -> Rendered.Outcome.FAILED;
        };
    Answer page = html(pages.problem(outcome, given), Answer.Keeping.NEVER);
    return new Answer(
        page.status(),
        page.mediaType(),
        page.bytes(),
        Answer.Keeping.NEVER,
        null,
        false,
        problem.retryAfterSeconds());
  }

  /** A browser that is lost is shown a page; a program is told by whoever comes next. */
  private void nowhere(ServerRequest request, ServerResponse response) {
    if (request.headers().isAccepted(MediaTypes.TEXT_HTML)
        && !request.headers().values(HeaderNames.ACCEPT).isEmpty()
        && !request.path().path().startsWith("/v1/")) {
      Problem missing = Problem.notFound("No page has this address.");
      Sender.send(problem(missing, request.query().toMap()), request, response);
    } else {
      response.next();
    }
  }

  private static void file(ServerRequest request, ServerResponse response) {
    String path = Route.subject(FILES, request);
    Assets.Asset asset = Assets.at(path);
    Sender.send(
        asset == null
            ? Answer.problem(Problem.notFound("No file of a page has this address."))
            : Answer.of(asset.mediaType(), asset.bytes(), Answer.Keeping.ALWAYS),
        request,
        response);
  }
}
