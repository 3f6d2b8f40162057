package org.fihris.reliability;

/** How much of a suite is run: the build is content with little, {@code docs/reliability.md}. */
public final class Scale {
  private Scale() {}

  /**
   * A number that the caller of Maven may give.
   *
   * @param name behind {@code reliability.}, as in {@code mvn test -Dreliability.faults=500}
   * @param usual what the build does with
   */
  public static int of(String name, int usual) {
    return Integer.getInteger("reliability." + name, usual);
  }

  /** Whether more is run than in the build, and somebody wants to see what happened. */
  public static boolean isLong() {
    return Boolean.getBoolean("reliability.long");
  }

  /** The first seed, so that one case can be run again. */
  public static int firstSeed() {
    return of("seed", 0);
  }
}
