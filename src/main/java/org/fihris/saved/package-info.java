/**
 * Searches that are kept under a name, and told of what is new for them.
 *
 * <p>What is new is found by the search that everybody uses, in the commit that everybody sees;
 * there is no second way of matching.
 */
@NullMarked
package org.fihris.saved;

import org.jspecify.annotations.NullMarked;
