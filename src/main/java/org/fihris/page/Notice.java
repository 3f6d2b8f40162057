package org.fihris.page;

import org.jspecify.annotations.Nullable;

/**
 * Something the reader should know.
 *
 * @param text one sentence in the reader's language
 * @param detail what the engine says of it in English; null where the text says it all
 */
record Notice(String text, @Nullable String detail) {}
