package palmares.launcher.rank;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.launcher.terminal.CommandFailure;

/// Files of votes as the lines in which a platform takes battles: one JSON object each, of
/// [palmares.contract.imported.BattleLine].
public final class VoteLines {

  private VoteLines() {}

  /// @throws CommandFailure naming every line that is wrong, up to a hundred
  public static void write(List<Path> files, VoteColumns columns, OutputStream out)
      throws IOException {
    try (var json = new JsonFactory().createGenerator(out)) {
      json.setRootValueSeparator(null);
      for (var file : files) {
        new VoteFile(file, columns)
            .read((line, left, right, outcome, times, group) ->
                write(json, new Battle(line, left, right, outcome, times, group)));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private record Battle(
      long line,
      String left,
      String right,
      double outcome,
      double weight,
      @Nullable String cluster) {}

  private static void write(JsonGenerator json, Battle battle) {
    try {
      json.writeStartObject();
      json.writeNumberField("line", battle.line());
      json.writeStringField("left", battle.left());
      json.writeStringField("right", battle.right());
      json.writeNumberField("outcome", battle.outcome());
      if (battle.weight() != 1) {
        json.writeNumberField("weight", battle.weight());
      }
      if (battle.cluster() != null) {
        json.writeStringField("cluster", battle.cluster());
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a battle", e);
    }
  }
}
