package palmares.api.leaderboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import palmares.contract.leaderboard.Board;

class RenderedBoardsTest {

  private final List<String> made = new ArrayList<>();

  @Test
  void whatIsPackedIsWhatIsPlain() throws IOException {
    var rendered = boards(1 << 20).of("tag", () -> board("a"));

    assertThat(new String(rendered.plain(), UTF_8)).contains("\"leaderboard\":\"a\"");
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(rendered.packed()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(rendered.plain());
    }
  }

  @Test
  void aTagIsRenderedOnce() {
    var boards = boards(1 << 20);

    var first = boards.of("tag", () -> board("a"));

    assertThat(boards.of("tag", () -> board("a"))).isSameAs(first);
    assertThat(made).containsExactly("a");
  }

  @Test
  void theOneReadLongestAgoMakesRoom() {
    // A little more than two of them: one letter packs better than another.
    var boards = boards(2 * boards(1 << 20).of("size", () -> board("a")).bytes() + 20);
    made.clear();
    boards.of("a", () -> board("a"));
    boards.of("b", () -> board("b"));
    boards.of("a", () -> board("a"));

    boards.of("c", () -> board("c"));
    boards.of("a", () -> board("a"));
    boards.of("b", () -> board("b"));

    assertThat(made).containsExactly("a", "b", "c", "b");
  }

  @Test
  void aBoardLargerThanAllRoomIsServedAndNotKept() {
    var boards = boards(1);

    assertThat(boards.of("tag", () -> board("a")).plain()).isNotEmpty();
    boards.of("tag", () -> board("a"));

    assertThat(made).containsExactly("a", "a");
  }

  private static RenderedBoards boards(long mostBytes) {
    return new RenderedBoards(JsonMapper.createDefault(), mostBytes);
  }

  private Board board(String id) {
    made.add(id);
    return new Board(
        id, "n", "t", "b", "1", null, 0, null, null, "mean", Map.of(), List.of(), List.of(),
        List.of(), null);
  }
}
