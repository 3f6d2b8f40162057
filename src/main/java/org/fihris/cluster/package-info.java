/**
 * An index on an OpenSearch cluster: its address, the connection, the mapping of its fields, and
 * how articles are written to it and read back.
 *
 * <p>{@link org.fihris.cluster.ClusterSearch} asks it for hits, counts and terms; what is made of
 * the answers is the business of {@code search}.
 *
 * <p>Whatever fails is one {@link org.fihris.index.IndexException}, as for an index in a folder: it
 * says what was asked of which node, and what to do. Passwords come from the environment and are in
 * no message. May import {@code config}, {@code text}, {@code article}, {@code entity}, {@code
 * index}, {@code query}, {@code facet}, {@code suggest}, {@code wire}, Lucene, Jackson and the
 * OpenSearch client, which is an optional dependency.
 */
@NullMarked
package org.fihris.cluster;

import org.jspecify.annotations.NullMarked;
