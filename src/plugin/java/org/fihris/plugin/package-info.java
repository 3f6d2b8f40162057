/**
 * The plugin for OpenSearch: on its nodes the analysis of articles, queries as a client of this
 * engine sends them, and lookups in the dictionaries of terms. Compiled by {@code mvn -Pcluster}
 * only, and packed with what it needs of the engine.
 *
 * <p>May import {@code wire}, {@code analysis}, {@code config}, {@code text}, Lucene and
 * OpenSearch. What is sent is read by {@code wire}, whose limits hold; a bad request is one clear
 * sentence and never harms a node.
 */
@NullMarked
package org.fihris.plugin;

import org.jspecify.annotations.NullMarked;
