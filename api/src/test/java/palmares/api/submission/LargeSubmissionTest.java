package palmares.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;
import palmares.api.SmallApi;
import palmares.api.benchmark.Folders;

class LargeSubmissionTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final int EXAMPLES = 1_100;
  private static final int LARGEST_IN_ROW = 64 * 1024;
  private static final String NOISE = noise(2 * LARGEST_IN_ROW);

  @Test
  void aFileLargerThanTheHeapIsStoredWhole() throws Exception {
    Folders.publish(API.organiser("ada"), "large", EXAMPLES);
    var bob = API.member("bob");
    try (var small = SmallApi.start(API, "64m")) {
      var answer =
          bob.at(small.address())
              .send(
                  "POST",
                  "submissions?benchmark=large&system=verbose",
                  BodyPublishers.ofInputStream(LargeSubmissionTest::lines),
                  List.of("Content-Type", "application/jsonl"));

      assertThat(answer.status()).as(answer.text()).isEqualTo(202);
      assertThat(answer.at("responses")).isEqualTo(Integer.toString(EXAMPLES));
    }
    assertThat(API.column("select count(*) || ' ' || sum(chars) from response"))
        .containsExactly(
            EXAMPLES + " " + IntStream.range(0, EXAMPLES).mapToLong(i -> text(i).length()).sum());
    assertThat(API.column("select ordinal from response where text is null order by ordinal"))
        .containsExactly("0", "500", "1000");
    assertThat(API.column("select text from response where ordinal = 7")).containsExactly(text(7));
  }

  private static InputStream lines() {
    var lines =
        IntStream.range(0, EXAMPLES)
            .mapToObj(i -> "{\"id\":\"q%d\",\"text\":\"%s\"}\n".formatted(i + 1, text(i)))
            .map(line -> (InputStream) new ByteArrayInputStream(line.getBytes(UTF_8)))
            .iterator();
    return new SequenceInputStream(
        new Enumeration<InputStream>() {
          @Override
          public boolean hasMoreElements() {
            return lines.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return lines.next();
          }
        });
  }

  /// As long as a row takes, and every five hundredth a little longer.
  private static String text(int ordinal) {
    var length = LARGEST_IN_ROW + (ordinal % 500 == 0 ? 1 : 0);
    return NOISE.substring(ordinal, ordinal + length);
  }

  private static String noise(int length) {
    return new Random(7)
        .ints(length, 'a', 'z')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
