/**
 * Trains the tagger of names: reads labelled text, makes a model of it by the trainers of OpenNLP,
 * and measures what it adds to tables and grammar. Who only uses a model does not need this package
 * nor OpenNLP, which is an optional dependency for that reason.
 *
 * <p>May import {@code config}, {@code entity}, Jackson and OpenNLP. A fault in a labelled text is
 * a {@link org.fihris.training.LabelledTextException} that names the file and the line.
 */
@NullMarked
package org.fihris.training;

import org.jspecify.annotations.NullMarked;
