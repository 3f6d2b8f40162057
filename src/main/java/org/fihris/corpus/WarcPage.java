package org.fihris.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.fihris.corpus.Decoding.Decoded;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.MediaType;

/**
 * Makes a page of the content of one record of a web archive.
 *
 * @param offset where in the unpacked archive the record begins
 * @param maxBytes a page that unpacks to more is refused
 */
record WarcPage(
    Origin origin, @Nullable String url, @Nullable Instant fetched, long offset, long maxBytes) {

  /** What came of a record. */
  sealed interface Taken {
    /** A page, or the fault that it has. */
    record Page(Reading reading) implements Taken {}

    /**
     * No page, nor meant to be one.
     *
     * @param why one of a few phrases, to be counted
     */
    record None(String why) implements Taken {}
  }

  private static final int SUCCESS = 200;

  static boolean isHtml(String contentType) {
    return contentType.equalsIgnoreCase("text/html")
        || contentType.equalsIgnoreCase("application/xhtml+xml");
  }

  /** The text that somebody extracted from a page. */
  Taken text(byte[] bytes, int from, int length) {
    return new Taken.Page(
        switch (new Decoding(null).decode(bytes, from, length, offset)) {
          case Decoded.Refused(String reason) -> fault("the text " + reason);
          case Decoded.Text(String text) ->
              text.isBlank()
                  ? fault("the text is empty")
                  : new PageDump(origin, url, fetched, text);
        });
  }

  /** A page as it is, without what a server said. */
  Taken html(byte[] bytes, int from, int length, @Nullable Charset header) {
    return new Taken.Page(
        switch (HtmlDecoding.decode(bytes, from, length, header, 0)) {
          case Decoded.Refused(String reason) -> fault("the page " + reason);
          case Decoded.Text(String text) ->
              text.isBlank()
                  ? fault("the page is empty")
                  : new HtmlPage(origin, url, fetched, text);
        });
  }

  /** The answer of a server. */
  Taken answer(byte[] bytes, int from, int length) {
    try {
      // The length of what was kept goes before what the server said of its answer.
      HttpResponse http =
          HttpResponse.parse(
              LengthedBody.create(
                  Channels.newChannel(InputStream.nullInputStream()),
                  ByteBuffer.wrap(bytes, from, length),
                  length));
      if (http.status() != SUCCESS) {
        return new Taken.None("response with a status other than 200");
      }
      MediaType type = http.contentType();
      if (!isHtml(type.base().toString())) {
        return new Taken.None("response that is no HTML");
      }
      byte[] body = body(http);
      if (body.length > maxBytes) {
        return new Taken.Page(
            fault("the page unpacks to more than " + ByteSize.of(maxBytes) + " and was left out"));
      }
      Charset charset = DeclaredCharset.named(type.parameters().get("charset"));
      return html(body, 0, body.length, charset);
    } catch (IOException | RuntimeException e) {
      // What jwarc throws on damaged data is not always an IOException.
      return new Taken.Page(
          fault(
              "the answer of the server in the record at byte %,d is damaged or cut (%s)"
                  .formatted(offset, e.getMessage())));
    }
  }

  /** The content as it was before the server packed it; a byte more than the limit at most. */
  private byte[] body(HttpResponse http) throws IOException {
    int most = (int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1);
    List<String> packings = http.headers().all("Content-Encoding");
    boolean gzip =
        packings.size() == 1
            && packings.getFirst().strip().toLowerCase(Locale.ROOT).contains("gzip");
    if (!gzip) {
      return http.bodyDecoded().stream().readNBytes(most);
    }
    // Many crawlers keep the header and store the page unpacked.
    PushbackInputStream in = new PushbackInputStream(http.body().stream(), 2);
    byte[] magic = in.readNBytes(2);
    in.unread(magic);
    boolean packed = magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
    if (!packed) {
      return in.readNBytes(most);
    }
    try (InputStream unpacked = new Gunzip(in)) {
      return unpacked.readNBytes(most);
    }
  }

  private Unreadable fault(String reason) {
    return new Unreadable(origin, reason);
  }
}
