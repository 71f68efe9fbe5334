package palmares.db.battle;

import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.scoring.battle.SettleRule;

/// What must not be among pairings, preferences and battles.
public final class PairingAudit {

  private static final double TOLERANCE = 1e-9;

  /// Pairings of ended runs that no judge was heard of in both orders, and whose job did not fail;
  /// and preferences of pairs that nobody planned.
  public static final String NOT_JUDGED =
      """
      with said as (
        select rater.evaluator_version_id, left_no, right_no, ordinal, count(*) as orders
        from preference p join rater on rater.id = p.rater_id
        where rater.evaluator_version_id is not null and p.repeat = 0
        group by 1, 2, 3, 4),
      planned as (
        select p.evaluator_version_id, p.run_no, p.least_no + p.greatest_no - p.run_no as against_no,
          p.ordinal
        from pairing p)
      select 'run ' || coalesce(p.run_no, s.left_no) || ' against '
        || coalesce(p.against_no, s.right_no) || ' on ordinal ' || coalesce(p.ordinal, s.ordinal)
        || case when p.run_no is null then ' was never planned'
          else ' has ' || coalesce(s.orders, 0) || ' of 2 orders' end
      from planned p
      full join said s on s.evaluator_version_id = p.evaluator_version_id
        and s.left_no = p.run_no and s.right_no = p.against_no and s.ordinal = p.ordinal
      left join run on run.no = p.run_no
      where p.run_no is null
        or run.state in ('complete', 'partial') and coalesce(s.orders, 0) <> 2
          and not exists (select from job where job.run_id = run.id and job.stage = 'pair'
            and job.state = 'failed' and job.evaluator_version_id = p.evaluator_version_id
            and job.against_no = p.against_no
            and p.ordinal between job.first_ordinal and job.last_ordinal)
      """;

  private static final String SETTLED =
      """
      with said as (
        select lpad(p.rater_id::text, 10, '0') || '/' || lpad(p.left_no::text, 10, '0') || '/'
            || lpad(p.right_no::text, 10, '0') || '/' || lpad(p.ordinal::text, 10, '0') as id,
          run.spec -> 'pairing' ->> 'settleRule' as rule,
          max(p.probability) filter (where p.left_shown = 1) as shown_first,
          max(p.probability) filter (where p.left_shown = 2) as shown_second
        from preference p
        join rater on rater.id = p.rater_id and rater.evaluator_version_id is not null
        join run on run.no = p.left_no and run.state in ('complete', 'partial')
        where p.repeat = 0
          and ({0}::bigint[] is null or p.left_no = any({0}) and p.right_no = any({0}))
        group by p.rater_id, p.left_no, p.right_no, p.ordinal, run.spec)
      select coalesce(b.source_id, s.id) as id, coalesce(b.settle_rule, s.rule) as rule,
        s.shown_first, s.shown_second, b.outcome
      from said s
      full join (select * from battle where source_kind = 'preference'
        and ({0}::bigint[] is null or left_no = any({0}) and right_no = any({0}))) b
        on b.source_id = s.id and b.settle_rule = s.rule
      """;

  private PairingAudit() {}

  /// Battles that do not follow from their preferences by the rule that they say settled them, and
  /// preferences of ended runs that no battle follows from although one should.
  ///
  /// @param runs only battles between these, if given
  public static List<String> unfounded(Tx tx, @Nullable Collection<Long> runs) {
    var violations = new ArrayList<String>();
    var rules = new HashMap<String, SettleRule>();
    var numbers = runs == null ? null : runs.toArray(Long[]::new);
    try (var rows =
        tx.sql().resultQuery(SETTLED, val(numbers, Long[].class)).fetchSize(10_000).fetchLazy()) {
      for (var row : rows) {
        var outcome = row.get("outcome", Double.class);
        var wanted = wanted(row, rules);
        if (differs(outcome, wanted)) {
          violations.add(
              "battle %s is %s, its preferences make %s"
                  .formatted(
                      row.get("id", String.class),
                      outcome == null ? "not there" : outcome,
                      wanted.isEmpty() ? "none" : wanted.getAsDouble()));
        }
      }
    }
    return violations;
  }

  /// Nothing of a run that settles nothing: that it was judged at all is another finding.
  private static OptionalDouble wanted(Record row, Map<String, SettleRule> rules) {
    var rule = row.get("rule", String.class);
    return rule == null
        ? OptionalDouble.empty()
        : rules
            .computeIfAbsent(rule, SettleRule::named)
            .settle(row.get("shown_first", Double.class), row.get("shown_second", Double.class));
  }

  private static boolean differs(@Nullable Double outcome, OptionalDouble wanted) {
    return outcome == null
        ? wanted.isPresent()
        : wanted.isEmpty() || Math.abs(outcome - wanted.getAsDouble()) > TOLERANCE;
  }
}
