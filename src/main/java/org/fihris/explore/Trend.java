package org.fihris.explore;

import org.fihris.entity.Entity;

/**
 * An entity whose share of the articles is another in a later period than in an earlier one.
 *
 * @param earlier articles of the earlier period that name it
 * @param later articles of the later period that name it
 * @param earlierShare their share of that period's articles, 0 to 1
 * @param laterShare likewise
 * @param logLikelihood how unlikely the difference is to be chance (Dunning's statistic), positive
 *     for one that rises and negative for one that falls
 */
public record Trend(
    Entity entity,
    long earlier,
    long later,
    double earlierShare,
    double laterShare,
    double logLikelihood) {}
