package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.fihris.corpus.PageRecord.Field;

class ReaderProperties {
  private static final List<String> PIECES =
      List.of(
          "<DOC>",
          "</DOC>",
          "<DOC ",
          "<TITLE>",
          "</TITLE>",
          "<TEXT>",
          "</TEXT>",
          "<BODY>",
          "</BODY>",
          "<P>",
          "<br/>",
          "<",
          ">",
          "&",
          "&amp;",
          "&#x",
          ";",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          ":",
          ",",
          "\n",
          " ",
          "نص",
          "\"title\"",
          "1",
          "null",
          "\0",
          "\uFEFF",
          "\uFFFD",
          "/");

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(parts -> String.join("", parts));
  }

  @Property(tries = 1500)
  void nothingThatIsWrittenMakesAReaderThrow(@ForAll("pieces") String text, @ForAll Format format) {
    for (String start : List.of("", "<DOC>", "{", "[{")) {
      ReadOptions options = ReadOptions.defaults().withFormat(format).withMaxRecordBytes(60);
      for (Reading reading : Read.text("a", start + text, options)) {
        assertThat(reading.origin().file()).isEqualTo("a");
      }
    }
  }

  @Property(tries = 300)
  void noBytesMakeAReaderThrow(@ForAll byte[] bytes, @ForAll @IntRange(max = 7) int start) {
    String magic =
        List.of(
                "",
                "\u001F\u008B\u0008",
                "PK\u0003\u0004",
                "PK\u0005\u0006",
                "\u00FF\u00FE",
                "{\"",
                "<DOC>",
                "\u00EF\u00BB\u00BF")
            .get(start);
    byte[] file =
        (magic + new String(bytes, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Read.bytes("a", file)).isNotEmpty();
  }

  @Property(tries = 200)
  void howTheStreamDeliversItsBytesIsNoMatter(@ForAll("pieces") String text, @ForAll long seed) {
    for (String name : List.of("a.jsonl", "a.json", "a.sgml", "a.txt")) {
      String file = "[\n{\"id\":\"" + text.hashCode() + "\"},\n" + text;
      InputStream slow = new Dribble(file.getBytes(StandardCharsets.UTF_8), new Random(seed));
      assertThat(Read.stream(name, slow, ReadOptions.defaults())).isEqualTo(Read.text(name, file));
    }
  }

  @Property(tries = 200)
  void aGoodLineIsReadWhateverStandsInTheLinesAroundIt(
      @ForAll("pieces") String before, @ForAll("pieces") String after) {
    ReadOptions lines = ReadOptions.defaults().withFormat(Format.JSON);
    String good = "\n{\"id\":\"good\"}\n";
    String file = "{\"id\":\"first\"}\n" + before + good + after;
    assertThat(Read.values(Read.text("a.jsonl", file, lines), Field.ID)).contains("first", "good");
  }

  /** Gives a few bytes at a time. */
  private static final class Dribble extends ByteArrayInputStream {
    private final Random random;

    Dribble(byte[] bytes, Random random) {
      super(bytes);
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] bytes, int from, int length) {
      return super.read(bytes, from, Math.min(length, 1 + random.nextInt(3)));
    }
  }
}
