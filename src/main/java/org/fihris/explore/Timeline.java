package org.fihris.explore;

import java.time.LocalDate;
import java.util.List;
import org.fihris.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * The course of a story: what outlets reported of it, day by day.
 *
 * @param days the first day first; the undated last
 * @param outlets the outlets, the one that reported first first
 */
public record Timeline(List<Day> days, List<Outlet> outlets) {

  /**
   * @param day null for reports whose date is not known
   * @param reports in the order of their time, as far as that is known
   */
  public record Day(@Nullable LocalDate day, List<Report> reports) {
    public Day {
      reports = List.copyOf(reports);
    }
  }

  /**
   * A report, shown once however often it was printed.
   *
   * @param article the earliest of its reprints
   * @param group key of the reprints
   * @param likeness how like it is to the article that was asked for, 0 to 1; 1 for that itself
   * @param reprints the others, the earliest first
   */
  public record Report(Article article, String group, double likeness, List<Reprint> reprints) {
    public Report {
      reprints = List.copyOf(reprints);
    }
  }

  /**
   * @param source null where the outlet is not known
   * @param day null where the day is not known
   */
  public record Reprint(String id, @Nullable String source, @Nullable LocalDate day) {}

  /**
   * @param source null for articles whose outlet is not known
   * @param first the day of its first report; null if none of them is dated
   * @param articles how many articles of the story it has, reprints included
   */
  public record Outlet(@Nullable String source, @Nullable LocalDate first, int articles) {}

  public Timeline {
    days = List.copyOf(days);
    outlets = List.copyOf(outlets);
  }
}
