package org.fihris.cli;

import org.fihris.query.Reprints;
import picocli.CommandLine.Option;

/** Whether the prints of one report are one hit: for {@code search} and {@code facets}. */
final class ReprintsOption {

  /** What becomes of reprints, as the user names it. */
  enum Choice {
    collapsed,
    separate
  }

  @Option(
      names = "--reprints",
      defaultValue = "collapsed",
      description =
          "collapsed: the prints of one report are one hit, and facets count stories; separate:"
              + " every article is a hit; default ${DEFAULT-VALUE}.")
  private Choice choice = Choice.collapsed;

  /**
   * @param listed how many reprints each hit lists
   * @throws IllegalArgumentException if the number is out of its range
   */
  Reprints reprints(int listed) {
    return switch (choice) {
      case collapsed -> new Reprints.Collapsed(listed);
      case separate -> Reprints.SEPARATE;
    };
  }
}
