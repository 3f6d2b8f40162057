/**
 * Tests that stand outside the engine's packages, as an embedding program does: what they need, the
 * public interface has to give.
 */
@NullMarked
package org.fihris.apitests;

import org.jspecify.annotations.NullMarked;
