package org.fihris.server;

import java.util.Set;
import org.fihris.explore.Timeline;
import org.fihris.explore.TimelineRequest;
import org.fihris.json.StoryJson;
import org.fihris.search.NewsSearcher;

/** {@code /v1/timeline/{id}}: the course of the event that an article reports. */
final class TimelineEndpoint implements Endpoint {

  @Override
  public Set<String> names() {
    return Set.of("days", "likeness");
  }

  @Override
  public Answer answer(NewsSearcher searcher, Asked asked) {
    TimelineRequest usual = TimelineRequest.USUAL;
    int days = asked.values().number("days", 0, TimelineRequest.MOST_DAYS, usual.days());
    double likeness = asked.values().fraction("likeness", 0, 1, usual.leastLikeness());
    asked.refuseFaults();
    Timeline timeline =
        searcher.stories().timeline(asked.subject(), new TimelineRequest(days, likeness));
    if (timeline == null) {
      throw new Refusal(Problem.NO_ARTICLE);
    }
    return Answer.json(StoryJson.timeline(asked.subject(), timeline));
  }
}
