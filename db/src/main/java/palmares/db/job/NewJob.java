package palmares.db.job;

import org.jspecify.annotations.Nullable;

/// The work on one shard, about to be planned.
///
/// @param evaluatorVersion absent in the stage `generate`
/// @param against number of the run that is compared with, in the stage `pair`
public record NewJob(
    Stage stage,
    String capability,
    String offer,
    @Nullable Integer evaluatorVersion,
    @Nullable Long against,
    int firstOrdinal,
    int lastOrdinal) {

  public NewJob {
    if (firstOrdinal < 0 || lastOrdinal < firstOrdinal) {
      throw new IllegalArgumentException(
          "a shard must be a range from 0: %d..%d".formatted(firstOrdinal, lastOrdinal));
    }
    if ((stage == Stage.GENERATE) != (evaluatorVersion == null)) {
      throw new IllegalArgumentException(
          "a job of stage %s with evaluator version %s".formatted(stage, evaluatorVersion));
    }
    if ((stage == Stage.PAIR) != (against != null)) {
      throw new IllegalArgumentException(
          "a job of stage %s against run %s".formatted(stage, against));
    }
  }
}
