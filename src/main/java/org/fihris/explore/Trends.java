package org.fihris.explore;

import java.util.List;
import org.fihris.query.Period;

/**
 * Two periods compared.
 *
 * @param earlierArticles how many articles the earlier period has
 * @param laterArticles how many the later one has
 * @param trends the strongest first, rising and falling ones together
 */
public record Trends(
    Period earlier, Period later, long earlierArticles, long laterArticles, List<Trend> trends) {
  public Trends {
    trends = List.copyOf(trends);
  }
}
