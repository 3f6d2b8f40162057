package org.fihris.explore;

import java.util.List;
import org.fihris.entity.Entity;
import org.fihris.entity.Likeness;

/**
 * Two entities of an index that are probably one person under two spellings.
 *
 * @param from the rarer one, which no table holds
 * @param into the one it is to be shown as
 * @param spelling the name of {@code into} that {@code from} is another spelling of
 * @param likeness how the two are spelt differently
 * @param articles those that name {@code from}
 * @param intoArticles those that name {@code into}
 * @param together those that name both
 * @param company how many other entities are named with both
 * @param share of what the rarer one is named with, the part that the other is named with too, each
 *     weighed by how little it would be so by chance; from 0 to 1
 * @param evidence the sum of these weights for what they share: how unlikely it is by chance, as a
 *     natural logarithm, if all were independent
 * @param nearest the most telling of the entities named with both, at most five
 */
public record AliasProposal(
    Entity from,
    Entity into,
    String spelling,
    Likeness likeness,
    int articles,
    int intoArticles,
    int together,
    int company,
    double share,
    double evidence,
    List<Entity> nearest) {

  /** The share over {@link Likeness#doubt}: what proposals are chosen and ordered by. */
  public double score() {
    return score(share, likeness);
  }

  static double score(double share, Likeness likeness) {
    return share / likeness.doubt();
  }
}
