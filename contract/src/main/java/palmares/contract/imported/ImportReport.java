package palmares.contract.imported;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of an import: what was taken, what was left out and why.
///
/// @param id absent for a dry run
/// @param kind `alpaca-eval` or `battles`
/// @param newVersion whether the import made the benchmark version that it belongs to
/// @param repeated whether exactly this was imported before, so that nothing has changed
/// @param digest over what was sent and what was asked for, hex
/// @param rater who decided, as the files say
/// @param systems whose evidence it is; of preferences the system, then what it is compared with
/// @param examples of the benchmark version
/// @param rows read
/// @param taken rows that became evidence
/// @param skipped rows that did not, by reason
/// @param noticed what was taken, but should be known, by reason
/// @param leaderboards names of those it is ranked on
@Serdeable
public record ImportReport(
    @Nullable String id,
    String kind,
    String benchmark,
    String version,
    boolean newVersion,
    boolean repeated,
    String digest,
    String rater,
    List<String> systems,
    int examples,
    int rows,
    int taken,
    List<Reason> skipped,
    List<Reason> noticed,
    List<String> leaderboards) {

  /// @param rows how many there are
  /// @param firstLines the lines that the first of them begin in
  @Serdeable
  public record Reason(String reason, int rows, List<Integer> firstLines) {}

  /// The same, as the answer to exactly the same import again.
  public ImportReport again() {
    return new ImportReport(
        id,
        kind,
        benchmark,
        version,
        false,
        true,
        digest,
        rater,
        systems,
        examples,
        rows,
        taken,
        skipped,
        noticed,
        leaderboards);
  }
}
