package org.fihris.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes web archives: the records of the tests, and as a program a large one of made-up pages to
 * measure with.
 *
 * <pre>java -cp target/test-classes org.fihris.corpus.WarcFile FILE.warc.gz PAGES</pre>
 */
final class WarcFile {
  private static final String WORDS =
      "قال الوزير إن الحكومة ستعلن اليوم عن الخطة الجديدة في بيان رسمي بعد اجتماع مجلس الوزراء الذي"
          + " عقد في العاصمة وأضاف أن المشروع يهدف إلى تحسين الخدمات العامة للمواطنين خلال السنوات"
          + " المقبلة وأكد المتحدث باسم الرئاسة أهمية التعاون بين الدول العربية لمواجهة التحديات"
          + " الاقتصادية وشهدت المدينة احتفالات كبيرة بحضور عدد من المسؤولين والخبراء وممثلي المنظمات";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /**
   * A record with the lines of its header, type first, and a block of which the length is given.
   */
  WarcFile record(String type, String url, String contentType, byte[] block) {
    return raw(header(type, url, contentType, block.length)).raw(block).raw("\r\n\r\n");
  }

  WarcFile record(String type, String url, String contentType, String block) {
    return record(type, url, contentType, block.getBytes(StandardCharsets.UTF_8));
  }

  /** The answer of a server with the lines of its header and its body. */
  WarcFile answer(String url, String http, byte[] body) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes((http.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    block.writeBytes(body);
    return record("response", url, "application/http; msgtype=response", block.toByteArray());
  }

  WarcFile page(String url, String html) {
    return answer(
        url,
        "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8",
        html.getBytes(StandardCharsets.UTF_8));
  }

  WarcFile raw(String text) {
    return raw(text.getBytes(StandardCharsets.UTF_8));
  }

  WarcFile raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  static String header(String type, String url, String contentType, long length) {
    return ("WARC/1.0\nWARC-Type: "
            + type
            + "\nWARC-Record-ID: <urn:uuid:1>\n"
            + "WARC-Date: 2020-03-01T10:20:30Z\nWARC-Target-URI: "
            + url
            + "\nContent-Type: "
            + contentType
            + "\nContent-Length: "
            + length
            + "\n\n")
        .replace("\n", "\r\n");
  }

  /** A page as large as real ones are, of 60 to 150 kilobytes with scripts, menus and lists. */
  static String largePage(int number, Random random) {
    String title = words(random, 8) + " " + number;
    StringBuilder html = new StringBuilder(1 << 17);
    html.append(
            "<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\">\n<title>")
        .append(title)
        .append(" | صحيفة المثال</title>\n<meta property=\"og:title\" content=\"")
        .append(title)
        .append(
            "\">\n<meta property=\"article:published_time\" content=\"2020-03-%02dT08:00:00+03:00\">\n"
                .formatted(1 + number % 28));
    script(html, random, 15_000 + random.nextInt(15_000));
    html.append("</head><body>\n<nav><ul>\n");
    links(html, random, 40 + random.nextInt(40));
    html.append("</ul></nav>\n<main><article><h1>").append(title).append("</h1>\n");
    html.append(
        "<div class=\"meta\"><span>كتب: محرر المثال</span> <time>الأحد 1 مارس 2020</time></div>\n");
    for (int i = 6 + random.nextInt(15); i > 0; i--) {
      html.append("<p>").append(words(random, 30 + random.nextInt(60))).append(".</p>\n");
    }
    html.append("</article><aside><ul>\n");
    links(html, random, 80 + random.nextInt(120));
    html.append("</ul></aside></main>\n<footer>جميع الحقوق محفوظة</footer>\n");
    script(html, random, 10_000 + random.nextInt(10_000));
    return html.append("</body></html>\n").toString();
  }

  private static void links(StringBuilder html, Random random, int count) {
    for (int i = 0; i < count; i++) {
      html.append("<li class=\"item item-")
          .append(i)
          .append("\" data-id=\"")
          .append(random.nextInt(1_000_000))
          .append("\"><a href=\"/news/")
          .append(random.nextInt(1_000_000))
          .append("\" title=\"\"><img src=\"/img/")
          .append(random.nextInt(1_000_000))
          .append(".jpg\" alt=\"\" width=\"120\" height=\"80\"> <span class=\"t\">")
          .append(words(random, 6 + random.nextInt(6)))
          .append("</span></a></li>\n");
    }
  }

  private static void script(StringBuilder html, Random random, int length) {
    int end = html.length() + length;
    html.append("<script>\n");
    while (html.length() < end) {
      html.append("var v")
          .append(random.nextInt(100_000))
          .append(" = {a: ")
          .append(random.nextLong())
          .append(", b: \"")
          .append(random.nextInt())
          .append("\"};\n");
    }
    html.append("</script>\n");
  }

  static String words(Random random, int count) {
    String[] all = WORDS.split(" ");
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(all[random.nextInt(all.length)]);
    }
    return words.toString();
  }

  public static void main(String[] arguments) throws IOException {
    int pages = Integer.parseInt(arguments[1]);
    Random random = new Random(7);
    try (OutputStream file = Files.newOutputStream(Path.of(arguments[0]))) {
      for (int i = 0; i < pages; i++) {
        String url = "https://news.example/" + i;
        WarcFile records =
            new WarcFile()
                .record(
                    "request", url, "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n")
                .page(url, largePage(i, random));
        file.write(Read.gzip(records.bytes())); // a member each two records
      }
    }
  }
}
