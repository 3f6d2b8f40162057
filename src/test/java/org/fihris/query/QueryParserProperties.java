package org.fihris.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.fihris.query.QueryNode.All;
import org.fihris.query.QueryNode.Any;
import org.fihris.query.QueryNode.Everything;
import org.fihris.query.QueryNode.InField;
import org.fihris.query.QueryNode.Not;
import org.fihris.query.QueryNode.Phrase;
import org.fihris.query.QueryNode.Word;
import org.fihris.query.Warning.Code;

final class QueryParserProperties {
  private static final Set<Code> LIMITS =
      EnumSet.of(Code.TOO_LONG, Code.TOO_MANY_CLAUSES, Code.TOO_DEEP, Code.TOO_MANY_PATTERNS);

  /** Strings of what the syntax is made of, in any order, far likelier to meet than at random. */
  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "(",
            ")",
            "\"",
            "“",
            "”",
            "«",
            "»",
            "-",
            "--",
            "–",
            "|",
            "*",
            ":",
            "title:",
            "عنوان:",
            "id:",
            "url:",
            "foo:",
            " ",
            " ",
            " ",
            "OR",
            "AND",
            "NOT",
            "زلزال",
            "زلز*",
            "*زلز",
            "ز?زا",
            "?",
            "**",
            "زلزال~",
            "~",
            "~1",
            "~3",
            "NEAR/3",
            "ONEAR/200",
            "قرب/٥",
            "أو",
            "ليس",
            "وليس",
            "date:",
            "date:أمس",
            "date:2025-02",
            "date:[2025 TO 2026]",
            "..2025",
            ">2025-01",
            "[",
            "]",
            "undated",
            "كوفيد-19",
            "و",
            "لـ",
            "12:30",
            "1,5",
            "،",
            "؟",
            "%",
            "#",
            "http://",
            "www.",
            "a",
            "OR.",
            "\u200F",
            "\u064B",
            "\u00A0",
            "\n",
            "😀",
            "\uD83D",
            "٣",
            "٣:٤",
            "_",
            ".",
            "″",
            "/")
        .list()
        .ofMinSize(0)
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property
  void noStringThrows(@ForAll @StringLength(max = 3000) String text) {
    assertThat(QueryParser.parse(text).root()).isNotNull();
  }

  @Property
  void anyStringIsUnderstoodTheSameWayOnceItIsPrinted(
      @ForAll @StringLength(max = 100) String text) {
    assertStable(text);
  }

  @Property(tries = 5000)
  void anyPiecesAreUnderstoodTheSameWayOnceTheyArePrinted(@ForAll("pieces") String text) {
    assertStable(text);
  }

  private static void assertStable(String text) {
    QueryNode root = QueryParser.parse(text).root();
    ParsedQuery again = QueryParser.parse(root.display());
    if (again.warnings().stream().noneMatch(w -> LIMITS.contains(w.code()))) {
      assertThat(again.root()).as(root.display()).isEqualTo(root);
    }
  }

  @Property(tries = 5000)
  void everyTreeHasThePlainForm(@ForAll("pieces") String text) {
    QueryNode root = QueryParser.parse(text).root();

    assertThat(isPlain(root)).as("%s", root).isTrue();
    assertThat(isPlain(root.relaxed())).as("%s", root.relaxed()).isTrue();
    assertThat(root).isNotInstanceOf(Not.class);
  }

  @Property
  void wordsAndDepthHaveLimits(
      @ForAll("pieces") String text, @ForAll("repetitions") int repetitions) {
    QueryNode root = QueryParser.parse(text.repeat(repetitions)).root();

    assertThat(clauses(root)).isLessThanOrEqualTo(QueryParser.MAX_CLAUSES);
    // A group can hold alternatives that hold conjunctions that hold an excluded field.
    assertThat(depth(root)).isLessThanOrEqualTo((QueryParser.MAX_DEPTH + 1) * 5);
  }

  @Provide
  Arbitrary<Integer> repetitions() {
    return Arbitraries.integers().between(1, 200);
  }

  private static boolean isPlain(QueryNode node) {
    return switch (node) {
      case Word word -> !word.text().isEmpty();
      case Phrase phrase -> !phrase.text().isBlank();
      case QueryNode.Exact exact -> !exact.text().isBlank();
      case QueryNode.Wildcard wildcard -> wildcard.text().matches(".*[*?].*");
      case QueryNode.Fuzzy fuzzy -> fuzzy.text().length() > 2;
      case QueryNode.Near near -> isPlain(near.left()) && isPlain(near.right());
      case QueryNode.Days days -> true;
      case QueryNode.Undated undated -> true;
      case Everything everything -> true;
      case InField inField ->
          !(inField.node() instanceof Not)
              && !(inField.node() instanceof InField)
              && !(inField.node() instanceof Everything)
              && !(inField.node() instanceof QueryNode.Days)
              && !(inField.node() instanceof QueryNode.Undated)
              && isPlain(inField.node());
      case Not not -> !(not.node() instanceof Not) && isPlain(not.node());
      case All all ->
          all.nodes().size() > 1
              && all.nodes().stream().noneMatch(All.class::isInstance)
              && all.nodes().stream().anyMatch(part -> !(part instanceof Not))
              && all.nodes().stream().allMatch(QueryParserProperties::isPlain);
      case Any any ->
          any.nodes().size() > 1
              && any.nodes().stream()
                  .noneMatch(
                      part ->
                          part instanceof Any || part instanceof Not || part instanceof Everything)
              && any.nodes().stream().allMatch(QueryParserProperties::isPlain);
    };
  }

  private static int clauses(QueryNode node) {
    List<QueryNode> children = children(node);
    return children.isEmpty() && !(node instanceof Everything)
        ? 1
        : children.stream().mapToInt(QueryParserProperties::clauses).sum();
  }

  private static int depth(QueryNode node) {
    return 1 + children(node).stream().mapToInt(QueryParserProperties::depth).max().orElse(0);
  }

  private static List<QueryNode> children(QueryNode node) {
    return switch (node) {
      case Word word -> List.of();
      case Phrase phrase -> List.of();
      case QueryNode.Exact exact -> List.of();
      case QueryNode.Wildcard wildcard -> List.of();
      case QueryNode.Fuzzy fuzzy -> List.of();
      case QueryNode.Near near -> List.of(near.left(), near.right());
      case QueryNode.Days days -> List.of();
      case QueryNode.Undated undated -> List.of();
      case Everything everything -> List.of();
      case InField inField -> List.of(inField.node());
      case Not not -> List.of(not.node());
      case All all -> all.nodes();
      case Any any -> any.nodes();
    };
  }
}
