package palmares.api.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/// Times as callers write them.
public final class Moments {

  private static final int LAST_YEAR = 9999;

  private Moments() {}

  /// Reads a time of the years 1 to 9999: an `Instant` also holds what no database can store.
  ///
  /// @throws DateTimeParseException if it is none
  public static Instant parse(String text) {
    var moment = Instant.parse(text);
    var year = moment.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1 || year > LAST_YEAR) {
      throw new DateTimeParseException("not of the years 1 to " + LAST_YEAR, text, 0);
    }
    return moment;
  }
}
