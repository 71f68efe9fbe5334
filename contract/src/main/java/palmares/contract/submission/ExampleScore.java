package palmares.contract.submission;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one evaluator says of one response, as far as the benchmark lets its submitters see.
///
/// @param value absent for a gap, which then has a cause
/// @param aspects the reason in parts, such as the checks of a checklist
/// @param leftOut why the leaderboards leave the example out; absent if it counts on them
@Serdeable
public record ExampleScore(
    String example,
    String evaluator,
    @Nullable Double value,
    @Nullable String cause,
    Map<String, Double> aspects,
    @Nullable String response,
    @Nullable String leftOut) {

  /// Characters of responses after which a page ends, however few rows it has.
  public static final int CHARS_IN_PAGE = 4 * 1024 * 1024;
}
