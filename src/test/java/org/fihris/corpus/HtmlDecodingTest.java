package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.fihris.corpus.Decoding.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlDecodingTest {
  private static final String ARABIC =
      "قال الوزير إن الحكومة ستعلن اليوم عن الخطة الجديدة، ثم غادر";

  @ParameterizedTest(name = "{0} declared as {1}, {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          windows-1256 | -            | read   | it shows
          ISO-8859-6   | -            | read   | it shows
          windows-1256 | utf-8        | read   | a wrong declaration loses
          windows-1256 | iso-8859-6   | read   | a wrong declaration loses
          ISO-8859-6   | windows-1256 | read   | a wrong declaration loses
          UTF-8        | windows-1256 | read   | a wrong declaration loses
          windows-1256 | iso-8859-1   | read   | what servers say that say the same of all
          UTF-16LE     | utf-8        | read   | every second byte tells
          UTF-16BE     | -            | read   | every second byte tells
          other        | -            | refuse | letters in other places
          other        | windows-1256 | refuse | the same, said to be what it is not
          """)
  void theBytesDecide(String real, String declared, String verdict, String reason) {
    String meta =
        declared == null ? "" : "<meta http-equiv=x content='text/html; charset=" + declared + "'>";
    String html = "<html>" + meta + "<p>" + ARABIC + "</p></html>";
    byte[] bytes = real.equals("other") ? elsewhere(html) : html.getBytes(Charset.forName(real));
    Decoded decoded = HtmlDecoding.decode(bytes, 0, bytes.length, null, 0);
    if (verdict.equals("read")) {
      assertThat(decoded).as(reason).isEqualTo(new Decoded.Text(html));
    } else {
      assertThat(decoded).as(reason).isInstanceOf(Decoded.Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1256", "ISO-8859-6"})
  void aDeclarationSettlesWhatTheBytesLeaveOpen(String charset) {
    String html = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><p>من</p>";
    byte[] bytes = html.getBytes(Charset.forName(charset));
    assertThat(HtmlDecoding.decode(bytes, 0, bytes.length, null, 0))
        .isEqualTo(new Decoded.Text(html));
    byte[] bare = "<p>من</p>".getBytes(Charset.forName(charset));
    assertThat(HtmlDecoding.decode(bare, 0, bare.length, null, 0))
        .isInstanceOf(Decoded.Refused.class);
  }

  @Test
  void aLetterThatATemplateCutInTwoCostsNoPage() {
    byte[] text = ("<p>" + ARABIC.repeat(5) + "</p>").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.writeBytes("<meta name=description content='".getBytes(StandardCharsets.UTF_8));
    page.write(text, 3, 41); // ends in half a letter
    page.writeBytes("...'>".getBytes(StandardCharsets.UTF_8));
    page.writeBytes(text);
    Decoded decoded = HtmlDecoding.decode(page.toByteArray(), 0, page.size(), null, 0);
    assertThat(((Decoded.Text) decoded).text()).contains(ARABIC.repeat(5)).contains("\uFFFD...");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1256", "windows-1252"})
  void textThatWasGarbledBeforeIsRefused(String misread) {
    String garbled = new String(ARABIC.getBytes(StandardCharsets.UTF_8), Charset.forName(misread));
    byte[] bytes = garbled.getBytes(StandardCharsets.UTF_8);
    assertThat(HtmlDecoding.decode(bytes, 0, bytes.length, null, 0))
        .isInstanceOfSatisfying(
            Decoded.Refused.class, refused -> assertThat(refused.reason()).contains("garbled"));
  }

  @Test
  void aWesternPageIsReadAsItSaysIfItsWordsAreWords() {
    byte[] page = "<meta charset=iso-8859-1>déjà vu à côté".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(HtmlDecoding.decode(page, 0, page.length, null, 0))
        .isEqualTo(new Decoded.Text("<meta charset=iso-8859-1>déjà vu à côté"));
  }

  @Test
  void savedPagesKnowTheirAddress() {
    String note = "<!DOCTYPE html>\n<!-- saved from url=(0026)https://news.example/a/1 -->\n<html>";
    assertThat(Read.onlyPage(Read.text("a.html", note)).url())
        .isEqualTo("https://news.example/a/1");
    String mirror =
        "<html>\n<!-- Mirrored from news.example/a/1.html by HTTrack Website Copier/3.x -->";
    assertThat(Read.onlyPage(Read.text("a.html", mirror)).url())
        .isEqualTo("http://news.example/a/1.html");
    assertThat(Read.onlyPage(Read.text("a.html", "<html>")).url()).isNull();
  }

  /** A code page that nobody has heard of. */
  private static byte[] elsewhere(String html) {
    byte[] bytes = html.getBytes(Charset.forName("windows-1256"));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] < 0 ? (byte) (0x80 | (bytes[i] * 37 & 0x7F)) : bytes[i];
    }
    return bytes;
  }
}
