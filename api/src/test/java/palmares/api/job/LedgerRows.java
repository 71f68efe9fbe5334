package palmares.api.job;

import java.util.List;
import java.util.UUID;
import palmares.db.Database;
import palmares.db.Sha256;
import palmares.db.UuidV7;
import palmares.db.identity.NewToken;
import palmares.db.identity.Reach;
import palmares.db.identity.TokenStore;
import palmares.db.testing.TestDatabase;

/// The rows that a [Ledger] works on and that have no store of their own in these tests.
final class LedgerRows {

  final UUID token = UuidV7.next();
  final UUID account = UuidV7.next();
  final UUID version = UuidV7.next();

  private final UUID board = UuidV7.next();
  private final TestDatabase postgres;
  private final int examples;

  LedgerRows(TestDatabase postgres, int examples) {
    this.postgres = postgres;
    this.examples = examples;
  }

  /// The benchmark version, its board, an account, and a worker's token.
  void benchmark() {
    var benchmark = UuidV7.next();
    var owners = team("owners-" + benchmark, 1);
    var hex = "'\\x" + Sha256.of("x").hex() + "'";
    postgres.asOwner(
        """
        insert into account (id, name, role) values ('%1$s', 'a-%1$s', 'member');
        insert into access_token (id, kind, name, hash, scopes, pool)
          values ('%2$s', 'worker', 'w', sha256('%2$s'), '{}', 'default');
        insert into benchmark (id, team_id, name, title) values ('%4$s', '%5$s', 'b-%4$s', 'Short');
        insert into benchmark_version (id, benchmark_id, version, state, visible, entry_rule, gaps,
          main_metric, spec, spec_digest, examples, inputs_sha256)
          values ('%6$s', '%4$s', '1', 'published', 'score', 'latest', 'unranked', 'rouge-l', '{}',
          %3$s, %7$d, %3$s);
        insert into gold_document (version_id, revision, sha256) values ('%6$s', 1, %3$s);
        insert into leaderboard (id, benchmark_version_id, name, title, definition)
          values ('%8$s', '%6$s', 'main', 'Main', '{}');
        """
            .formatted(account, token, hex, benchmark, owners, version, examples, board));
  }

  UUID team(String name, int weight) {
    var id = UuidV7.next();
    postgres.asOwner(
        "insert into team (id, name, weight) values ('%s', '%s', %d)".formatted(id, name, weight));
    return id;
  }

  /// A worker's token.
  UUID token(Database database, Reach reach) {
    var id = UuidV7.next();
    var hash = Sha256.of(id.toString());
    var token = new NewToken(id, "worker", "w", hash, List.of(), null, reach, null);
    database.run(tx -> TokenStore.add(tx, token));
    return id;
  }

  /// A submission of a new system.
  UUID submission(UUID team) {
    return submission(team, UuidV7.next());
  }

  UUID submission(UUID team, UUID system) {
    var id = UuidV7.next();
    var hex = "'\\x" + Sha256.of("x").hex() + "'";
    postgres.asOwner(
        """
        insert into system (id, team_id, name) values ('%1$s', '%2$s', '%1$s')
          on conflict do nothing;
        insert into system_version (id, system_id, version, kind, spec, spec_digest)
          values ('%1$s', '%1$s', 1, 'built-in', '{}', %3$s) on conflict do nothing;
        insert into submission (id, team_id, account_id, system_version_id, benchmark_version_id,
          expected) values ('%4$s', '%2$s', '%5$s', '%1$s', '%6$s', %7$d);
        """
            .formatted(system, team, hex, id, account, version, examples));
    return id;
  }

  /// Lets a lease or a wait end now.
  void overdue(UUID job) {
    overdue(job, "true");
  }

  /// Lets its wait end now, unless it is claimed or has ended.
  void overdueIfOpen(UUID job) {
    overdue(job, "state in ('ready', 'dispatched')");
  }

  private void overdue(UUID job, String where) {
    postgres.asOwner(
        "update job set due_at = now() - interval '1 s', not_before = now() - interval '20 s'"
            + " where id = '%s' and %s".formatted(job, where));
  }

  /// Ends the wait before the next try, without ageing it.
  void makeDue(UUID job) {
    postgres.asOwner("update job set not_before = now() where id = '" + job + "'");
  }
}
