package org.fihris.explore;

/**
 * Which spellings are proposed to be one person.
 *
 * @param least the score they have at least ({@link AliasProposal#score}), above 0 and up to 1
 * @param limit how many at most, the surest first; from 0
 */
public record AliasRequest(double least, int limit) {

  /** With every difference in spelling the company has to be 4 per cent more the same. */
  public static final AliasRequest USUAL = new AliasRequest(0.04, Integer.MAX_VALUE);

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public AliasRequest {
    if (!(least > 0 && least <= 1) || limit < 0) {
      throw new IllegalArgumentException(
          "a score above 0 and up to 1 and a limit of at least 0 are wanted, not "
              + least
              + " and "
              + limit);
    }
  }

  public AliasRequest withLeast(double newLeast) {
    return new AliasRequest(newLeast, limit);
  }

  public AliasRequest withLimit(int newLimit) {
    return new AliasRequest(least, newLimit);
  }
}
