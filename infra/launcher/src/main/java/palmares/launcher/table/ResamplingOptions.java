package palmares.launcher.table;

import palmares.launcher.terminal.CommandFailure;
import picocli.CommandLine.Option;

/// How the interval of a statistic is found by resampling, as a part of the commands that do.
public final class ResamplingOptions {

  @Option(
      names = "--rounds",
      defaultValue = "1000",
      paramLabel = "N",
      description = "resamples for the interval; ${DEFAULT-VALUE} if not given")
  private int rounds;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "of all random draws; ${DEFAULT-VALUE} if not given")
  private long seed;

  @Option(
      names = "--level",
      defaultValue = "0.95",
      paramLabel = "P",
      description = "probability that the interval covers; ${DEFAULT-VALUE} if not given")
  private double level;

  /// @throws CommandFailure if there is less than one round
  public int rounds() {
    if (rounds < 1) {
      throw CommandFailure.badInput("--rounds must be 1 or more: " + rounds);
    }
    return rounds;
  }

  public long seed() {
    return seed;
  }

  /// @throws CommandFailure if it is not between 0 and 1
  public double level() {
    if (!(level > 0 && level < 1)) {
      throw CommandFailure.badInput("--level must be between 0 and 1: " + level);
    }
    return level;
  }
}
