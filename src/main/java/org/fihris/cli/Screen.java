package org.fihris.cli;

import java.io.PrintWriter;
import java.util.List;
import org.fihris.search.Snippet;
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

  /** A snippet with its marks shown: by colour on a terminal, by brackets elsewhere. */
  String marked(Snippet snippet) {
    return FSI + marked(snippet.text(), snippet.marks()) + PDI;
  }

  private String marked(String text, List<Snippet.Mark> marks) {
    StringBuilder shown = new StringBuilder();
    int at = 0;
    for (Snippet.Mark mark : marks) {
      shown.append(plain(text.substring(at, mark.start())));
      String word = plain(text.substring(mark.start(), mark.end()));
      // Ends the colour alone, since what stands around it may be bold.
      shown.append(colour ? "\u001B[33m" + word + "\u001B[39m" : "[" + word + "]");
      at = mark.end();
    }
    return shown.append(plain(text.substring(at))).toString();
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
