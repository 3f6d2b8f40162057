/**
 * Answers as JSON, in the shapes that {@code docs/json.md} documents: one way to write each thing,
 * for whoever prints it.
 *
 * <p>What is made here are maps and lists in the order in which they are to be written; offsets
 * count UTF-16 units of the text beside them, and nothing is escaped. Classes without state, for
 * any thread.
 */
@NullMarked
package org.fihris.json;

import org.jspecify.annotations.NullMarked;
