package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarcReaderTest {
  private static final String URL = "https://news.example/1";
  private static final String OK = "HTTP/1.1 200 OK\nContent-Type: text/html";
  private static final String PAGE =
      "<html><body>قال الوزير إن الحكومة ستعلن اليوم عن الخطة</body></html>";

  @Test
  void aPageComesWithItsAddressAndTheTimeItWasFetched() {
    assertThat(Read.onlyPage(Read.bytes("a.warc", new WarcFile().page(URL, PAGE).bytes())))
        .isEqualTo(
            new HtmlPage(
                new Origin("a.warc!" + URL, 0), URL, Instant.parse("2020-03-01T10:20:30Z"), PAGE));
  }

  @Test
  void everyRecordMayBeAGzipMemberOfItsOwn() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < 5; i++) {
      file.writeBytes(Read.gzip(new WarcFile().page(URL + i, PAGE).bytes()));
    }
    assertThat(Read.bytes("a.warc.gz", file.toByteArray()))
        .hasSize(5)
        .allMatch(HtmlPage.class::isInstance);
  }

  @Test
  void recordsThatAreNoPagesAreCountedByKind() {
    WarcFile file =
        new WarcFile()
            .record("warcinfo", "x", "application/warc-fields", "software: x\r\n")
            .record("request", URL, "application/http", "GET / HTTP/1.1\r\n\r\n")
            .page(URL, PAGE)
            .record("revisit", URL, "application/http", "HTTP/1.1 200 OK\r\n\r\n")
            .record("metadata", URL, "application/warc-fields", "a: b\r\n")
            .answer(URL + "2", "HTTP/1.1 404 Not Found\nContent-Type: text/html", new byte[9])
            .answer(URL + "3", "HTTP/1.1 200 OK\nContent-Type: image/png", new byte[9])
            .record("conversion", URL, "text/plain", "نص")
            .record("resource", URL + "4", "text/html", PAGE);
    Skipped skipped = new Skipped();
    List<Reading> readings = new ArrayList<>();
    new Contents(ReadOptions.defaults(), skipped, readings::add)
        .read(
            Contents.Item.file("a.warc", true), new Layer(new ByteArrayInputStream(file.bytes())));
    assertThat(readings).hasSize(2).allMatch(HtmlPage.class::isInstance);
    assertThat(skipped.records())
        .containsEntry("response with a status other than 200", 1L)
        .containsEntry("response that is no HTML", 1L)
        .containsEntry("conversion", 1L)
        .hasSize(7);
  }

  @Test
  void anArchiveWithoutPagesSaysSo() {
    WarcFile file = new WarcFile().record("request", URL, "application/http", "GET /\r\n\r\n");
    assertThat(Read.onlyFault(Read.bytes("a.warc", file.bytes())).reason())
        .contains("no page among its 1 records");
  }

  @Test
  void textsOfAWetFileComeWithTheirAddress() {
    WarcFile file =
        new WarcFile()
            .record("warcinfo", "x", "application/warc-fields", "software: x\r\n")
            .record("conversion", URL, "text/plain", "عنوان\nنص الخبر");
    assertThat(Read.bytes("a.warc.wet.gz", Read.gzip(file.bytes())))
        .containsExactly(
            new PageDump(
                new Origin("a.warc.wet.gz!" + URL, 0),
                URL,
                Instant.parse("2020-03-01T10:20:30Z"),
                "عنوان\nنص الخبر"));
  }

  @Test
  void theUserSaysWhichOfBothIsWanted() {
    byte[] file =
        new WarcFile().page(URL, PAGE).record("conversion", URL, "text/plain", "نص").bytes();
    for (Format format : List.of(Format.WARC, Format.WET)) {
      assertThat(
              Read.stream(
                  "a", new ByteArrayInputStream(file), ReadOptions.defaults().withFormat(format)))
          .singleElement()
          .isInstanceOf(format == Format.WARC ? HtmlPage.class : PageDump.class);
    }
  }

  @Test
  void whatAServerPackedIsUnpacked() {
    byte[] plain = PAGE.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.writeBytes("%x\r\n".formatted(plain.length).getBytes(StandardCharsets.US_ASCII));
    chunks.writeBytes(plain);
    chunks.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    WarcFile file =
        new WarcFile()
            .answer(URL, OK + "\nContent-Encoding: gzip", Read.gzip(plain))
            .answer(URL, OK + "\nContent-Encoding: gzip", plain)
            .answer(URL, OK + "\nTransfer-Encoding: chunked", chunks.toByteArray())
            .answer(URL, OK + "\nTransfer-Encoding: chunked", plain);
    assertThat(Read.bytes("a.warc", file.bytes()))
        .hasSize(4)
        .allSatisfy(reading -> assertThat(((HtmlPage) reading).html()).isEqualTo(PAGE));
  }

  @Test
  void aPageThatUnpacksToTooMuchIsLeftOut() {
    WarcFile file =
        new WarcFile()
            .answer(URL, OK + "\nContent-Encoding: gzip", Read.gzip(new byte[20 << 20]))
            .page(URL, PAGE);
    List<Reading> readings = Read.bytes("a.warc", file.bytes());
    assertThat(((Unreadable) readings.getFirst()).reason()).contains("16 MiB");
    assertThat(readings.getLast()).isInstanceOf(HtmlPage.class);
  }

  @Test
  void aRecordOverTheLimitIsLeftOutAndReadingGoesOn() {
    byte[] large = new byte[17 << 20];
    Arrays.fill(large, (byte) 'x');
    List<Reading> readings =
        Read.bytes("a.warc", new WarcFile().answer(URL, OK, large).page(URL, PAGE).bytes());
    assertThat(readings).hasSize(2);
    assertThat(((Unreadable) readings.getFirst()).reason()).contains("--max-record-mb");
    assertThat(readings.getLast()).isInstanceOf(HtmlPage.class);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WARC/1.0#WARC-Type: response##                    | no length
          WARC/1.0#WARC-Type: response#Content-Length: x##  | a length that is no number
          WARC/1.0#WARC-Type: response#Content-Length: -5## | a length below zero
          WARC/1.0#Content-Length: 10##only nine            | a length too great by little
          lost words#and more#                              | what is no record
          """)
  void aBrokenRecordIsToldWithItsPlaceAndCostsNoOther(String broken, String reason) {
    byte[] file =
        new WarcFile()
            .page(URL, PAGE)
            .raw(broken.replace("#", "\r\n") + "\r\n\r\n")
            .page(URL + "b", PAGE)
            .page(URL + "c", PAGE)
            .bytes();
    List<Reading> readings = Read.bytes("a.warc", file);
    assertThat(readings.stream().filter(HtmlPage.class::isInstance).count())
        .as(reason)
        .isGreaterThanOrEqualTo(2);
    assertThat(readings.getLast()).isInstanceOf(HtmlPage.class);
    assertThat(readings)
        .filteredOn(Unreadable.class::isInstance)
        .allSatisfy(r -> assertThat(((Unreadable) r).reason()).contains("byte "));
  }

  @Test
  void aFileThatEndsInARecordGivesWhatWasComplete() {
    byte[] file = new WarcFile().page(URL, PAGE).page(URL + "b", PAGE).bytes();
    List<Reading> readings = Read.bytes("a.warc", Arrays.copyOf(file, file.length - 60));
    assertThat(readings).hasSize(2);
    assertThat(readings.getLast().origin()).isEqualTo(new Origin("a.warc!" + URL + "b", 0));
    assertThat(((Unreadable) readings.getLast()).reason()).contains("middle of this record");
  }

  @Test
  void anAddressCannotDriveATerminal() {
    byte[] file = new WarcFile().page("https://x/\u202Eb", PAGE).bytes();
    assertThat(Read.bytes("a.warc", file).getFirst().origin().file()).endsWith("https://x/\uFFFDb");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1256,windows-1256,",
    "windows-1256,utf-8,",
    "windows-1256,,utf-8",
    "ISO-8859-6,windows-1256,",
    "UTF-8,windows-1256,iso-8859-6",
    "UTF-16LE,,",
    "UTF-16BE,utf-8,"
  })
  void theBytesDecideWhatAPageIsIn(String real, String header, String meta) {
    String html =
        PAGE.replace("<body>", meta == null ? "<body>" : "<meta charset=" + meta + "><body>");
    String type = header == null ? "" : "; charset=" + header;
    byte[] file =
        new WarcFile().answer(URL, OK + type, html.getBytes(Charset.forName(real))).bytes();
    assertThat(Read.onlyPage(Read.bytes("a.warc", file)).html()).isEqualTo(html);
  }

  @Test
  void aLargePageIsAsLargeAsRealOnes() {
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      int length = WarcFile.largePage(i, random).getBytes(StandardCharsets.UTF_8).length;
      assertThat(length).isBetween(60_000, 150_000);
    }
  }

  @Test
  void noDamageMakesItThrow() {
    Random random = new Random(3);
    byte[] whole =
        new WarcFile()
            .page(URL, PAGE)
            .answer(
                URL,
                OK + "\nContent-Encoding: gzip",
                Read.gzip(PAGE.getBytes(StandardCharsets.UTF_8)))
            .page(URL, PAGE)
            .bytes();
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = whole.clone();
      for (int k = random.nextInt(6); k >= 0; k--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(Read.bytes("a.warc", damaged)).isNotEmpty();
    }
  }
}
