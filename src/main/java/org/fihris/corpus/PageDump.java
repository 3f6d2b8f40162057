package org.fihris.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page as plain text without structure: headline, navigation, body and tail in one.
 *
 * @param url the address it was fetched from, where an archive says so
 * @param fetched when it was fetched, where an archive says so
 * @param text the whole text with its line ends
 */
public record PageDump(Origin origin, @Nullable String url, @Nullable Instant fetched, String text)
    implements RawPage {

  /** A page of which nothing else is known. */
  public PageDump(Origin origin, String text) {
    this(origin, null, null, text);
  }
}
