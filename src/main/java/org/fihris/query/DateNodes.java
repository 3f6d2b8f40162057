package org.fihris.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.fihris.query.Warning.Code;
import org.jspecify.annotations.Nullable;

/** What was read behind {@code date:}, its words turned into the days they name. */
final class DateNodes {
  private final DateValue values;
  private final WarningList warnings;

  /**
   * @param today what relative words count from
   */
  DateNodes(LocalDate today, WarningList warnings) {
    this.values = new DateValue(today);
    this.warnings = warnings;
  }

  /** The days that words behind {@code date:} name; null if there are none. */
  @Nullable QueryNode of(QueryNode node) {
    return switch (node) {
      case QueryNode.Word word -> days(word.text());
      case QueryNode.Phrase phrase -> days(phrase.text());
      case QueryNode.Exact exact -> days(exact.text());
      case QueryNode.Wildcard wildcard -> days(wildcard.text());
      case QueryNode.Fuzzy fuzzy -> days(fuzzy.text());
      case QueryNode.All all -> daysOfEach(all.nodes(), Shape::all);
      case QueryNode.Any any -> daysOfEach(any.nodes(), Shape::any);
      case QueryNode.Near near -> daysOfEach(List.of(near.left(), near.right()), Shape::all);
      case QueryNode.Not not -> {
        QueryNode excluded = of(not.node());
        yield excluded == null ? null : Shape.not(excluded);
      }
      case QueryNode.InField inField -> inField;
      case QueryNode.Days days -> days;
      case QueryNode.Undated undated -> undated;
      case QueryNode.Everything everything -> everything;
    };
  }

  private @Nullable QueryNode daysOfEach(
      List<QueryNode> nodes, Function<List<QueryNode>, QueryNode> joined) {
    List<QueryNode> days = nodes.stream().map(this::of).filter(Objects::nonNull).toList();
    return days.isEmpty() ? null : days.size() == 1 ? days.getFirst() : joined.apply(days);
  }

  private @Nullable QueryNode days(String text) {
    QueryNode days = values.of(text);
    if (days == null) {
      warnings.add(
          Code.UNKNOWN_DATE,
          text,
          "“"
              + text
              + "” names no days, so it was left out; write them as 2025, 2025-02, 2025-02-13,"
              + " 2025-01..2025-03, >2025-01 or أمس.");
    }
    return days;
  }
}
