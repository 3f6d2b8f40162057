package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fihris.corpus.PageRecord.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingTest {
  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
  private static final String ARABIC = "قال الوزير إن الحكومة ستعلن اليوم عن الخطة الجديدة.";

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1256 | قال الوزير إن الحكومة ستعلن اليوم عن الخطة | read   | Arabic on Windows
          windows-1256 | أعلن الرئيس «اليوم» في بيان: «لا»، وقال؟     | read   | with quotes and marks
          windows-1256 | {"title":"عودة الهدوء إلى العاصمة"}         | read   | a line of JSON
          windows-1256 | Macron reçu à l'Élysée, a déclaré un élève | refuse | French in the same code page
          windows-1252 | Señor Çápek ÇÁ ÇÁ ÇÁ año mañana español    | refuse | Western European
          windows-1251 | Президент России Владимир Путин заявил     | refuse | Russian
          ISO-8859-6   | قال الوزير إن الحكومة ستعلن اليوم عن الخطة | read   | Arabic, other code page
          KOI8-R       | Президент России Владимир Путин заявил, что | refuse | Russian, older
          windows-1253 | Ο πρωθυπουργός δήλωσε ότι η κυβέρνηση θα   | refuse | Greek
          windows-1255 | ראש הממשלה אמר היום כי הממשלה תציג את       | refuse | Hebrew
          GBK          | 国家主席今天表示政府将于下周公布新的经济计划      | refuse | Chinese
          IBM864       | 12345 67890 ABC                           | read   | nothing but ASCII
          windows-1256 | لا                                         | refuse | too little to be sure
          """)
  void onlyPlainArabicIsReadWithOneByteALetter(
      String charset, String text, String verdict, String reason) {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    Decoding.Decoded decoded = new Decoding(null).decode(bytes, 0, bytes.length, 0);
    if (verdict.equals("read")) {
      assertThat(decoded).as(reason).isEqualTo(new Decoding.Decoded.Text(text));
    } else {
      assertThat(decoded).as(reason).isInstanceOf(Decoding.Decoded.Refused.class);
    }
  }

  @Test
  void damagedUtf8IsNotTakenForWindows1256() {
    byte[] bytes = ARABIC.repeat(20).getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < 40; cut++) {
      byte[] damaged = bytes.clone();
      damaged[cut] = (byte) 0xFF;
      Decoding.Decoded decoded = new Decoding(null).decode(damaged, 0, damaged.length, 0);
      assertThat(decoded).isInstanceOf(Decoding.Decoded.Refused.class);
    }
  }

  @Test
  void namesTheFirstByteThatIsWrong() {
    byte[] bytes = "12345é7890".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(new Decoding(null).decode(bytes, 2, 8, 102))
        .isEqualTo(
            new Decoding.Decoded.Refused(
                "holds a byte that is not UTF-8 (E9 at byte 105, counted from 0) and does not show"
                    + " what it is; save it as UTF-8"));
  }

  @Test
  void aReplacementCharacterThatWasThereBeforeStays() {
    assertThat(Read.text("a.txt", "أ\uFFFDب"))
        .containsExactly(new PageDump(new Origin("a.txt", 0), "أ\uFFFDب"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE,FFFE", "UTF-16BE,FEFF", "UTF-8,EFBBBF"})
  void aByteOrderMarkTellsTheEncoding(String charset, String mark) {
    String json = "{\"id\":\"1\",\"title\":\"" + ARABIC + "😀\"}\n{\"id\":\"2\"}\n";
    byte[] file = withMark(mark, json.repeat(2000).getBytes(Charset.forName(charset)));
    List<Reading> readings = Read.bytes("a.jsonl", file);
    assertThat(readings).hasSize(4000).allMatch(PageRecord.class::isInstance);
    assertThat(((PageRecord) readings.get(2222)).get(Field.TITLE)).isEqualTo(ARABIC + "😀");
    assertThat(((PageRecord) readings.get(0)).get(Field.ID)).isEqualTo("1");

    assertThat(Read.bytes("a.txt", withMark(mark, ARABIC.getBytes(Charset.forName(charset)))))
        .containsExactly(new PageDump(new Origin("a.txt", 0), ARABIC));
  }

  @Test
  void brokenUtf16IsToldAndWhatCameBeforeIsRead() {
    byte[] good = "{\"id\":\"1\"}\n".repeat(10_000).getBytes(StandardCharsets.UTF_16LE);
    byte[] file = withMark("FFFE", good, new byte[] {0x00, (byte) 0xDC, 0x41, 0x00});
    List<Reading> readings = Read.bytes("a.jsonl", file);
    assertThat(readings.getFirst()).isInstanceOf(PageRecord.class);
    assertThat(readings.getLast()).isInstanceOf(Unreadable.class);
    assertThat(((Unreadable) readings.getLast()).reason()).contains("UTF-16");
  }

  @Test
  void aBrokenByteAfterAByteOrderMarkIsCountedFromTheStartOfTheFile() {
    byte[] file = withMark("EFBBBF", new byte[] {'a', (byte) 0xFF});
    assertThat(Read.onlyFault(Read.bytes("a.txt", file)).reason()).contains("byte 4,");
  }

  @Test
  void windows1256IsReadInEveryFormat() {
    assertThat(Read.bytes("a.txt", ARABIC.getBytes(WINDOWS_1256)))
        .containsExactly(new PageDump(new Origin("a.txt", 0), ARABIC));
    assertThat(
            Read.values(
                Read.bytes("a.jsonl", ("{\"text\":\"" + ARABIC + "\"}").getBytes(WINDOWS_1256)),
                Field.TEXT))
        .containsExactly(ARABIC);
    assertThat(
            Read.values(
                Read.bytes(
                    "a.sgml", ("<DOC><TEXT>" + ARABIC + "</TEXT></DOC>").getBytes(WINDOWS_1256)),
                Field.TEXT))
        .containsExactly(ARABIC);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "00 41 42,zero byte first",
    "41 42 00 43,zero byte",
    "01 02 03 04 05 41,control characters"
  })
  void binaryDataIsRefused(String hex, String reason) {
    byte[] junk = java.util.HexFormat.ofDelimiter(" ").parseHex(hex);
    assertThat(Read.onlyFault(Read.bytes("a.txt", junk)).reason())
        .as(reason)
        .contains("binary data");
  }

  @Test
  void aStrayControlCharacterIsNoReasonToRefuseAPage() {
    assertThat(Read.text("a.txt", ARABIC + "\u0003" + ARABIC).getFirst())
        .isInstanceOf(PageDump.class);
  }

  private static byte[] withMark(String mark, byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(java.util.HexFormat.of().parseHex(mark));
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
