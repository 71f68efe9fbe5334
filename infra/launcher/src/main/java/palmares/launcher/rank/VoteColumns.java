package palmares.launcher.rank;

import java.util.Optional;
import picocli.CommandLine.Option;

/// Which columns of a file of votes say more than who won, as a part of the commands that read one.
public final class VoteColumns {

  @Option(
      names = "--cluster",
      paramLabel = "COLUMN",
      description =
          "which votes belong together, such as question_id, judge or worker; none if not given")
  private Optional<String> cluster = Optional.empty();

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "the weights; the column weight if not given")
  private Optional<String> weight = Optional.empty();

  Optional<String> cluster() {
    return cluster;
  }

  Optional<String> weight() {
    return weight;
  }
}
