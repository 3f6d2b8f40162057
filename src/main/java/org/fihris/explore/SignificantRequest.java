package org.fihris.explore;

/**
 * Which significant words and entities of a set of articles are wanted.
 *
 * @param limit how many of either at most, from 0 to {@value #MOST}
 * @param sample how many of the articles are read for their words at most, from 1 to {@value
 *     #MOST_SAMPLE}; entities are counted in all of them
 * @param minStories how many stories among those read must have a word or an entity, from 1
 */
public record SignificantRequest(int limit, int sample, int minStories) {

  public static final int MOST = 1_000;
  public static final int MOST_SAMPLE = 20_000;

  /** The twenty strongest that three stories have, of a thousand articles. */
  public static final SignificantRequest USUAL = new SignificantRequest(20, 1_000, 3);

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SignificantRequest {
    if (limit < 0 || limit > MOST || sample < 1 || sample > MOST_SAMPLE || minStories < 1) {
      throw new IllegalArgumentException(
          "0 to %d terms, a sample of 1 to %d and at least 1 story are wanted, not %d, %d and %d"
              .formatted(MOST, MOST_SAMPLE, limit, sample, minStories));
    }
  }

  public SignificantRequest withLimit(int newLimit) {
    return new SignificantRequest(newLimit, sample, minStories);
  }

  public SignificantRequest withSample(int newSample) {
    return new SignificantRequest(limit, newSample, minStories);
  }

  public SignificantRequest withMinStories(int newMinStories) {
    return new SignificantRequest(limit, sample, newMinStories);
  }
}
