package palmares.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import palmares.contract.benchmark.BenchmarkDetail;

/// How many submissions a benchmark still takes today, in words.
public final class QuotaWords {

  private QuotaWords() {}

  public static String of(BenchmarkDetail benchmark, Instant now) {
    var perDay = benchmark.quotaPerDay();
    var left = benchmark.quotaLeft();
    if (perDay == null) {
      return "as many as you like";
    }
    return left == null
        ? perDay + " a day"
        : left + " of " + perDay + " left today, all again " + untilMidnight(now);
  }

  // The day of the quota is that of UTC; how long it lasts is the same everywhere.
  private static String untilMidnight(Instant now) {
    var midnight =
        now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC);
    var left = Duration.between(now, midnight.toInstant());
    return left.toHours() > 0
        ? "in " + left.toHours() + " h"
        : "in " + Math.max(1, left.toMinutes()) + " min";
  }
}
