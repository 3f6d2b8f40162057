/**
 * What a client and the nodes of a cluster say to each other: Lucene queries as trees of maps,
 * lists and scalars, automata as text, and the terms that a node is asked for. Each is written and
 * read here, so that both directions can be tested without a cluster.
 *
 * <p>May import Lucene. What cannot be said, or is not what this engine says, is a {@link
 * org.fihris.wire.WireException}; nothing that a stranger sends leads to another one.
 */
@NullMarked
package org.fihris.wire;

import org.jspecify.annotations.NullMarked;
