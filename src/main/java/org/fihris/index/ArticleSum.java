package org.fihris.index;

/**
 * The sum of articles: equal for two indexes that hold the same articles under the same ids with
 * the same stories, in whatever order; different where they do not, but for a chance of one in
 * 2<sup>64</sup>.
 *
 * @param count how many articles
 * @param checksum sum of a hash of each
 */
public record ArticleSum(long count, long checksum) {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  public static final ArticleSum NONE = new ArticleSum(0, 0);

  /**
   * This and one more article.
   *
   * @param id fingerprint of its id
   * @param group the story that it tells
   */
  public ArticleSum and(long id, long fingerprint, String group) {
    long hash = mix(mix(mix(id) ^ fingerprint) ^ Fingerprint.of(group));
    return new ArticleSum(count + 1, checksum + hash);
  }

  private static long mix(long value) {
    long hash = value * MULTIPLIER;
    return (hash ^ (hash >>> 32)) * MULTIPLIER;
  }
}
