package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.fihris.corpus.PageRecord.Field;
import org.junit.jupiter.api.Test;

class ContentsTest {
  private static final ReadOptions DEFAULTS = ReadOptions.defaults();

  @Test
  void readsThroughEveryContainer() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("c/a.txt", utf8("a"));
    members.put("c/b.jsonl", utf8("{\"text\":\"b\"}\n{\"text\":\"c\"}\n"));
    members.put("c/README.md", utf8("<DOC><TEXT>sample</TEXT></DOC>"));
    members.put("c/LICENSE", utf8("words"));
    members.put("c/d.txt", utf8("<DOC><TEXT>d</TEXT></DOC>"));
    members.put("c/e.txt.gz", Read.gzip(utf8("e")));
    Map<String, byte[]> files =
        Map.of(
            "a.tar", tar(members),
            "a.tar.gz", Read.gzip(tar(members)),
            "a.tgz", Read.gzip(tar(members)),
            "a.zip", zip(members),
            "no-extension", Read.gzip(tar(members)));
    files.forEach(
        (name, bytes) ->
            assertThat(texts(name, bytes)).as(name).containsExactly("a", "b", "c", "d", "e"));
  }

  @Test
  void aMemberIsNamedAfterItsArchive() {
    byte[] file = Read.gzip(tar(Map.of("../x/b.jsonl", utf8("\n{\"text\":\"b\"}"))));
    assertThat(Read.bytes("d/a.tar.gz", file))
        .extracting(Reading::origin)
        .containsExactly(new Origin("d/a.tar.gz!x/b.jsonl", 2));
  }

  @Test
  void aCompressedFileKeepsItsName() {
    assertThat(Read.bytes("a.jsonl.gz", Read.gzip(utf8("{\"text\":\"b\"}"))))
        .extracting(Reading::origin)
        .containsExactly(new Origin("a.jsonl.gz", 1));
  }

  @Test
  void gzipFilesThatWereJoinedAreReadToTheEnd() {
    byte[] both =
        join(Read.gzip(utf8("{\"text\":\"a\"}\n")), Read.gzip(utf8("{\"text\":\"b\"}\n")));
    assertThat(texts("a.jsonl.gz", both)).containsExactly("a", "b");
  }

  @Test
  void aGzipThatEndsEarlyGivesWhatWasCompleteAndOneFault() {
    byte[] whole = Read.gzip(utf8(manyLines(20_000)));
    for (int length : new int[] {whole.length / 2, whole.length - 4}) {
      List<Reading> readings = Read.bytes("a.jsonl.gz", Arrays.copyOf(whole, length));
      long read = readings.stream().filter(PageRecord.class::isInstance).count();
      assertThat(read).isPositive().isEqualTo(readings.size() - 1);
      Unreadable fault = (Unreadable) readings.getLast();
      assertThat(fault.origin().line()).isEqualTo(read + 1);
      assertThat(fault.reason()).contains("ends early").contains("bytes of the file");
    }
  }

  @Test
  void aShortGzipThatEndsEarlyGivesWhatWasComplete() {
    byte[] whole = Read.gzip(utf8(manyLines(3)));
    List<Reading> readings = Read.bytes("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 12));
    assertThat(readings.getFirst()).isInstanceOf(PageRecord.class);
    assertThat(readings).filteredOn(Unreadable.class::isInstance).hasSize(1);
  }

  @Test
  void somethingElseBehindAGzipIsToldAfterItsContent() {
    byte[] gzip = Read.gzip(utf8("{\"text\":\"a\"}\n"));
    assertThat(texts("a.jsonl.gz", join(gzip, new byte[700]))).containsExactly("a");
    List<String> texts = texts("a.jsonl.gz", join(gzip, utf8("junk")));
    assertThat(texts).hasSize(2).startsWith("a");
    assertThat(texts.get(1)).contains("something that is not gzip");
  }

  @Test
  void aGzipWithAWrongByteIsTold() {
    byte[] gzip = Read.gzip(utf8(manyLines(1000)));
    gzip[gzip.length - 6] ^= 1;
    List<Reading> readings = Read.bytes("a.jsonl.gz", gzip);
    assertThat(readings).hasSize(1001);
    assertThat(((Unreadable) readings.getLast()).reason()).contains("checksum");
  }

  @Test
  void aGzipHeaderMayHoldANameAndMore() {
    byte[] plain = Read.gzip(utf8("a"));
    byte[] flags = {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 0};
    byte[] more = {3, 0, 'e', 'x', 't', 'n', 0, 'c', 0, 0, 0};
    byte[] file = join(join(flags, more), Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(texts("a.gz", file)).containsExactly("a");
  }

  @Test
  void aTarThatEndsEarlyGivesWhatWasCompleteAndOneFault() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      members.put("%02d.txt".formatted(i), utf8(manyLines(10).replace("{", i + " ")));
    }
    byte[] tar = tar(members);
    for (byte[] cut :
        List.of(
            Arrays.copyOf(tar, tar.length / 2 + 700),
            Arrays.copyOf(Read.gzip(tar), Read.gzip(tar).length / 2))) {
      List<Reading> readings = Read.bytes("a.tar", cut);
      assertThat(readings.size()).isBetween(10, 50);
      assertThat(readings.subList(0, readings.size() - 1)).allMatch(PageDump.class::isInstance);
      assertThat(readings.getLast()).isInstanceOf(Unreadable.class);
    }
  }

  @Test
  void damageInOneMemberCostsNoOther() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    byte[] packed = Read.gzip(utf8(manyLines(1000).replace("{", "")));
    members.put("a.txt", utf8("a"));
    members.put("b.txt.gz", Arrays.copyOf(packed, packed.length / 2));
    members.put("c.txt.gz", join(Arrays.copyOf(packed, 40), new byte[200]));
    members.put("d.txt", utf8("\0\0"));
    members.put("e.txt", new byte[0]);
    members.put("f.txt", utf8("f"));
    for (byte[] archive : List.of(tar(members), zip(members))) {
      List<String> texts = texts("x", archive);
      assertThat(texts).hasSize(6).startsWith("a").endsWith("f");
      assertThat(texts.get(1)).startsWith("x!b.txt.gz").contains("ends early");
      assertThat(texts.get(2)).startsWith("x!c.txt.gz");
      assertThat(texts.get(3)).startsWith("x!d.txt").contains("binary data");
      assertThat(texts.get(4)).startsWith("x!e.txt").contains("is empty");
    }
  }

  @Test
  void aBombIsLeftAndTheRunGoesOn() {
    // Blank lines look harmless to every other check.
    byte[] blank = new byte[40 << 20];
    Arrays.fill(blank, (byte) '\n');
    Map<String, byte[]> packed = new LinkedHashMap<>();
    packed.put("a.jsonl.gz", Read.gzip(blank));
    packed.put("b.txt", utf8("b"));
    Map<String, byte[]> plain = new LinkedHashMap<>();
    plain.put("a.jsonl", blank);
    plain.put("b.txt", utf8("b"));
    for (byte[] archive : List.of(tar(packed), zip(packed), zip(plain))) {
      List<String> texts = texts("x", archive);
      assertThat(texts).hasSize(2).endsWith("b");
      assertThat(texts.getFirst()).startsWith("x!a.jsonl").contains("400 times its size");
    }
  }

  @Test
  void aBombIsLeftWhateverFormatItIsIn() {
    byte[] large = new byte[40 << 20];
    Arrays.fill(large, (byte) ' ');
    Map<String, String> beginnings =
        Map.of(
            "a.html", "<html>",
            "a.csv", "title,text\na,\"",
            "a.rss", "<rss><item><title>",
            "a.warc", WarcFile.header("request", "x", "x/x", 1L << 40));
    beginnings.forEach(
        (name, beginning) -> {
          byte[] packed = Read.gzip(join(utf8(beginning), large));
          ReadOptions options = DEFAULTS.withMaxRecordBytes(64 << 20);
          List<Reading> readings =
              Read.stream(name + ".gz", new ByteArrayInputStream(packed), options);
          assertThat(Read.onlyFault(readings).reason()).as(name).contains("400 times its size");
        });
  }

  @Test
  void everyFormatIsReadOutOfAnArchive() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("a.html", utf8("<html>a"));
    members.put("b.csv", utf8("title,text\nx,b\n"));
    members.put("c.tsv.gz", Read.gzip(utf8("title\ttext\nx\tc\n")));
    members.put("d.xml", utf8("<rss><item><description>d</description></item></rss>"));
    members.put("e.warc.gz", Read.gzip(new WarcFile().page("https://x/", "<html>e").bytes()));
    for (byte[] archive : List.of(tar(members), zip(members), Read.gzip(tar(members)))) {
      assertThat(texts("x", archive)).containsExactly("<html>a", "b", "c", "d", "<html>e");
    }
  }

  @Test
  void theSizeOfWhatIsUnpackedIsLimited() {
    ReadOptions options = DEFAULTS.withMaxDecompressedBytes(100_000);
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("a.jsonl", utf8(manyLines(20_000)));
    members.put("b.txt", utf8("b"));
    for (byte[] archive : List.of(tar(members), zip(members), Read.gzip(tar(members)))) {
      List<Reading> readings = Read.stream("x", new ByteArrayInputStream(archive), options);
      assertThat(Read.values(readings, Field.TEXT)).endsWith("b");
      assertThat(readings).filteredOn(Unreadable.class::isInstance).hasSize(1);
      assertThat(((Unreadable) readings.get(readings.size() - 2)).reason())
          .contains("97.7 KiB")
          .contains("before this line was read");
    }
  }

  @Test
  void nestingIsLimited() {
    byte[] file = utf8("a");
    for (int i = 0; i < 6; i++) {
      file = zip(Map.of(i + (i == 0 ? ".txt" : ".zip"), file));
    }
    assertThat(texts("x.zip", file))
        .singleElement()
        .asString()
        .contains("inside too many archives")
        .startsWith("x.zip!5.zip!4.zip!3.zip!2.zip ");
  }

  @Test
  void linksAndDevicesInATarAreLeftAlone() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry link = new TarArchiveEntry("a.txt", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      tar.putArchiveEntry(new TarArchiveEntry("b.txt", TarConstants.LF_CHR));
      tar.closeArchiveEntry();
    }
    assertThat(Read.bytes("a.tar", out.toByteArray())).isEmpty();
  }

  @Test
  void tarsOfTheOldKindHaveNoMagic() {
    byte[] tar = tar(Map.of("a.txt", utf8("a")));
    Arrays.fill(tar, 257, 265, (byte) 0);
    Arrays.fill(tar, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i] & 0xFF;
    }
    byte[] checksum = utf8("%06o\0 ".formatted(sum));
    System.arraycopy(checksum, 0, tar, 148, checksum.length);
    assertThat(texts("no-extension", tar)).containsExactly("a");
  }

  @Test
  void anEncryptedMemberIsTold() {
    byte[] zip = zip(Map.of("a.txt", utf8("a")));
    zip[6] |= 1;
    List<String> texts = texts("a.zip", zip);
    assertThat(texts.getFirst()).startsWith("a.zip!a.txt").contains("encrypted");
    assertThat(texts.getLast()).startsWith("a.zip").contains("encrypted");
  }

  @Test
  void anArchiveWithoutFilesSaysSo() {
    assertThat(texts("a.zip", zip(Map.of())).getFirst()).contains("without files");
    assertThat(texts("a.gz", Read.gzip(new byte[0])).getFirst()).contains("is empty");
  }

  @Test
  void damagedArchivesAreTold() {
    Random random = new Random(1);
    for (String magic : List.of("\u001F\u008B\u0008", "PK\u0003\u0004")) {
      byte[] junk = new byte[2000];
      random.nextBytes(junk);
      byte[] head = magic.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(head, 0, junk, 0, head.length);
      assertThat(Read.onlyFault(Read.bytes("a", junk)).reason()).isNotBlank();
    }
  }

  private static List<String> texts(String name, byte[] file) {
    return Read.values(Read.bytes(name, file), Field.TEXT);
  }

  /** Lines that do not compress to nothing. */
  private static String manyLines(int count) {
    Random random = new Random(count);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("{\"text\":\"").append(random.nextLong()).append("\"}\n");
    }
    return lines.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static byte[] tar(Map<String, byte[]> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
        entry.setSize(member.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(member.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
