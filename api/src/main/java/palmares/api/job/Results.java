package palmares.api.job;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import palmares.db.Database;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.battle.PreferenceRow;
import palmares.db.battle.PreferenceStore;
import palmares.db.blob.BlobStore;
import palmares.db.evidence.EvidenceStore;
import palmares.db.evidence.GivenResponse;
import palmares.db.evidence.ResponseStore;
import palmares.db.evidence.ScoreRow;
import palmares.db.job.AttemptStore;
import palmares.db.job.Job;
import palmares.db.job.JobStore;
import palmares.db.job.Run;
import palmares.db.job.RunStore;

/// Takes batches of results in, under a token that is current. A batch that comes twice adds
/// nothing the second time, and must say the same; of what a later attempt says again, what a key
/// says first stays.
@Singleton
public final class Results {

  private final Database database;
  private final BlobStore blobs;

  Results(Database database, BlobStore blobs) {
    this.database = database;
    this.blobs = blobs;
  }

  /// What came of a batch.
  public sealed interface Stored {

    /// @param added rows that were not there before
    record Taken(int added) implements Stored {}

    record Superseded() implements Stored {}

    /// Another batch came under the same id.
    record Different() implements Stored {}

    /// An ordinal that is not of the shard.
    record Foreign(int ordinal, int first, int last) implements Stored {}
  }

  /// A batch that was read before it is known what the job gives.
  public interface Batch {

    /// Made by the worker: the same batch has the same id when it comes again.
    String id();

    /// Of what was sent.
    Sha256 digest();

    /// @throws RuntimeException if the lines are no scores
    List<ScoreRow> scores();

    /// @throws RuntimeException if the lines are no responses
    List<GivenResponse> responses();

    /// @throws RuntimeException if the lines are no preferences
    List<PreferenceRow> preferences();
  }

  public Stored store(UUID job, UUID token, Batch batch) {
    return database.transact(tx -> {
      var held = JobStore.lock(tx, job);
      if (held == null || !held.isHeldBy(token)) {
        return new Stored.Superseded();
      }
      var earlier = AttemptStore.batch(tx, token, batch.id());
      if (earlier != null) {
        return earlier.equals(batch.digest()) ? new Stored.Taken(0) : new Stored.Different();
      }
      var stored = store(tx, held, batch);
      if (stored instanceof Stored.Taken) {
        AttemptStore.addBatch(tx, token, batch.id(), batch.digest());
      }
      return stored;
    });
  }

  private Stored store(Tx tx, Job held, Batch batch) {
    var run = Objects.requireNonNull(RunStore.find(tx, held.run()));
    return switch (held.stage()) {
      case GENERATE -> responses(tx, held, run, batch.responses());
      case PAIR -> preferences(tx, held, run, batch.preferences());
      case SCORE, REWARD -> scores(tx, held, run, batch.scores());
      case IMPORT -> throw new IllegalStateException("an import has no jobs: " + held.id());
    };
  }

  private Stored responses(Tx tx, Job held, Run run, List<GivenResponse> responses) {
    for (var response : responses) {
      if (isForeign(held, response.ordinal())) {
        return foreign(held, response.ordinal());
      }
    }
    return new Stored.Taken(ResponseStore.store(tx, blobs, run.submissionNo(), responses));
  }

  private static Stored scores(Tx tx, Job held, Run run, List<ScoreRow> scores) {
    for (var score : scores) {
      if (isForeign(held, score.ordinal())) {
        return foreign(held, score.ordinal());
      }
    }
    int version = Objects.requireNonNull(held.evaluatorVersion());
    return new Stored.Taken(
        EvidenceStore.store(tx, held.stage(), run.no(), version, held.attempts(), scores));
  }

  private static Stored preferences(Tx tx, Job held, Run run, List<PreferenceRow> preferences) {
    for (var preference : preferences) {
      if (isForeign(held, preference.ordinal())) {
        return foreign(held, preference.ordinal());
      }
    }
    return new Stored.Taken(
        PreferenceStore.store(tx, PairJobs.pair(run, held), held.attempts(), preferences));
  }

  private static boolean isForeign(Job job, int ordinal) {
    return ordinal < job.firstOrdinal() || ordinal > job.lastOrdinal();
  }

  private static Stored foreign(Job job, int ordinal) {
    return new Stored.Foreign(ordinal, job.firstOrdinal(), job.lastOrdinal());
  }
}
