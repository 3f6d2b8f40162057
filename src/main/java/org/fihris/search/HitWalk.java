package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.lucene.search.ScoreDoc;
import org.fihris.index.Reading;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.jspecify.annotations.Nullable;

/**
 * All hits of a request in their order, each once, in memory that does not grow with them.
 *
 * <p>The hits are those of the commit that the searcher was opened on, whatever is written
 * meanwhile; the searcher has to stay open. On a cluster, a commit that is made meanwhile is seen
 * from the next ten thousand on, as a later cursor would see it. {@code next} and {@code hasNext}
 * throw {@link org.fihris.index.IndexException} if the index cannot be read. For one thread.
 */
public final class HitWalk implements Iterator<Hit> {

  /** Hits that are put in order at once: each time the query is carried out anew. */
  private static final int ORDERED = 10_000;

  /** Articles that are held at once. */
  private static final int LOADED = 100;

  private final Reading reading;
  private final SearchRequest asked;
  private final SearchRequest request;
  private final Answers answers;
  private final Cursors cursors;
  private final List<Warning> warnings;
  private final long total;

  private Cursors.Start start;
  private Answers.Answer answer;

  /** How many hits of the part that was put in order have been loaded. */
  private int taken;

  private List<Hit> loaded = List.of();

  /** How many of those have been returned. */
  private int returned;

  HitWalk(
      Reading reading,
      SearchRequest asked,
      SearchRequest request,
      Cursors.Start start,
      Answers answers,
      Cursors cursors,
      List<Warning> warnings)
      throws IOException {
    this.reading = reading;
    this.asked = asked;
    this.request = request;
    this.answers = answers;
    this.cursors = cursors;
    this.start = new Cursors.Start(start.order(), start.offset(), start.after(), ORDERED);
    this.answer = answers.answer(request, this.start, warnings);
    this.warnings = List.copyOf(warnings);
    this.total = answers.count(request, answer.query());
  }

  /** The query as it was understood, in query syntax. */
  public String query() {
    return answer.understood().shown();
  }

  /** How many hits there are, with those before the place where this walk begins. */
  public long total() {
    return total;
  }

  /** What was done that the user may not expect. */
  public List<Warning> warnings() {
    return warnings;
  }

  @Override
  public boolean hasNext() {
    return returned < loaded.size()
        || taken < answer.found().to() - answer.found().from()
        || answer.found().more();
  }

  @Override
  public Hit next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more hits");
    }
    if (returned == loaded.size()) {
      load();
    }
    return loaded.get(returned++);
  }

  /**
   * The cursor behind the hit that was returned last, to go on from there with {@link
   * org.fihris.query.Page.After}, also in another process; null before the first.
   */
  public @Nullable String cursor() {
    int count = taken - loaded.size() + returned;
    if (count > 0) {
      return cursors.behind(asked, start, answer, count).encoded();
    }
    Cursor before = start.after();
    return before == null ? null : before.encoded();
  }

  private void load() {
    reading.all(
        () -> {
          int length = answer.found().to() - answer.found().from();
          if (taken == length) {
            Cursor behind = cursors.behind(asked, start, answer, length);
            start = new Cursors.Start(start.order(), 0, behind, ORDERED);
            answer = answers.answer(request, start, new ArrayList<>());
            taken = 0;
          }
          ScoreDoc[] page = answer.found().page();
          int end = Math.min(page.length, taken + LOADED);
          loaded =
              answer
                  .found()
                  .articles()
                  .hits(request, answer.understood(), Arrays.copyOfRange(page, taken, end));
          returned = 0;
          taken = end;
        });
  }
}
