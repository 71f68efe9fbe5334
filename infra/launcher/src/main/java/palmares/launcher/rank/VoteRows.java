package palmares.launcher.rank;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.List;
import palmares.launcher.terminal.CommandFailure;

/// Reads the rows of a file of votes, each checked against its header.
final class VoteRows {

  /// Counts are written out as single battles; more than this is a mistake in the file.
  private static final int MOST_BATTLES = 50_000_000;

  private final Path file;
  private final VoteHeader header;
  private final BattleSink sink;
  private long line;
  private long battles;

  VoteRows(Path file, VoteHeader header, BattleSink sink) {
    this.file = file;
    this.header = header;
    this.sink = sink;
  }

  /// @throws CommandFailure naming the line and what was expected
  void add(CsvRecord row) {
    line = row.getStartingLineNumber();
    if (row.getFieldCount() != header.size()) {
      throw wrong("%d fields; the header has %d".formatted(row.getFieldCount(), header.size()));
    }
    switch (header.format()) {
      case LEFT_RIGHT, MODELS -> battle(row, word(row), 1);
      case OUTCOMES -> battle(row, outcome(row), 1);
      case COUNTS -> {
        counted(row, 1, header.results()[0]);
        counted(row, 0, header.results()[1]);
      }
    }
  }

  /// What the reader of the file should know.
  List<String> notes() {
    return header.hints().isEmpty()
        ? List.of()
        : List.of(
            "votes may belong together by %s: --cluster COLUMN makes the interval respect it"
                .formatted(String.join(" or ", header.hints())));
  }

  private double word(CsvRecord row) {
    var word = row.getField(header.results()[0]).strip();
    return header
        .format()
        .outcome(word)
        .orElseThrow(
            () -> wrong("winner must be one of " + header.format().words() + ": '" + word + "'"));
  }

  private double outcome(CsvRecord row) {
    var outcome = number(row, header.results()[0], "outcome");
    if (!(outcome >= 0 && outcome <= 1)) {
      throw wrong("outcome must be from 0 to 1: '" + outcome + "'");
    }
    return outcome;
  }

  /// Whole counts are so many battles; any other count is the weight of one.
  private void counted(CsvRecord row, double outcome, int column) {
    var count = number(row, column, "a count");
    if (!(count >= 0) || Double.isInfinite(count)) {
      throw wrong("a count must be 0 or more: '" + row.getField(column) + "'");
    }
    if (count != Math.rint(count)) {
      battle(row, outcome, count);
    } else if (battles + count > MOST_BATTLES) {
      throw wrong("more than " + MOST_BATTLES + " battles in one file");
    } else {
      for (var k = 0; k < count; k++) {
        battle(row, outcome, 1);
      }
    }
  }

  private void battle(CsvRecord row, double outcome, double times) {
    var left = name(row, header.left(), header.format().left());
    var right = name(row, header.right(), header.format().right());
    var cluster = header.cluster() < 0 ? null : name(row, header.cluster(), "the cluster");
    try {
      sink.battle(line, left, right, outcome, times * weight(row), cluster);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("%s:%d: %s".formatted(file, line, e.getMessage()), e);
    }
    battles++;
  }

  private double weight(CsvRecord row) {
    if (header.weight() < 0) {
      return 1;
    }
    var weight = number(row, header.weight(), "a weight");
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw wrong(
          "a weight must be greater than 0 and finite: '" + row.getField(header.weight()) + "'");
    }
    return weight;
  }

  private String name(CsvRecord row, int column, String what) {
    var name = row.getField(column).strip();
    if (name.isEmpty()) {
      throw wrong(what + " is empty; expected a name");
    }
    return name;
  }

  private double number(CsvRecord row, int column, String what) {
    var text = row.getField(column).strip();
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw wrong(what + " must be a number: '" + text + "'");
    }
  }

  private CommandFailure wrong(String message) {
    return CommandFailure.badInput("%s:%d: %s".formatted(file, line, message));
  }
}
