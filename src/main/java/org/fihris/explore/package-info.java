/**
 * What an archive tells beyond hits: the pages of entities, what they are named with, what comes
 * and goes, the graph of who is named together.
 *
 * <p>What is asked of an index stands behind {@link org.fihris.explore.EntityCounts} and {@link
 * org.fihris.explore.ArticleChoice}, which one in a folder answers here and one on a cluster where
 * it is searched; what is made of the answers is one code.
 *
 * <p>An {@link org.fihris.explore.EntityExplorer} is taken from a searcher and closed with it.
 */
@NullMarked
package org.fihris.explore;

import org.jspecify.annotations.NullMarked;
