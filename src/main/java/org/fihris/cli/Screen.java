package org.fihris.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fihris.analysis.MatchLevel;
import org.fihris.snippet.Snippet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Text for people: logical order, every piece of article text isolated so that a terminal that
 * knows both directions does not mix it with what stands around it, colour on a terminal only.
 */
final class Screen {

  /** First strong isolate: the piece takes its direction from its own first letter. */
  private static final char FSI = '\u2068';

  /** Pop directional isolate. */
  private static final char PDI = '\u2069';

  private static final char ELLIPSIS = '…';

  private final PrintWriter out;
  private final boolean colour;

  Screen(CommandSpec spec) {
    this.out = spec.commandLine().getOut();
    this.colour = wantsColour(spec.commandLine().getColorScheme().ansi());
  }

  private static boolean wantsColour(Ansi ansi) {
    return ansi.enabled() && System.getenv("NO_COLOR") == null;
  }

  void line(String text) {
    out.println(text);
  }

  void line() {
    out.println();
  }

  /** Text from an article or a table, isolated. */
  String text(String text) {
    return FSI + plain(text) + PDI;
  }

  String bold(String text) {
    return styled("\u001B[1m", text);
  }

  String faint(String text) {
    return styled("\u001B[2m", text);
  }

  /**
   * A snippet with its marks shown and dots where it is cut: by colour on a terminal, by brackets
   * elsewhere, either of which tells the level ({@code docs/snippets.md}).
   */
  String marked(Snippet snippet) {
    int end = snippet.text().length();
    return FSI
        + (snippet.cut().start() ? ELLIPSIS + " " : "")
        + marked(snippet, 0, end)
        + (snippet.cut().end() ? " " + ELLIPSIS : "")
        + PDI;
  }

  /** The lines of a text that is shown whole, each isolated. */
  List<String> markedLines(Snippet text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from <= text.text().length()) {
      int to = text.text().indexOf('\n', from);
      to = to < 0 ? text.text().length() : to;
      lines.add(FSI + marked(text, from, to) + PDI);
      from = to + 1;
    }
    return lines;
  }

  /** A part of a text; of a mark that begins before it or goes on behind it what lies in it. */
  private String marked(Snippet snippet, int from, int to) {
    String text = snippet.text();
    StringBuilder shown = new StringBuilder();
    int at = from;
    for (Snippet.Mark mark : snippet.marks()) {
      int start = Math.max(mark.start(), at);
      int end = Math.min(mark.end(), to);
      if (start < end) {
        shown.append(plain(text.substring(at, start)));
        shown.append(marked(plain(text.substring(start, end)), mark.level()));
        at = end;
      }
    }
    return shown.append(plain(text.substring(at, to))).toString();
  }

  private String marked(String word, @Nullable MatchLevel level) {
    // Ends the colour alone, since what stands around it may be bold.
    return colour ? colour(level) + word + "\u001B[39m" : "[" + sign(level) + word + "]";
  }

  private static String colour(@Nullable MatchLevel level) {
    if (level == null) { // a "case null" would have Java make the switch anew in every start
      return "\u001B[33m";
    }
    return switch (level) {
      case EXACT, SURFACE -> "\u001B[33m";
      case SPELLING -> "\u001B[32m";
      case STEM -> "\u001B[36m";
      case NAME -> "\u001B[35m";
      case LIKE -> "\u001B[94m";
      case KIN -> "\u001B[34m";
    };
  }

  private static String sign(@Nullable MatchLevel level) {
    if (level == null) {
      return "";
    }
    return switch (level) {
      case EXACT, SURFACE -> "";
      case SPELLING -> "~";
      case STEM -> "+";
      case NAME -> "@";
      case LIKE -> "*";
      case KIN -> "?";
    };
  }

  /** Without line ends, and without what a page could do to a terminal. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.chars().forEach(c -> plain.append(Character.isISOControl(c) ? ' ' : (char) c));
    return plain.toString();
  }

  private String styled(String code, String text) {
    return colour ? code + text + "\u001B[0m" : text;
  }
}
