package org.fihris.corpus;

import org.jspecify.annotations.Nullable;

/**
 * How the reading of a file ended.
 *
 * @param whole whether everything that the file holds came; false where it could not be opened,
 *     broke off in the middle, or was changed while it was read
 * @param hash SHA-256 of the file in hexadecimal digits; null where it was not read to its end
 */
public record Ending(boolean whole, @Nullable String hash) {}
