package palmares.db.budget;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;

/// The budgets of all teams.
public final class BudgetOverview {

  private BudgetOverview() {}

  /// Where a page ended.
  public record After(String team, UUID budget) {}

  /// By the names of the teams.
  public static List<TeamBudget> page(Tx tx, @Nullable After after, int limit) {
    return tx.sql()
        .fetch(
            """
            select b.id, t.name as team, b.unit, m.name as benchmark, v.version, b.amount, b.used,
              (select coalesce(sum(e.amount), 0) from budget_entry e
                where e.budget_id = b.id and e.kind = 'commit') as settled
            from budget b
            join team t on t.id = b.team_id
            left join benchmark_version v on v.id = b.benchmark_version_id
            left join benchmark m on m.id = v.benchmark_id
            where {0}::text is null or (t.name, b.id) > ({0}, {1}::uuid)
            order by t.name, b.id limit {2}
            """,
            val(after == null ? null : after.team(), String.class),
            val(after == null ? null : after.budget(), UUID.class),
            val(limit))
        .map(row ->
            new TeamBudget(
                row.get("id", UUID.class),
                row.get("team", String.class),
                Unit.of(row.get("unit", String.class)),
                row.get("benchmark", String.class),
                row.get("version", String.class),
                row.get("amount", Long.class),
                row.get("used", Long.class),
                row.get("settled", Long.class)));
  }
}
