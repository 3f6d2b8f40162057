package org.fihris.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page in HTML, with what its archive knows of it.
 *
 * @param url the address it was fetched from, where an archive says so
 * @param fetched when it was fetched, where an archive says so
 * @param html the decoded page with its markup
 */
public record HtmlPage(Origin origin, @Nullable String url, @Nullable Instant fetched, String html)
    implements RawPage {}
