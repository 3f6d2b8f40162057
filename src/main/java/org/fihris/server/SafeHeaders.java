package org.fihris.server;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import java.util.List;

/** Headers by which a browser keeps to what is meant, whatever an article has in it. */
final class SafeHeaders {

  /** Only files of this server, and no script or style inside a page. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  static final List<Header> ALL =
      List.of(
          HeaderValues.createCached("Content-Security-Policy", CONTENT_SECURITY_POLICY),
          HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
          HeaderValues.createCached("Referrer-Policy", "same-origin"),
          HeaderValues.createCached("Cross-Origin-Opener-Policy", "same-origin"));

  private SafeHeaders() {}
}
