package org.fihris.explore;

import java.util.List;
import org.fihris.entity.Entity;

/**
 * What is far more frequent in some articles of an index than in all of them.
 *
 * @param articles how many articles there are
 * @param sampled how many of them were read for their words
 * @param words the surest first
 * @param entities the surest first
 */
public record Significant(
    long articles, int sampled, List<SignificantWord> words, List<SignificantEntity> entities) {

  /**
   * @param text as it is written most often in the articles that were read
   * @param stem the term it stands for, under which all its forms are counted
   * @param articles how many of those that were read have it in their text
   * @param all how many articles of the index have it there
   * @param lift its share of those read over its share of all
   * @param logLikelihood how unlikely that is to be chance (Dunning's statistic)
   */
  public record SignificantWord(
      String text, String stem, int articles, int all, double lift, double logLikelihood) {}

  /**
   * @param articles how many of the articles name it
   * @param all how many articles of the index name it
   * @param lift as that of a word
   * @param logLikelihood as that of a word
   */
  public record SignificantEntity(
      Entity entity, int articles, int all, double lift, double logLikelihood) {}

  public Significant {
    words = List.copyOf(words);
    entities = List.copyOf(entities);
  }
}
