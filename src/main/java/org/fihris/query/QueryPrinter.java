package org.fihris.query;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.fihris.query.QueryNode.All;
import org.fihris.query.QueryNode.Any;
import org.fihris.query.QueryNode.Days;
import org.fihris.query.QueryNode.Everything;
import org.fihris.query.QueryNode.Exact;
import org.fihris.query.QueryNode.Fuzzy;
import org.fihris.query.QueryNode.InField;
import org.fihris.query.QueryNode.Near;
import org.fihris.query.QueryNode.Not;
import org.fihris.query.QueryNode.Phrase;
import org.fihris.query.QueryNode.Undated;
import org.fihris.query.QueryNode.Wildcard;
import org.fihris.query.QueryNode.Word;

/** Prints a query in the syntax of {@link QueryParser}. */
final class QueryPrinter {
  private QueryPrinter() {}

  static String print(QueryNode node) {
    return switch (node) {
      case Word word -> word.text();
      case Phrase phrase -> quoted(phrase.text());
      case Exact exact -> "=" + quoted(exact.text());
      case Wildcard wildcard -> wildcard.text();
      case Fuzzy fuzzy -> fuzzy.text() + "~" + fuzzy.edits();
      case Near near -> near(near);
      case Days days -> "date:" + days(days);
      case Undated undated -> "date:" + Dimension.UNDATED;
      case InField inField -> inField.field().key() + ":" + operand(inField.node());
      case Not not -> "-" + operand(not.node());
      case All all -> joined(all.nodes(), " ");
      case Any any -> joined(any.nodes(), " OR ");
      case Everything everything -> "*";
    };
  }

  private static String joined(List<QueryNode> nodes, String joint) {
    return nodes.stream().map(QueryPrinter::operand).collect(Collectors.joining(joint));
  }

  private static String operand(QueryNode node) {
    return switch (node) {
      // Between parentheses a word such as أو would be an operator, unless one stands before it.
      case All all when all.nodes().stream().anyMatch(QueryPrinter::readsAsOperator) ->
          "(" + joined(all.nodes(), " AND ") + ")";
      case All all -> "(" + print(all) + ")";
      case Any any -> "(" + print(any) + ")";
      case Near near -> "(" + print(near) + ")";
      case Word word -> print(word);
      case Phrase phrase -> print(phrase);
      case Exact exact -> print(exact);
      case Wildcard wildcard -> print(wildcard);
      case Fuzzy fuzzy -> print(fuzzy);
      case Days days -> print(days);
      case Undated undated -> print(undated);
      case InField inField -> print(inField);
      case Not not -> print(not);
      case Everything everything -> print(everything);
    };
  }

  private static boolean readsAsOperator(QueryNode node) {
    return node instanceof Word word && ArabicOperator.of(word.text()) != null;
  }

  private static String near(Near near) {
    String left = near.left() instanceof Near chain ? print(chain) : operand(near.left());
    String sign = near.ordered() ? " ONEAR/" : " NEAR/";
    return left + sign + near.distance() + " " + operand(near.right());
  }

  /** The shortest of the ways to say it: a year, a month, a day, two days. */
  private static String days(Days days) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    if (from != null && to != null && isFourDigits(from) && isFourDigits(to)) {
      if (from.equals(to)) {
        return from.toString();
      }
      boolean months = from.getDayOfMonth() == 1 && to.getDayOfMonth() == to.lengthOfMonth();
      if (months && from.getYear() == to.getYear()) {
        if (from.getMonthValue() == 1 && to.getMonthValue() == 12) {
          return from.toString().substring(0, 4);
        }
        if (from.getMonthValue() == to.getMonthValue()) {
          return from.toString().substring(0, 7);
        }
      }
    }
    return (from == null ? "" : from) + ".." + (to == null ? "" : to);
  }

  private static boolean isFourDigits(LocalDate day) {
    return day.getYear() >= 0 && day.getYear() <= 9999;
  }

  /** A phrase that was quoted with guillemets may hold other quotes, and the other way round. */
  private static String quoted(String text) {
    if (text.chars().noneMatch(c -> Quotes.DOUBLE.has((char) c))) {
      return '"' + text + '"';
    }
    return '«' + text.replaceAll("[«»]", " ") + '»';
  }
}
