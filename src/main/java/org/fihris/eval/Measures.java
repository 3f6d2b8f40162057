package org.fihris.eval;

/**
 * How good a run is: means over the queries of the judgements, each from 0 to 1.
 *
 * @param queries how many queries the means are over
 * @param mrr10 mean reciprocal rank of the first relevant document among the first ten
 * @param ndcg10 normalised discounted cumulative gain of the first ten
 * @param map mean average precision over all that was found
 * @param recall100 share of the relevant documents among the first hundred
 */
public record Measures(int queries, double mrr10, double ndcg10, double map, double recall100) {}
