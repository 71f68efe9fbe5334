package palmares.launcher.rank;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import palmares.launcher.table.CsvTable;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.battle.StyledBattles;

/// The counts of style in a file of votes: for each feature NAME the columns `NAME_a`, of the
/// system named first, and `NAME_b`.
record StyleFile(Path path, List<String> features) {

  /// @param votes what the same file says of who won
  /// @throws CommandFailure naming the line and what was expected
  StyledBattles read(VoteFile.Votes votes) {
    var table = CsvTable.read(path, "file of votes");
    // A line of counts is several battles, and two such mistakes could even out below.
    if (VoteFormat.of(Set.copyOf(table.header())).equals(Optional.of(VoteFormat.COUNTS))) {
      throw CommandFailure.badInput(
          path + ": style-control needs one battle a line, not counts of wins");
    }
    if (table.rows().size() != votes.battles().size()) {
      throw CommandFailure.badInput(
          "%s: style-control needs one battle a line; %d lines hold %d battles"
              .formatted(path, table.rows().size(), votes.battles().size()));
    }
    try {
      return new StyledBattles(votes.battles(), features, counts(table, "_a"), counts(table, "_b"));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("%s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private double[][] counts(CsvTable table, String side) {
    return features.stream()
        .map(feature -> {
          var column = table.column(feature + side);
          return table.rows().stream().mapToDouble(row -> table.required(row, column)).toArray();
        })
        .toArray(double[][]::new);
  }
}
