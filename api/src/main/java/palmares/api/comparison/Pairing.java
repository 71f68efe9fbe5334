package palmares.api.comparison;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkSpec;
import palmares.api.benchmark.Benchmarks;
import palmares.api.benchmark.ImportedVersions;
import palmares.api.benchmark.Visible;
import palmares.api.identity.Caller;
import palmares.api.page.Ids;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.api.submission.Submissions;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.job.RunStore;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.submission.ComparedView;
import palmares.db.submission.ComparedView.SharedEvaluator;
import palmares.db.submission.SubmissionRow;
import palmares.db.submission.SubmissionStore;

/// Finds the two submissions that a caller wants to compare, as far as the caller may see them.
@Singleton
final class Pairing {

  private final LeaderboardStore leaderboards = new LeaderboardStore();

  /// Two that the caller follows, or that stand on a leaderboard that the caller sees.
  ///
  /// @param evaluator `id@version`; the main metric if absent
  /// @throws Refused if one is not there for this caller, or they cannot be compared
  ComparedPair find(Tx tx, Caller caller, String left, String right, @Nullable String evaluator) {
    var one = visible(tx, caller, left);
    var other = visible(tx, caller, right);
    return pair(tx, one, other, evaluator, seen(caller, one, other));
  }

  /// Two that a person follows, to look at single examples.
  ///
  /// @throws Refused if one is not there for this person, they cannot be compared, or the benchmark
  ///   shows nothing of single examples
  ComparedPair follow(
      Tx tx, Caller.Person person, String left, String right, @Nullable String evaluator) {
    var one = followed(tx, person, left);
    var other = followed(tx, person, right);
    return pair(tx, one, other, evaluator, Submissions.visible(person, one));
  }

  private ComparedPair pair(
      Tx tx,
      SubmissionRow one,
      SubmissionRow other,
      @Nullable String evaluator,
      @Nullable Visible visible) {
    if (!one.benchmarkVersion().equals(other.benchmarkVersion())) {
      throw cannot(
          "Only submissions to the same version of a benchmark can be compared: %s %s and %s %s."
              .formatted(one.benchmark(), one.version(), other.benchmark(), other.version()));
    }
    var version = Objects.requireNonNull(BenchmarkStore.version(tx, one.benchmarkVersion()));
    if (!ImportedVersions.isMeasured(version)) {
      throw Refused.of(
          "measured-elsewhere",
          HttpStatus.CONFLICT,
          "%s %s was measured elsewhere: stored is only which of two responses somebody preferred, and no score of one response, so nothing can be paired here. What is claimed of both stands on the leaderboard."
              .formatted(one.benchmark(), one.version()));
    }
    var gold = leaderboards.goldRevision(tx, one.benchmarkVersion());
    var left = ended(tx, one, gold);
    var right = ended(tx, other, gold);
    var evaluators = ComparedView.evaluators(tx, left.run().id(), right.run().id());
    var spec = Json.read(version.spec(), BenchmarkSpec.class);
    return new ComparedPair(
        left, right, spec, evaluators, chosen(evaluators, evaluator, spec.mainMetric()), visible);
  }

  private static SubmissionRow followed(Tx tx, Caller.Person person, String id) {
    var row = Submissions.find(tx, person, Ids.parse("submission", id));
    if (row == null) {
      throw Refused.notFound("submission", id);
    }
    return row;
  }

  private SubmissionRow visible(Tx tx, Caller caller, String id) {
    var row = SubmissionStore.find(tx, Ids.parse("submission", id));
    if (row == null || !(isFollowed(caller, row) || stands(tx, caller, row))) {
      throw Refused.notFound("submission", id);
    }
    return Submissions.seen(caller, row);
  }

  private boolean stands(Tx tx, Caller caller, SubmissionRow row) {
    return leaderboards.stands(tx, row.benchmarkVersion(), row.id(), Benchmarks.teams(caller));
  }

  private static boolean isFollowed(Caller caller, SubmissionRow row) {
    return caller instanceof Caller.Person person && Submissions.mayFollow(person, row);
  }

  private static @Nullable Visible seen(Caller caller, SubmissionRow one, SubmissionRow other) {
    if (caller instanceof Caller.Person person
        && isFollowed(caller, one)
        && isFollowed(caller, other)) {
      var visible = Submissions.sees(person, one);
      return visible.includes(Visible.SCORE) ? visible : null;
    }
    return null;
  }

  private static ComparedPair.Side ended(Tx tx, SubmissionRow row, int gold) {
    var run = RunStore.endedOf(tx, row.id(), gold);
    if (run == null) {
      throw cannot(
          "The submission of %s cannot be compared yet: no evaluation of it has ended under revision %d of the gold."
              .formatted(row.system(), gold));
    }
    return new ComparedPair.Side(row, run);
  }

  private static SharedEvaluator chosen(
      List<SharedEvaluator> evaluators, @Nullable String wanted, String mainMetric) {
    if (evaluators.isEmpty()) {
      throw cannot("No evaluator has measured both submissions here.");
    }
    var key = wanted == null ? mainMetric : wanted;
    return evaluators.stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .or(() -> wanted == null ? evaluators.stream().findFirst() : Optional.empty())
        .orElseThrow(() ->
            Refused.badRequest(
                "evaluator must be one of %s: '%s'."
                    .formatted(
                        evaluators.stream().map(SharedEvaluator::key).toList(),
                        Problems.shown(key))));
  }

  private static Refused cannot(String why) {
    return Refused.because(HttpStatus.CONFLICT, why);
  }
}
