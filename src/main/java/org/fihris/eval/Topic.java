package org.fihris.eval;

/**
 * A query of an experiment.
 *
 * @param id what judgements and runs call it
 * @param text the query, in whatever syntax the experiment is run with
 */
public record Topic(String id, String text) {}
