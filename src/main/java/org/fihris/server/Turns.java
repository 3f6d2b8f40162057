package org.fihris.server;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fihris.search.NewsSearcher;
import org.fihris.search.TimeOverException;

/** Gives requests their turn with the searcher of the last commit, one for each worker. */
final class Turns {
  private final CurrentSearcher searcher;
  private final Workers workers;
  private final Metrics metrics;
  private final Clock clock;

  Turns(CurrentSearcher searcher, Workers workers, Metrics metrics, Clock clock) {
    this.searcher = searcher;
    this.workers = workers;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * What a request is answered, packed if its client takes that; or that nothing has changed, if it
   * has an answer of this commit and day.
   *
   * @param maker tells the answers of one maker of them from those of another
   * @throws Refusal if there is no turn for it, or not enough time
   */
  Answer answer(ServerRequest request, String maker, Function<NewsSearcher, Answer> work) {
    String known = String.join(",", request.headers().values(HeaderNames.IF_NONE_MATCH));
    boolean packed = Sender.takesGzip(request);
    try {
      return workers.call(
          left -> searcher.use(current -> answer(current, left, known, packed, maker, work)));
    } catch (Refusal refusal) {
      if (refusal.problem().status() == 503) {
        metrics.rejected(refusal.problem());
      }
      throw refusal;
    }
  }

  private Answer answer(
      NewsSearcher current,
      Duration left,
      String known,
      boolean packed,
      String maker,
      Function<NewsSearcher, Answer> work) {
    String tag = tag(current, maker);
    if (known.contains(tag)) {
      return Answer.unchanged(tag);
    }
    Answer answer = within(current, left, () -> work.apply(current));
    if (answer.keeping() == Answer.Keeping.COMMIT) {
      answer = answer.withTag(tag);
    }
    return packed ? answer.packed() : answer;
  }

  /** Words like yesterday mean another day tomorrow. */
  private String tag(NewsSearcher current, String maker) {
    return "W/\"%s-%d%s\"".formatted(current.version(), LocalDate.now(clock).toEpochDay(), maker);
  }

  private static Answer within(NewsSearcher current, Duration left, Supplier<Answer> work) {
    try {
      return current.within(left, work);
    } catch (TimeOverException e) {
      throw new Refusal(Problem.TOO_SLOW);
    }
  }
}
