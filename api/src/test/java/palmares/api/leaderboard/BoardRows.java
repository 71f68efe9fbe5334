package palmares.api.leaderboard;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.UuidV7;
import palmares.db.exclusion.ExclusionStore;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.submission.SubmissionStore;
import palmares.db.testing.TestDatabase;

/// Rows that a leaderboard is built from: a benchmark version of three examples in two categories,
/// and runs on it with the scores that a test gives.
final class BoardRows {

  static final int EXAMPLES = 3;

  private final TestDatabase postgres;
  private final UUID account = UuidV7.next();
  private final UUID team = UuidV7.next();
  private final String name = "b-" + account.toString().substring(24);
  final UUID version = UuidV7.next();

  BoardRows(TestDatabase postgres) {
    this.postgres = postgres;
    sql("insert into account (id, name, role) values ('%s', '%s', 'organiser')", account, name);
    sql("insert into team (id, name) values ('%s', '%s')", team, name);
    var benchmark = UuidV7.next();
    sql(
        "insert into benchmark (id, team_id, name, title) values ('%s', '%s', '%s', 'B')",
        benchmark, team, name);
    sql(
        """
        insert into benchmark_version (id, benchmark_id, version, state, visible, entry_rule, gaps,
          main_metric, spec, spec_digest, examples, inputs_sha256)
        values ('%s', '%s', '1', 'published', 'score', 'latest', 'unranked', 'checklist@1',
          '{"categories": {"places": 1.0, "names": 3.0}}', '%s', %d, '%s')\
        """,
        version, benchmark, bytes("spec"), EXAMPLES, bytes("inputs"));
    for (var ordinal = 0; ordinal < EXAMPLES; ordinal++) {
      example(ordinal);
    }
    sql(
        """
        insert into evaluator_version (evaluator, version, kind, settings_digest, floor, ceiling)
        values ('checklist', 1, 'metric', '%s', 1, 10) on conflict do nothing\
        """,
        bytes("{}"));
  }

  private void example(int ordinal) {
    sql(
        """
        with e as (insert into example (digest, messages) values ('%s', '[]') returning id)
        insert into benchmark_example (version_id, ordinal, example_id, name, split, tags)
        select '%s', %d, id, 'e%d', 'public', '{%s}' from e\
        """,
        bytes(version + "/" + ordinal),
        version,
        ordinal,
        ordinal,
        ordinal == 0 ? "places" : "names");
  }

  /// An ended run of a new submission; a system of the same name is the same system.
  ///
  /// @param state complete or partial
  /// @param scores by ordinal; null is a gap of the candidate, a shorter list a gap of ours
  String run(String system, String state, Double... scores) {
    sql(
        """
        insert into system (id, team_id, name) values ('%s', '%s', '%s')
        on conflict (team_id, name) do nothing\
        """,
        UuidV7.next(), team, system);
    var submission = UuidV7.next();
    var run = UuidV7.next();
    var digest = bytes(submission.toString());
    sql(
        """
        with v as (
          insert into system_version (id, system_id, version, kind, spec, spec_digest)
          select '%s', s.id, 1 + (select count(*) from system_version where system_id = s.id),
            'outputs', '{}', '%s' from system s where s.team_id = '%s' and s.name = '%s'
          returning id)
        insert into submission (id, team_id, account_id, system_version_id, benchmark_version_id, expected)
        select '%s', '%s', '%s', v.id, '%s', %d from v\
        """,
        UuidV7.next(), digest, team, system, submission, team, account, version, EXAMPLES);
    sql(
        """
        insert into run (id, submission_id, benchmark_version_id, team_id, spec, spec_digest, state, stage, open_jobs, expected)
        select '%s', '%s', id, '%s', '{}', '%s', '%s', 'score', 0, examples
        from benchmark_version where id = '%s'
        """,
        run, submission, team, digest, state, version);
    for (var ordinal = 0; ordinal < scores.length; ordinal++) {
      sql(
          """
          insert into score (run_no, evaluator_version_id, ordinal, value, cause, attempt)
          select r.no, e.id, %d, %s, %s, 1 from run r, evaluator_version e
          where r.id = '%s' and e.evaluator = 'checklist'\
          """,
          ordinal, scores[ordinal], scores[ordinal] == null ? "'EMPTY'" : "null", run);
    }
    want();
    return submission.toString();
  }

  /// A job of the submission's run that was to give the responses from `first` to `last`.
  void generating(String submission, String state, int first, int last) {
    sql(
        """
        insert into job (id, run_id, team_id, stage, capability, offer, first_ordinal, last_ordinal, state)
        select '%s', id, team_id, 'generate', 'cpu', 'parrot@1', %d, %d, '%s'
        from run where submission_id = '%s'
        """,
        UuidV7.next(), first, last, state, submission);
  }

  void answer(String submission, int ordinal, int chars) {
    sql(
        """
        insert into response (submission_no, ordinal, text, chars)
        select no, %d, 'an answer', %d from submission where id = '%s'
        """,
        ordinal, chars, submission);
  }

  UUID leaderboard(String method, String entryRule) {
    return leaderboard(
        new Definition(
            method,
            new TreeMap<>(Map.of("evaluator", "checklist@1")),
            List.of("checklist@1"),
            entryRule,
            "unranked"));
  }

  UUID leaderboard(Definition definition) {
    var id = UuidV7.next();
    var method = definition.method();
    postgres
        .database()
        .run(tx ->
            new LeaderboardStore()
                .insert(tx, id, version, method, method, Json.canonical(definition)));
    want();
    return id;
  }

  void choose(String submission) {
    postgres.database().run(tx -> SubmissionStore.choose(tx, UUID.fromString(submission)));
    want();
  }

  UUID exclude(String kind, String subject, String reason) {
    var id = UuidV7.next();
    postgres
        .database()
        .run(tx -> ExclusionStore.insert(tx, id, version, kind, subject, reason, account));
    want();
    return id;
  }

  void lift(UUID exclusion) {
    postgres.database().run(tx -> ExclusionStore.lift(tx, version, exclusion, "x", account));
    want();
  }

  void withdraw(String submission) {
    sql("update submission set withdrawn_at = now() where id = '%s'", submission);
    want();
  }

  void want() {
    postgres.database().run(tx -> LeaderboardStore.want(tx, version));
  }

  void sql(String text, Object... values) {
    postgres.asOwner(text.formatted(values));
  }

  private static String bytes(String text) {
    return "\\x" + Sha256.of(text).hex();
  }
}
