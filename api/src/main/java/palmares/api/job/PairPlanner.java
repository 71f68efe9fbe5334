package palmares.api.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.battle.Contender;
import palmares.db.battle.MissedPairing;
import palmares.db.battle.PairingStore;
import palmares.db.battle.PairingStore.Opponent;
import palmares.db.job.Run;
import palmares.db.job.RunSpec.PairingPart;

/// Decides whom a run is compared with: the runs whose responses were ready before its own, as they
/// stand or may come to stand. Whoever becomes ready later decides about this one.
///
/// A submission that is being tried again is met twice, by the run that stands and by the one that
/// is to replace it: whichever of them ends, no pair is missed.
final class PairPlanner {

  private final Run run;
  private final Contender self;
  private final PairingPart pairing;
  private final String entryRule;
  private final Map<UUID, Long> newest = new HashMap<>();

  private PairPlanner(Run run, Contender self, PairingPart pairing, String entryRule) {
    this.run = run;
    this.self = self;
    this.pairing = pairing;
    this.entryRule = entryRule;
  }

  /// Takes the lock, lets later runs plan against this one, and freezes its opponents.
  ///
  /// @return the numbers of the runs that it meets
  static List<Long> opponents(Tx tx, Run run, int evaluator) {
    var version = run.spec().benchmarkVersion();
    PairingStore.hold(tx, version, evaluator);
    PairingStore.enter(tx, evaluator, run.no());
    var contenders = PairingStore.contenders(tx, version, evaluator);
    var self = contenders.stream().filter(each -> each.run() == run.no()).findAny().orElseThrow();
    var planner =
        new PairPlanner(
            run,
            self,
            Objects.requireNonNull(run.spec().pairing()),
            PairingStore.entryRule(tx, version));
    var opponents = planner.decide(contenders);
    PairingStore.freeze(tx, run.no(), evaluator, opponents);
    return opponents.stream()
        .filter(opponent -> opponent.skipped() == null)
        .map(Opponent::run)
        .toList();
  }

  private List<Opponent> decide(List<Contender> contenders) {
    var current =
        contenders.stream()
            .filter(this::isWanted)
            .collect(Collectors.groupingBy(Contender::submission))
            .values()
            .stream()
            .flatMap(runs -> current(runs).stream())
            .sorted(
                Comparator.comparing((Contender each) -> !each.baseline())
                    .thenComparing(Contender::run, Comparator.reverseOrder()))
            .toList();
    // What may still be cancelled takes no place from what stands: whom a run meets is frozen.
    current.stream()
        .filter(each -> each.isRanked() && refusal(each) == null)
        .forEach(each -> newest.merge(each.system(), each.submissionNo(), Math::max));
    var opponents = new ArrayList<Opponent>();
    int met = 0;
    for (var each : current) {
      var reason = reason(each);
      if (reason == null && ++met > pairing.most()) {
        reason = "the run meets " + pairing.most() + " others already";
      }
      opponents.add(new Opponent(each.run(), reason));
    }
    return opponents;
  }

  /// A system does not meet itself.
  private boolean isWanted(Contender other) {
    return !other.system().equals(self.system())
        && switch (pairing.opponents()) {
          case "all" -> true;
          case "baselines" -> self.baseline() || other.baseline();
          default -> isNamed(self) || isNamed(other);
        };
  }

  private boolean isNamed(Contender each) {
    return each.own() && pairing.systems().contains(each.name());
  }

  /// Of the runs of one submission under this gold, the one that stands and any that is to replace
  /// it; if there is none, the newest, which will say why it is not met.
  private List<Contender> current(List<Contender> runs) {
    var ours =
        runs.stream()
            .filter(each -> each.goldRevision() == run.spec().goldRevision())
            .filter(Contender::mayStand)
            .toList();
    var stands =
        ours.stream()
            .filter(Contender::isRanked)
            .mapToLong(Contender::run)
            .max()
            .orElse(Long.MIN_VALUE);
    return ours.isEmpty()
        ? List.of(runs.getLast())
        : ours.stream().filter(each -> each.run() >= stands).toList();
  }

  private @Nullable String reason(Contender other) {
    var refusal = refusal(other);
    if (refusal != null) {
      return refusal;
    }
    boolean superseded =
        entryRule.equals("latest")
            && other.submissionNo() < newest.getOrDefault(other.system(), other.submissionNo());
    return superseded ? "its system has a newer submission" : null;
  }

  /// Why it can come to stand on no board, whatever else its system has.
  private @Nullable String refusal(Contender other) {
    if (other.withdrawn()) {
      return "it is withdrawn";
    }
    if (other.leftOut()) {
      return MissedPairing.REASON;
    }
    if (other.goldRevision() != run.spec().goldRevision()) {
      return "it was judged under revision %d of the gold, and this run is under %d"
          .formatted(other.goldRevision(), run.spec().goldRevision());
    }
    if (!other.mayStand()) {
      return "its run is " + other.state();
    }
    return other.lacking() ? "some of its responses are lacking by our own fault" : null;
  }
}
