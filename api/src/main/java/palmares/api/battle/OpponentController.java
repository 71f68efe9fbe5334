package palmares.api.battle;

import io.micronaut.http.annotation.Controller;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.leaderboard.SeenNames;
import palmares.api.page.Cursor;
import palmares.api.page.Ids;
import palmares.api.page.Pages;
import palmares.api.problem.Refused;
import palmares.api.submission.Submissions;
import palmares.api.system.Anonymity;
import palmares.contract.battle.Opponent;
import palmares.contract.battle.OpponentApi;
import palmares.contract.page.Page;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.battle.OpponentView;
import palmares.db.battle.OpponentView.Row;
import palmares.db.job.RunStore;
import palmares.db.leaderboard.BoardNames.Named;
import palmares.db.submission.SubmissionRow;

/// Shows opponents by the names that a leaderboard would show them by.
@Controller("/api/v1")
class OpponentController implements OpponentApi {

  private final Database database;
  private final Callers callers;

  OpponentController(Database database, Callers callers) {
    this.database = database;
    this.callers = callers;
  }

  @Override
  @Access(Access.To.READ)
  public Page<Opponent> opponents(String id, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 2);
    var evaluator = from == null ? 0 : Math.clamp(from.number(0), 0, Integer.MAX_VALUE);
    var run = from == null ? 0 : from.number(1);
    var submission = Ids.parse("submission", id);
    return database.transact(tx -> {
      var row = Submissions.find(tx, callers.person(), submission);
      if (row == null) {
        throw Refused.notFound("submission", id);
      }
      return page(tx, row, evaluator, run, size);
    });
  }

  private Page<Opponent> page(Tx tx, SubmissionRow submission, int evaluator, long run, int size) {
    var newest = RunStore.newestOf(tx, submission.id());
    if (newest == null) {
      throw new IllegalStateException("submission " + submission.id() + " has no run");
    }
    var rows = OpponentView.page(tx, newest.no(), evaluator, run, size + 1);
    var names =
        SeenNames.of(
            tx,
            rows.stream().map(each -> each.system().toString()).toList(),
            Anonymity.of(tx, submission.benchmarkVersion(), callers.person()));
    return Pages.of(
        rows,
        size,
        each -> Cursor.after(each.evaluator(), each.against()),
        each -> opponent(each, names));
  }

  private static Opponent opponent(Row row, Map<String, Named> names) {
    var named = names.get(row.system().toString());
    return new Opponent(
        row.judge(),
        row.withdrawn() || named == null ? null : named.system(),
        row.skipped(),
        row.pairs(),
        row.judged());
  }
}
