package org.fihris.entity;

/**
 * One word to train a tagger on.
 *
 * @param features what the tagger is told of it, as numbers of 64 bits
 * @param previous the number of the label of the word before, below {@link TaggerModel#LABELS}
 * @param label the number of its own label, below {@link TaggerModel#LABELS}
 */
public record TaggerExample(long[] features, int previous, int label) {}
