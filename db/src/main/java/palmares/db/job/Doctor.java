package palmares.db.job;

import java.util.ArrayList;
import java.util.List;
import palmares.db.Database;
import palmares.db.Database.Isolation;
import palmares.db.battle.PairingAudit;

/// Counts what the invariants forbid. Zero everywhere is healthy; each violation names its row.
public final class Doctor {

  private static final int DETAILS = 5;

  private static final List<Check> CHECKS =
      List.of(
          new Check(
              "overdue rows",
              """
              select 'job ' || id from job where due_at < now() - interval '60 seconds'
              union all
              select 'run ' || id from run where due_at < now() - interval '60 seconds'
              union all
              select 'worker ' || id from worker where due_at < now() - interval '60 seconds'
              union all
              select 'leaderboard ' || id from leaderboard
              where due_at < now() - interval '60 seconds'
              union all
              select 'erratum of version ' || version_id from erratum
              where due_at < now() - interval '60 seconds'
              union all
              select 'outbox ' || id from outbox where due_at < now() - interval '60 seconds'
              """),
          new Check(
              "runs whose open jobs do not add up",
              """
              select 'run ' || run.id || ' says ' || open_jobs || ', has ' || count(job.id)
              from run left join job on job.run_id = run.id
                and job.state in ('ready', 'dispatched', 'claimed')
              group by run.id having open_jobs <> count(job.id)
              """),
          new Check(
              "runs without open jobs that have not ended",
              """
              select 'run ' || id from run where state in ('active', 'cancelling', 'stopping') and open_jobs = 0
              """),
          new Check(
              "ended runs whose evidence does not add up",
              """
              select 'run ' || run.id || ' with evaluator version ' || e.evaluator_version_id
                || ' lacks ordinal ' || min(o.ordinal)
              from run
              join run_evaluator e on e.run_id = run.id
              cross join lateral generate_series(0, run.expected - 1) as o(ordinal)
              where run.state in ('complete', 'partial') and e.stage <> 'pair'
                and not exists (select from score s where s.run_no = run.no
                  and s.evaluator_version_id = e.evaluator_version_id and s.ordinal = o.ordinal)
                and not exists (select from reward r where r.run_no = run.no
                  and r.evaluator_version_id = e.evaluator_version_id and r.ordinal = o.ordinal)
                and not exists (select from job f where f.run_id = run.id and f.state = 'failed'
                  and (f.stage = 'generate' or f.evaluator_version_id = e.evaluator_version_id)
                  and o.ordinal between f.first_ordinal and f.last_ordinal)
              group by run.id, e.evaluator_version_id
              """),
          new Check(
              "evidence of runs or examples that are not there",
              """
              select 'run ' || s.run_no || ' ordinal ' || s.ordinal
              from (select run_no, ordinal from score union all select run_no, ordinal from reward) s
              left join run on run.no = s.run_no
              where run.no is null or s.ordinal not between 0 and run.expected - 1
              """),
          new Check(
              "jobs done more than once, or without a done attempt",
              """
              select 'job ' || job.id || ' with ' || count(a.no) || ' done attempts'
              from job left join attempt a on a.job_id = job.id and a.outcome = 'done'
              group by job.id having count(a.no) <> case when job.state = 'done' then 1 else 0 end
              """),
          new Check(
              "claims without their attempt",
              """
              select 'job ' || job.id from job
              where state = 'claimed' and not exists (select from attempt a
                where a.job_id = job.id and a.token = job.token and a.outcome is null)
              union all
              select 'attempt ' || a.job_id || '/' || a.no from attempt a join job on job.id = a.job_id
              where a.outcome is null and job.token is distinct from a.token
              """),
          new Check(
              "quotas that do not add up",
              """
              select 'quota of team ' || q.team_id || ' on ' || q.day
              from quota q left join quota_entry e using (benchmark_version_id, team_id, day)
              group by q.benchmark_version_id, q.team_id, q.day, q.used
              having q.used <> coalesce(sum(case e.kind when 'reserve' then e.amount
                when 'refund' then -e.amount else 0 end), 0)
              union all
              select 'reservation of run ' || run.id || ' is open'
              from run join quota_entry r on r.run_id = run.id and r.kind = 'reserve'
              where run.due_at is null and not exists (select from quota_entry s
                where s.run_id = run.id and s.kind in ('commit', 'refund'))
              """),
          new Check(
              "budgets that do not add up",
              """
              select 'budget ' || b.id from budget b left join budget_entry e on e.budget_id = b.id
              group by b.id, b.used
              having b.used <> coalesce(sum(case e.kind when 'reserve' then e.amount
                when 'refund' then -e.amount else 0 end), 0)
              union all
              select 'reservation of job ' || r.job_id || '/' || r.attempt
                || case when a.outcome is null then ' is settled too early'
                  else ' is ' || r.amount || ', settled as ' || coalesce(s.amount, 0) end
              from budget_entry r
              join attempt a on a.job_id = r.job_id and a.no = r.attempt
              left join lateral (
                select sum(e.amount) as amount from budget_entry e
                where e.budget_id = r.budget_id and e.job_id = r.job_id and e.attempt = r.attempt
                  and e.call_id is not distinct from r.call_id and e.kind <> 'reserve') s on true
              where r.kind = 'reserve'
                and s.amount is distinct from case when a.outcome is null then null else r.amount end
              """),
          new Check(
              "documents without a blob",
              """
              select 'run ' || id from run
              where responses_sha256 is not null
                and not exists (select from blob where sha256 = responses_sha256)
              union all
              select 'submission ' || id from submission
              where source_sha256 is not null
                and not exists (select from blob where sha256 = source_sha256)
              union all
              select 'benchmark version ' || id from benchmark_version
              where not exists (select from blob where sha256 = inputs_sha256)
              union all
              select 'import ' || id from import
              where not exists (select from blob where sha256 = source_sha256)
              union all
              select 'gold of version ' || version_id from gold_document g
              where not exists (select from blob where sha256 = g.sha256)
              """),
          new Check(
              "imports whose evidence does not add up",
              """
              select 'import ' || i.id || ' took ' || i.taken || ', has ' || count(p.ordinal)
              from import i join run r on r.no = i.run_no join submission s on s.id = r.submission_id
              join benchmark_version v on v.id = i.benchmark_version_id
              left join preference p on p.rater_id = i.rater_id and p.version_no = v.no
                and p.left_no = s.no and p.right_no = i.right_no and p.repeat = i.repeat
              group by i.id, i.taken having i.taken <> count(p.ordinal)
              union all
              select 'import ' || i.id || ' took ' || i.taken || ', has ' || count(b.source_id)
              from import i join benchmark_version v on v.id = i.benchmark_version_id
              left join battle b on b.version_no = v.no and b.source_kind = 'import'
                and left(b.source_id, 11) = lpad(i.no::text, 10, '0') || '/'
              where i.kind = 'battles'
              group by i.id, i.taken having i.taken <> count(b.source_id)
              """),
          new Check("pairs that were not judged in both orders", PairingAudit.NOT_JUDGED),
          new Check(
              "timelines with holes",
              """
              select 'subject ' || subject from event group by subject having max(seq) <> count(*)
              """),
          new Check(
              "snapshots that mix revisions of the gold",
              """
              select distinct 'snapshot ' || s.id
              from snapshot s
              cross join lateral jsonb_array_elements(s.provenance -> 'entries') as e(entry)
              join run on run.no = (e.entry ->> 'runNo')::bigint
              where run.gold_revision <> coalesce((s.provenance ->> 'goldRevision')::int, 1)
              """),
          new Check(
              "boards built further than wanted",
              """
              select 'leaderboard ' || id from leaderboard where built_revision > wanted_revision
              """));

  private Doctor() {}

  private record Check(String name, String violations) {}

  /// @param details the first few violations, in words
  public record Finding(String check, long violations, List<String> details) {

    public Finding {
      details = List.copyOf(details);
    }
  }

  /// All checks at one moment, in a fixed order.
  public static List<Finding> examine(Database database) {
    return database.transact(
        Isolation.REPEATABLE_READ,
        tx -> {
          var findings = new ArrayList<Finding>();
          for (var check : CHECKS) {
            var rows = tx.sql().resultQuery(check.violations()).fetch(0, String.class);
            findings.add(finding(check.name(), rows));
          }
          findings.add(
              finding(
                  "battles that do not follow from their preferences",
                  PairingAudit.unfounded(tx, null)));
          return findings;
        });
  }

  private static Finding finding(String check, List<String> rows) {
    return new Finding(check, rows.size(), rows.subList(0, Math.min(DETAILS, rows.size())));
  }
}
