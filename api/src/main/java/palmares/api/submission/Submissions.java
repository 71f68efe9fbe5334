package palmares.api.submission;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Visible;
import palmares.api.identity.Caller;
import palmares.api.job.Cancellation;
import palmares.api.problem.Refused;
import palmares.contract.submission.SubmissionStatus;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.battle.PairingStore;
import palmares.db.budget.CostStore;
import palmares.db.event.Event;
import palmares.db.event.EventStore;
import palmares.db.job.QueueView;
import palmares.db.job.Run;
import palmares.db.job.RunState;
import palmares.db.job.RunStore;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.submission.ExampleScoreRow;
import palmares.db.submission.RunView;
import palmares.db.submission.SubmissionRow;
import palmares.db.submission.SubmissionStore;

/// Submissions after they were taken: followed by those who may, changed by those whose they are.
@Singleton
public class Submissions {

  private final Database database;
  private final Cancellation cancellation;
  private final SubmissionRetries retries;
  private final ProgressOfRuns progress;

  Submissions(
      Database database,
      Cancellation cancellation,
      SubmissionRetries retries,
      ProgressOfRuns progress) {
    this.database = database;
    this.cancellation = cancellation;
    this.retries = retries;
    this.progress = progress;
  }

  /// What came of a change.
  sealed interface Change {
    record Done(SubmissionStatus status) implements Change {}

    record NotFound() implements Change {}

    /// It may be followed by this person, not changed.
    record NotYours() implements Change {}

    /// What stands in the way, in words.
    record NotPossible(String why) implements Change {}
  }

  List<SubmissionRow> page(
      Caller.Person person, SubmissionStore.Filter filter, @Nullable Long before, int limit) {
    var rows =
        database.transact(tx ->
            SubmissionStore.page(
                tx,
                person.teams().stream().map(Caller.Team::id).toList(),
                person.isAdmin(),
                filter,
                before,
                limit));
    return rows.stream().map(row -> seen(person, row)).toList();
  }

  /// The submission, or null if there is none that this person may follow.
  public @Nullable SubmissionRow find(Caller.Person person, UUID id) {
    return database.transact(tx -> new Found(find(tx, person, id))).row();
  }

  private record Found(@Nullable SubmissionRow row) {}

  /// [#find(Caller.Person, UUID)] in a transaction at hand.
  public static @Nullable SubmissionRow find(Tx tx, Caller.Person person, UUID id) {
    var row = SubmissionStore.find(tx, id);
    return row != null && mayFollow(person, row) ? seen(person, row) : null;
  }

  public static boolean mayFollow(Caller.Person person, SubmissionRow row) {
    return isOwn(person, row) || isOrganised(person, row);
  }

  /// What a caller sees of a submission. Organisers follow an anonymous system without knowing
  /// whose it is: they may compete with it.
  public static SubmissionRow seen(Caller caller, SubmissionRow row) {
    return caller instanceof Caller.Person person && isOwn(person, row) ? row : row.seenByOthers();
  }

  private static boolean isOwn(Caller.Person person, SubmissionRow row) {
    return person.isAdmin() || person.isIn(row.team());
  }

  private static boolean isOrganised(Caller.Person person, SubmissionRow row) {
    return person.isAdmin() || person.isIn(row.organiser());
  }

  /// What a person who may follow a submission sees of its single examples: as much as the
  /// benchmark lets its submitters see, and everything if it is of their team.
  public static Visible sees(Caller.Person person, SubmissionRow row) {
    return isOrganised(person, row) ? Visible.GOLD : Visible.of(row.visible());
  }

  /// [#sees].
  ///
  /// @throws Refused if that is nothing
  public static Visible visible(Caller.Person person, SubmissionRow row) {
    var visible = sees(person, row);
    if (!visible.includes(Visible.SCORE)) {
      throw Refused.forbidden(
          "%s shows its submitters nothing of single examples.".formatted(row.benchmark()));
    }
    return visible;
  }

  SubmissionStatus status(SubmissionRow row) {
    return database.transact(tx -> status(tx, row));
  }

  private SubmissionStatus status(Tx tx, SubmissionRow row) {
    var run = run(tx, row.id());
    return StatusWords.status(
        row,
        run,
        new StatusWords.Work(
            RunStore.jobsByState(tx, run.id()),
            RunStore.failures(tx, run.id()),
            progress.of(tx, run),
            PairingStore.planned(tx, run.no()),
            QueueView.stages(tx, run.id()),
            run.state() == RunState.ACTIVE ? QueueView.line(tx, run.id()) : null,
            run.state() == RunState.ACTIVE ? RunView.missingOffers(tx, run.id()) : List.of(),
            run.state() == RunState.ACTIVE ? RunView.laterAttempt(tx, run.id()) : null,
            CostStore.ofSubmission(tx, row.id())));
  }

  private static Run run(Tx tx, UUID submission) {
    return Objects.requireNonNull(
        RunStore.newestOf(tx, submission), () -> "submission " + submission + " has no run");
  }

  static Run shown(Tx tx, UUID submission) {
    return Objects.requireNonNull(
        RunStore.shownOf(tx, submission), () -> "submission " + submission + " has no run");
  }

  /// @param after the number of the event that the page before ended with; 0 for the first
  List<Event> timeline(SubmissionRow row, int after, int limit) {
    return database.transact(tx -> EventStore.after(tx, row.id(), after, limit));
  }

  /// @param afterOrdinal and `afterEvaluator`: what the page before ended with; -1 for the first
  List<ExampleScoreRow> scores(
      SubmissionRow row,
      @Nullable String evaluator,
      int afterOrdinal,
      int afterEvaluator,
      int limit) {
    return database.transact(tx ->
        RunView.scores(
            tx,
            shown(tx, row.id()).no(),
            row.no(),
            evaluator,
            afterOrdinal,
            afterEvaluator,
            limit));
  }

  Change cancel(Caller.Person person, UUID id) {
    return change(
        person,
        id,
        row -> {
          var run = database.transact(tx -> run(tx, id));
          if (run.rescoreOf() != null) {
            return new Change.NotPossible(
                "The organiser has its responses evaluated again; it can be withdrawn.");
          }
          return cancellation.cancel(run.id()) || isCancelled(run.id())
              ? new Change.Done(status(row))
              : new Change.NotPossible("Its run has ended.");
        });
  }

  /// Then an answer was lost, and this is asked again.
  private boolean isCancelled(UUID run) {
    var state = database.transact(tx -> Objects.requireNonNull(RunStore.find(tx, run)).state());
    return state == RunState.CANCELLING || state == RunState.CANCELLED;
  }

  Change retry(Caller.Person person, UUID id, String trace) {
    return change(
        person,
        id,
        row ->
            retries
                .retry(person, row, trace)
                .<Change>map(Change.NotPossible::new)
                .orElseGet(() -> new Change.Done(status(row))));
  }

  /// Where it is withdrawn already, an answer was lost, or its run was not cancelled yet.
  Change withdraw(Caller.Person person, UUID id) {
    return change(
        person,
        id,
        row -> {
          var run =
              database.transact(tx -> {
                var newest = Objects.requireNonNull(RunStore.lockNewestOf(tx, id));
                if (SubmissionStore.withdraw(tx, id)) {
                  EventStore.append(tx, id, "withdrawn", Map.of("by", person.name()));
                  LeaderboardStore.want(tx, row.benchmarkVersion());
                }
                return newest;
              });
          cancellation.cancel(run.id());
          return new Change.Done(status(Objects.requireNonNull(find(person, id))));
        });
  }

  /// Chooses which submission stands for its system.
  Change choose(Caller.Person person, UUID id) {
    return change(
        person,
        id,
        row -> {
          if (!row.entryRule().equals("chosen")) {
            return new Change.NotPossible(
                "The leaderboards of %s %s show the %s submission of a system; nobody chooses."
                    .formatted(row.benchmark(), row.version(), row.entryRule()));
          }
          boolean chosen =
              database.transact(tx -> {
                RunStore.lockNewestOf(tx, id);
                if (SubmissionStore.isWithdrawn(tx, id)) {
                  return false;
                }
                SubmissionStore.choose(tx, id);
                EventStore.append(tx, id, "chosen", Map.of("by", person.name()));
                LeaderboardStore.want(tx, row.benchmarkVersion());
                return true;
              });
          return chosen
              ? new Change.Done(status(Objects.requireNonNull(find(person, id))))
              : new Change.NotPossible("It is withdrawn.");
        });
  }

  private Change change(Caller.Person person, UUID id, Function<SubmissionRow, Change> work) {
    var row = find(person, id);
    if (row == null) {
      return new Change.NotFound();
    }
    return isOwn(person, row) ? work.apply(row) : new Change.NotYours();
  }
}
