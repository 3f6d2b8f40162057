/**
 * Shows that nothing is lost when things fail ({@code docs/reliability.md}). Each suite has a short
 * form, which the build runs, and a long one.
 */
@NullMarked
package org.fihris.reliability;

import org.jspecify.annotations.NullMarked;
