package palmares.launcher.table;

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
import palmares.launcher.terminal.CommandFailure;

/// A file of comma-separated values in UTF-8, with or without a byte order mark.
///
/// @param what the file holds, such as "file of votes"
public record CsvFile(Path path, String what) {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /// What is done with the records.
  public interface Reading {
    void read(Iterator<CsvRecord> records);
  }

  /// @throws CommandFailure if the file cannot be read, saying why
  public void read(Reading reading) {
    if (!Files.isRegularFile(path)) {
      throw CommandFailure.badInput("no " + what + " at " + path);
    }
    try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        var csv = csv(withoutMark(reader))) {
      reading.read(csv.iterator());
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    } catch (CsvParseException e) {
      var cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
      throw CommandFailure.badInput(path + " is not CSV: " + e.getMessage() + cause, e);
    }
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
}
