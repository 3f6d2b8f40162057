/**
 * What an archive tells beyond hits: the pages of entities, what they are named with, what comes
 * and goes, the graph of who is named together.
 *
 * <p>An {@link org.fihris.explore.EntityExplorer} is taken from a searcher and closed with it.
 */
@NullMarked
package org.fihris.explore;

import org.jspecify.annotations.NullMarked;
