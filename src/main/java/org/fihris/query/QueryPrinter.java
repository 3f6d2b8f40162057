package org.fihris.query;

import java.util.stream.Collectors;
import org.fihris.query.QueryNode.All;
import org.fihris.query.QueryNode.Any;
import org.fihris.query.QueryNode.Everything;
import org.fihris.query.QueryNode.Exact;
import org.fihris.query.QueryNode.InField;
import org.fihris.query.QueryNode.Not;
import org.fihris.query.QueryNode.Phrase;
import org.fihris.query.QueryNode.Word;

/** Prints a query in the syntax of {@link QueryParser}. */
final class QueryPrinter {
  private QueryPrinter() {}

  static String print(QueryNode node) {
    return switch (node) {
      case Word word -> word.text();
      case Phrase phrase -> quoted(phrase.text());
      case Exact exact -> "=" + quoted(exact.text());
      case InField inField -> inField.field().key() + ":" + operand(inField.node());
      case Not not -> "-" + operand(not.node());
      case All all ->
          all.nodes().stream().map(QueryPrinter::operand).collect(Collectors.joining(" "));
      case Any any ->
          any.nodes().stream().map(QueryPrinter::operand).collect(Collectors.joining(" OR "));
      case Everything everything -> "*";
    };
  }

  private static String operand(QueryNode node) {
    return node instanceof All || node instanceof Any ? "(" + print(node) + ")" : print(node);
  }

  /** A phrase that was quoted with guillemets may hold other quotes, and the other way round. */
  private static String quoted(String text) {
    if (text.chars().noneMatch(c -> Quotes.DOUBLE.has((char) c))) {
      return '"' + text + '"';
    }
    return '«' + text.replaceAll("[«»]", " ") + '»';
  }
}
