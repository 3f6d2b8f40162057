package org.fihris.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fihris.corpus.PageRecord.Field;
import org.junit.jupiter.api.Test;

class RecordBufferTest {
  private static final int MIB = 1 << 20;

  @Test
  void memoryStaysFlatHoweverLongALine() throws IOException {
    long length = 300L * MIB;
    RecordBuffer buffer = new RecordBuffer(MIB);
    buffer.open(new Endless((byte) 'x', length, "\nshort\n"), 0);

    assertThat(buffer.takeLine()).isTrue();
    assertThat(buffer.endRecord()).isFalse();
    assertThat(buffer.recordLength()).isEqualTo(length);
    assertThat(buffer.capacity()).isLessThan(2 * MIB);

    buffer.next();
    assertThat(buffer.takeLine()).isTrue();
    assertThat(buffer.endRecord()).isTrue();
    assertThat(new Decoding(null).record(buffer)).isEqualTo(new Decoding.Decoded.Text("short"));
    assertThat(buffer.recordLine()).isEqualTo(2);
    buffer.next();
    assertThat(buffer.takeLine()).isFalse();
  }

  @Test
  void aHugeLineIsOneFaultAndTheNextLineIsRead() {
    for (String name : List.of("a.jsonl", "a.jsonl.gz")) {
      InputStream in = new Endless((byte) 'x', 60L * MIB, "\n{\"id\":\"b\"}\n");
      List<String> ids = Read.values(Read.stream(name, in, ReadOptions.defaults()), Field.ID);
      assertThat(ids).hasSize(2).endsWith("b");
      assertThat(ids.getFirst()).contains(":1 ").contains("16 MiB").contains("--max-record-mb");
    }
  }

  @Test
  void aPageOverTheLimitIsNotReadToItsEnd() {
    Endless in = new Endless((byte) 'x', 300L * MIB, "");
    Unreadable fault = Read.onlyFault(Read.stream("a.txt", in, ReadOptions.defaults()));
    assertThat(fault.reason()).contains("16 MiB");
    assertThat(in.left()).isGreaterThan(250L * MIB);
  }

  @Test
  void aRecordOfJustTheLimitIsTaken() throws IOException {
    RecordBuffer buffer = new RecordBuffer(10);
    buffer.open(in("0123456789\n01234567890\n"), 0);
    buffer.takeLine();
    assertThat(buffer.endRecord()).isTrue();
    buffer.next();
    buffer.takeLine();
    assertThat(buffer.endRecord()).isFalse();
  }

  @Test
  void knowsLineColumnAndOffset() throws IOException {
    RecordBuffer buffer = new RecordBuffer(MIB);
    buffer.open(in("ab\n\n  cd"), 3);
    assertThat(buffer.skipTo('c')).isTrue();
    assertThat(buffer.line()).isEqualTo(3);
    assertThat(buffer.column()).isEqualTo(2);
    assertThat(buffer.offset()).isEqualTo(3 + 6);
    assertThat(buffer.startsWith("cd")).isTrue();
    assertThat(buffer.startsWith("cde")).isFalse();
    assertThat(buffer.skipTo('x')).isFalse();
    assertThat(buffer.peek()).isEqualTo(-1);
  }

  @Test
  void lookingAheadHidesAFailureUntilWhatCameBeforeIsUsed() {
    InputStream failing =
        new InputStream() {
          private int position;

          @Override
          public int read() throws IOException {
            String content = "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":";
            if (position == content.length()) {
              throw new IOException("the cable is out");
            }
            return content.charAt(position++);
          }
        };
    List<String> ids =
        Read.values(Read.stream("a.jsonl", failing, ReadOptions.defaults()), Field.ID);
    assertThat(ids).hasSize(3).startsWith("a", "b");
    assertThat(ids.get(2)).startsWith("a.jsonl:3 cannot be read: the cable is out");
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same byte over and over, then something else, made as it is read. */
  private static final class Endless extends InputStream {
    private final byte fill;
    private final byte[] tail;
    private long left;
    private int tailPosition;

    Endless(byte fill, long count, String tail) {
      this.fill = fill;
      this.left = count;
      this.tail = tail.getBytes(StandardCharsets.UTF_8);
    }

    long left() {
      return left;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (left > 0) {
        int given = (int) Math.min(length, left);
        java.util.Arrays.fill(bytes, from, from + given, fill);
        left -= given;
        return given;
      }
      int given = Math.min(length, tail.length - tailPosition);
      System.arraycopy(tail, tailPosition, bytes, from, given);
      tailPosition += given;
      return given == 0 ? -1 : given;
    }
  }
}
