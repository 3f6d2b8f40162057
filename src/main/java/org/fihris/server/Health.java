package org.fihris.server;

import io.helidon.webserver.http.HttpRouting;
import org.fihris.json.Json;

/** Whether the server runs, and whether it is to be sent requests. Needs no token. */
final class Health {
  private final CurrentSearcher searcher;
  private volatile boolean stopping;

  Health(CurrentSearcher searcher) {
    this.searcher = searcher;
  }

  void addTo(HttpRouting.Builder routing) {
    Route.add(
        routing, "/health/live", (request, response) -> Sender.send(live(), request, response));
    Route.add(
        routing, "/health/ready", (request, response) -> Sender.send(ready(), request, response));
  }

  /** From now on it is not ready. */
  void stop() {
    stopping = true;
  }

  private static Answer live() {
    return Answer.json(Json.object("status", "up")).withKeeping(Answer.Keeping.NEVER);
  }

  /** An index that cannot be opened anew is told, but what was opened before still answers. */
  private Answer ready() {
    Answer answer =
        Answer.json(
            Json.object(
                "status",
                stopping ? "stopping" : "ready",
                "index",
                searcher.problem() == null ? "current" : "behind"));
    return answer.withKeeping(Answer.Keeping.NEVER).withStatus(stopping ? 503 : 200);
  }
}
