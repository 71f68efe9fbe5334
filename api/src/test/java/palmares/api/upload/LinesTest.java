package palmares.api.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void linesEndEitherWayAndBlankOnesAreCountedButPassedOver() throws IOException {
    assertThat(read("\ufeffone\r\n\r\n \t\nfour\nfive"))
        .containsExactly("1 one", "4 four", "5 five");
  }

  @Test
  void aLineMayHaveFourMebibytesAndNoMore() throws IOException {
    var line = "x".repeat(Lines.MAX_BYTES);

    assertThat(read(line + "\n" + line + "y\nz"))
        .containsExactly("1 " + line, "2 too long: 4194305", "3 z");
  }

  @Test
  void moreLinesThanAnybodyHasExamplesAreRefused() {
    var blank = new byte[Lines.MAX_LINES + 1];
    Arrays.fill(blank, (byte) '\n');

    assertThatThrownBy(() -> new Lines(new ByteArrayInputStream(blank)).next())
        .isInstanceOf(BadUpload.class)
        .hasMessage("is more than the 10000000 lines allowed");
  }

  private static List<String> read(String text) throws IOException {
    var lines = new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)));
    var read = new ArrayList<String>();
    for (var line = lines.next(); line != null; line = lines.next()) {
      read.add(
          switch (line) {
            case Line.Bytes(var number, var content) -> number + " " + new String(content, UTF_8);
            case Line.TooLong(var number, var length) -> number + " too long: " + length;
          });
    }
    return read;
  }
}
