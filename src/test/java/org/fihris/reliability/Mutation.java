package org.fihris.reliability;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes a new input of old ones, as fuzzers do: most of it stays what a reader expects. */
final class Mutation {
  private static final int MOST_BYTES = 20_000;

  /** What formats and languages here are made of. */
  private static final List<String> WORDS =
      List.of(
          "\0",
          "\uFEFF",
          "\u200F",
          "\u0640",
          "\u064B",
          "\uFFFD",
          "\n",
          "\r\n",
          "\t",
          "\"",
          "\\",
          "\\ud800",
          "{",
          "}",
          "[",
          "]",
          "<",
          ">",
          "</",
          "<!--",
          "<![CDATA[",
          "&#x",
          "&#1114112;",
          "<DOC>",
          "</DOC>",
          "<TEXT>",
          "\"text\":",
          "\"date\":",
          "null",
          "1e999",
          "-1",
          "9".repeat(30),
          "٢٠٢٥",
          "31 فبراير",
          "الخميس",
          "أمس",
          "1446هـ",
          "ـــ",
          "و",
          "ال",
          "بن",
          "(",
          ")",
          "*",
          "?",
          "~",
          "NEAR/3",
          "date:",
          "[2025 TO 2026]",
          "title:",
          "Content-Length: 99999999999\r\n",
          "WARC/1.1\r\n",
          "\u001F\u008B\u0008",
          "PK\u0003\u0004",
          "charset=utf-16",
          "# ",
          "version",
          "\u001F",
          "\uD83D\uDE00",
          "İ",
          "ﷺ",
          "a".repeat(3_000),
          "ا".repeat(3_000),
          "(".repeat(500));

  private final Random random;
  private final List<byte[]> seeds;

  Mutation(Random random, List<byte[]> seeds) {
    this.random = random;
    this.seeds = seeds;
  }

  byte[] next() {
    byte[] input = seed();
    for (int i = random.nextInt(6); i >= 0; i--) {
      input = changed(input);
    }
    return input.length > MOST_BYTES ? cut(input, 0, MOST_BYTES) : input;
  }

  private byte[] seed() {
    byte[] seed = seeds.get(random.nextInt(seeds.size()));
    if (seed.length <= MOST_BYTES / 2) {
      return seed;
    }
    return cut(seed, random.nextBoolean() ? 0 : random.nextInt(seed.length), MOST_BYTES / 2);
  }

  private byte[] changed(byte[] input) {
    int place = random.nextInt(input.length + 1);
    int length = 1 + random.nextInt(random.nextBoolean() ? 8 : 400);
    return switch (random.nextInt(7)) {
      case 0 -> joined(cut(input, 0, place), rest(input, place + length));
      case 1 -> joined(cut(input, 0, place), cut(input, place, length), rest(input, place));
      case 2, 3 -> joined(cut(input, 0, place), word(), rest(input, place));
      case 4 -> joined(cut(input, 0, place), word(), rest(input, place + length));
      case 5 -> {
        byte[] other = seed();
        yield joined(cut(input, 0, place), rest(other, random.nextInt(other.length + 1)));
      }
      default -> flipped(input, place);
    };
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flipped(byte[] input, int place) {
    byte[] flipped = input.clone();
    if (place < flipped.length) {
      flipped[place] =
          (byte)
              (random.nextBoolean() ? random.nextInt() : flipped[place] ^ 1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] cut(byte[] input, int from, int length) {
    int start = Math.min(from, input.length);
    byte[] cut = new byte[Math.min(length, input.length - start)];
    System.arraycopy(input, start, cut, 0, cut.length);
    return cut;
  }

  private static byte[] rest(byte[] input, int from) {
    return cut(input, from, Integer.MAX_VALUE);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
