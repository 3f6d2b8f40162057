package org.fihris.explore;

import org.fihris.entity.Entity;

/**
 * An entity that stands in articles with another more often than chance would have it.
 *
 * @param together articles that name both
 * @param articles articles that name this one
 * @param lift the share of the other's articles that name this one, over the share of all articles
 *     that do
 * @param leastLift what the lift is at least, at 97.5 per cent, given how few the articles are;
 *     above 1
 * @param logLikelihood how unlikely that is to be chance (Dunning's statistic); above 10.8 once in
 *     a thousand times for entities that have nothing to do with each other
 */
public record RelatedEntity(
    Entity entity,
    long together,
    long articles,
    double lift,
    double leastLift,
    double logLikelihood) {}
