package palmares.launcher.rank;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.battle.Battles;

/// A CSV file of votes, read into battles in file order.
///
/// @param weight the column of weights; without one, a column `weight` if there is one
/// @param cluster the column that says which votes belong together; none by default
record VoteFile(Path path, Optional<String> weight, Optional<String> cluster) {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /// @throws CommandFailure naming the line and what was expected, if the file cannot be ranked
  Votes read() {
    if (!Files.isRegularFile(path)) {
      throw CommandFailure.badInput("no file of votes at " + path);
    }
    try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        var csv = csv(withoutMark(reader))) {
      return read(csv.iterator());
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    } catch (CsvParseException e) {
      var cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
      throw CommandFailure.badInput(path + " is not CSV: " + e.getMessage() + cause, e);
    }
  }

  private Votes read(Iterator<CsvRecord> records) {
    if (!records.hasNext()) {
      throw CommandFailure.badInput(
          path + " is empty; expected a header with the columns " + VoteFormat.all());
    }
    var rows = new VoteRows(path, VoteHeader.of(path, records.next(), weight, cluster));
    while (records.hasNext()) {
      rows.add(records.next());
    }
    return rows.votes();
  }

  private CommandFailure unreadable(Exception e) {
    return e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException
        ? CommandFailure.badInput(path + " is not UTF-8; expected CSV in UTF-8", e)
        : CommandFailure.badInput("cannot read " + path + ": " + e.getMessage(), e);
  }

  private static CsvReader<CsvRecord> csv(BufferedReader reader) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(reader);
  }

  private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /// What a file of votes holds.
  ///
  /// @param notes what its reader should know
  record Votes(Battles battles, List<String> notes) {}
}
