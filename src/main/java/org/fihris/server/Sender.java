package org.fihris.server;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;

/** Sends answers over HTTP. */
final class Sender {
  private static final Header VARY = HeaderValues.create(HeaderNames.VARY, "Accept-Encoding");

  private Sender() {}

  static void send(Answer answer, ServerRequest request, ServerResponse response) {
    response.status(Status.create(answer.status()));
    response.header(HeaderNames.CACHE_CONTROL, answer.keeping().header);
    response.headers().add(VARY);
    if (answer.tag() != null) {
      response.header(HeaderNames.ETAG, answer.tag());
    }
    if (answer.retryAfterSeconds() > 0) {
      response.header(HeaderNames.RETRY_AFTER, String.valueOf(answer.retryAfterSeconds()));
    }
    if (answer.status() == Status.NOT_MODIFIED_304.code()) {
      response.send();
      return;
    }
    response.header(HeaderNames.CONTENT_TYPE, contentType(answer.mediaType()));
    Answer sent = takesGzip(request) ? answer.packed() : answer;
    if (sent.isPacked()) {
      response.header(HeaderNames.CONTENT_ENCODING, "gzip");
    }
    if (request.prologue().method().equals(Method.HEAD)) {
      response.header(HeaderNames.CONTENT_LENGTH, String.valueOf(sent.bytes().length));
      response.send();
    } else {
      response.send(sent.bytes());
    }
  }

  private static String contentType(String mediaType) {
    return mediaType.startsWith("text/") && !mediaType.contains("charset")
        ? mediaType + "; charset=utf-8"
        : mediaType;
  }

  /** Whether the client says that it can unpack gzip, and not that it would rather not. */
  static boolean takesGzip(ServerRequest request) {
    for (String value : request.headers().values(HeaderNames.ACCEPT_ENCODING)) {
      for (String coding : value.toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1)) {
        if (coding.equals("gzip")
            || coding.startsWith("gzip;") && !coding.matches(".*;q=0(\\.0*)?")) {
          return true;
        }
      }
    }
    return false;
  }
}
