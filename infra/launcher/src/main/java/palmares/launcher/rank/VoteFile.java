package palmares.launcher.rank;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.CsvFile;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.battle.Battles;

/// A CSV file of votes, read into battles in file order.
public record VoteFile(Path path, VoteColumns columns) {

  private static final int MOST_MESSAGES = 100;

  /// The votes of a file.
  ///
  /// @throws CommandFailure naming the line and what was expected, if the file cannot be ranked
  public static Votes read(Path path, VoteColumns columns) {
    return new VoteFile(path, columns).read();
  }

  Votes read() {
    var collected = new Collected();
    var notes = new ArrayList<String>();
    read((Iterator<CsvRecord> records) -> {
      var rows = rows(records, collected);
      while (records.hasNext()) {
        rows.add(records.next());
      }
      notes.addAll(rows.notes());
    });
    return collected.votes(path, notes);
  }

  /// Hands every battle on.
  ///
  /// @throws CommandFailure naming every line that is wrong, up to a hundred
  void read(BattleSink sink) {
    var wrong = new ArrayList<String>();
    read((Iterator<CsvRecord> records) -> {
      var rows = rows(records, sink);
      while (records.hasNext() && wrong.size() < MOST_MESSAGES) {
        var row = records.next();
        try {
          rows.add(row);
        } catch (CommandFailure e) {
          wrong.add(e.getMessage());
        }
      }
    });
    if (!wrong.isEmpty()) {
      throw CommandFailure.badInput(String.join("\n", wrong));
    }
  }

  private void read(CsvFile.Reading reading) {
    new CsvFile(path, "file of votes").read(reading);
  }

  private VoteRows rows(Iterator<CsvRecord> records, BattleSink sink) {
    if (!records.hasNext()) {
      throw CommandFailure.badInput(
          path + " is empty; expected a header with the columns " + VoteFormat.all());
    }
    return new VoteRows(path, VoteHeader.of(path, records.next(), columns), sink);
  }

  /// What a file of votes holds.
  ///
  /// @param notes what its reader should know
  public record Votes(Battles battles, List<String> notes) {}

  /// Battles to be ranked here.
  private static final class Collected implements BattleSink {

    private final Battles.Builder builder = Battles.builder();
    private long battles;
    private boolean decided;

    @Override
    public void battle(
        long line,
        String left,
        String right,
        double outcome,
        double weight,
        @Nullable String cluster) {
      if (cluster == null) {
        builder.add(left, right, outcome, weight);
      } else {
        builder.add(left, right, outcome, weight, cluster);
      }
      battles++;
      decided |= outcome != 0.5;
    }

    private Votes votes(Path path, List<String> notes) {
      if (battles == 0) {
        throw CommandFailure.badInput(path + " has a header but no battles");
      }
      if (!decided) {
        throw CommandFailure.badInput(
            "%s: none of the %d battles is decisive, so there is nothing to rank by; expected at"
                    .formatted(path, battles)
                + " least one that is not a tie");
      }
      return new Votes(builder.build(), List.copyOf(notes));
    }
  }
}
