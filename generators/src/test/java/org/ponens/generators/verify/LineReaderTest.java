package org.ponens.generators.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  private static List<LineReader.Line> lines(byte[] bytes) throws IOException {
    List<LineReader.Line> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes))) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        lines.add(next.get());
      }
    }
    return lines;
  }

  private static LineReader.Line line(
      long number, long offset, long end, boolean terminated, String text) {
    return new LineReader.Line(number, offset, end, terminated, Optional.of(text));
  }

  @Test
  void next_tellsTextAndPlace() throws IOException {
    assertThat(lines("\uFEFFa\n\r\nb\u00e9\r\nc".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            line(1, 0, 5, true, "a"),
            line(2, 5, 7, true, ""),
            line(3, 7, 12, true, "b\u00e9"),
            line(4, 12, 13, false, "c"));
    assertThat(lines(new byte[0])).isEmpty();
    assertThat(lines(new byte[] {'a', (byte) 0xFF, '\n'}))
        .containsExactly(line(1, 0, 3, true, "a\uFFFD"));
  }

  @Test
  void next_goesOnBehindALineThatIsTooLong() throws IOException {
    byte[] bytes = new byte[2 * LineReader.LONGEST_LINE + 10];
    java.util.Arrays.fill(bytes, (byte) 'x');
    bytes[LineReader.LONGEST_LINE] = '\n';
    bytes[bytes.length - 2] = '\n';
    List<LineReader.Line> lines = lines(bytes);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).text().orElseThrow()).hasSize(LineReader.LONGEST_LINE);
    assertThat(lines.get(1).text()).isEmpty();
    assertThat(lines.get(2).text()).contains("x");
    assertThat(lines.get(2).number()).isEqualTo(3);
  }

  @Property(tries = 200, seed = "5")
  void next_readsTheSame_inWhateverPiecesTheBytesCome(
      @ForAll("texts") String text, @ForAll @CharRange(from = 1, to = 9) char piece)
      throws IOException {
    byte[] bytes = text.repeat(40).getBytes(StandardCharsets.UTF_8);
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, piece));
          }
        };
    List<LineReader.Line> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(slow)) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        lines.add(next.get());
      }
    }
    assertThat(lines).isEqualTo(lines(bytes));
    StringBuilder whole = new StringBuilder();
    for (LineReader.Line line : lines) {
      whole.append(
          new String(
              bytes,
              (int) line.offset(),
              (int) (line.end() - line.offset()),
              StandardCharsets.UTF_8));
    }
    assertThat(whole).hasToString(text.repeat(40));
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> texts() {
    return net.jqwik.api.Arbitraries.strings().withChars("ab\u00e9\n\r").ofMaxLength(30);
  }
}
