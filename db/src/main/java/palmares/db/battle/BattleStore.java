package palmares.db.battle;

import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.db.CopyRows;
import palmares.db.Tx;
import palmares.scoring.battle.SettleRule;

/// Battles between runs, settled from what a judge said of them in both orders.
public final class BattleStore {

  private static final String SOURCE = "preference";
  private static final double WEIGHT = 1;

  private BattleStore() {}

  private record Said(int ordinal, @Nullable Double shownFirst, @Nullable Double shownSecond) {}

  private record Outcome(int ordinal, double outcome) {}

  /// Settles all pairs that a run owns and that were judged in both orders; gives how many battles
  /// that made. One opponent after the other: all of them may be more than memory should hold.
  public static int settle(Tx tx, int evaluator, long run, SettleRule rule) {
    var rater = PreferenceStore.rater(tx, evaluator);
    var opponents =
        tx.sql()
            .fetch(
                """
                select against_no from opponent
                where run_no = {0} and evaluator_version_id = {1} and skipped is null order by 1
                """,
                val(run), val(evaluator))
            .getValues("against_no", Long.class);
    int made = 0;
    for (long opponent : opponents) {
      var outcomes = outcomes(said(tx, rater, run, opponent), rule);
      made += (int) store(tx, rater, run, opponent, rule.key(), outcomes);
    }
    return made;
  }

  private static List<Outcome> outcomes(List<Said> said, SettleRule rule) {
    var outcomes = new ArrayList<Outcome>(said.size());
    for (var each : said) {
      rule.settle(each.shownFirst(), each.shownSecond())
          .ifPresent(outcome -> outcomes.add(new Outcome(each.ordinal(), outcome)));
    }
    return outcomes;
  }

  private static List<Said> said(Tx tx, int rater, long left, long right) {
    return tx.sql()
        .fetch(
            """
            select ordinal, max(probability) filter (where left_shown = 1) as shown_first,
              max(probability) filter (where left_shown = 2) as shown_second
            from preference
            where rater_id = {0} and left_no = {1} and right_no = {2} and repeat = 0
            group by ordinal having count(*) = 2 order by ordinal
            """,
            val(rater), val(left), val(right))
        .map(row ->
            new Said(
                row.get("ordinal", Integer.class),
                row.get("shown_first", Double.class),
                row.get("shown_second", Double.class)));
  }

  private static long store(
      Tx tx, int rater, long left, long right, String rule, List<Outcome> outcomes) {
    long version = PreferenceStore.versionNo(tx, left);
    return CopyRows.copy(
        tx,
        "battle (source_kind, source_id, settle_rule, version_no, left_no, right_no, outcome,"
            + " weight, cluster)",
        rows -> {
          for (var each : outcomes) {
            rows.add(SOURCE)
                .add("%010d/%010d/%010d/%010d".formatted(rater, left, right, each.ordinal()))
                .add(rule)
                .add(version)
                .add(left)
                .add(right)
                .add(each.outcome())
                .add(WEIGHT)
                .add(each.ordinal())
                .endRow();
          }
        });
  }
}
