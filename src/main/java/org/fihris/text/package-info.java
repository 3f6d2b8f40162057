/**
 * Arabic text as such: folding tables, proclitics, script tests. Pure Java, imports the JDK only.
 *
 * <p>Everything here is a pure function of its argument: no state, safe for any thread, never
 * throws on any text.
 */
@NullMarked
package org.fihris.text;

import org.jspecify.annotations.NullMarked;
