package palmares.api.quota;

import io.micronaut.http.annotation.Controller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.page.Cursor;
import palmares.api.page.Pages;
import palmares.contract.page.Page;
import palmares.contract.quota.QuotaApi;
import palmares.contract.quota.Quotas.Entry;
import palmares.contract.quota.Quotas.Quota;
import palmares.db.Database;
import palmares.db.quota.QuotaEntry;
import palmares.db.quota.QuotaView;
import palmares.db.quota.UsedQuota;

/// Shows a team what it has used of its quotas.
@Controller("/api/v1")
class QuotaController implements QuotaApi {

  private final Database database;
  private final Callers callers;

  QuotaController(Database database, Callers callers) {
    this.database = database;
    this.callers = callers;
  }

  @Override
  @Access(Access.To.READ)
  public List<Quota> quotas(String team) {
    return database.transact(tx ->
        QuotaView.today(tx, callers.team(tx, team)).stream().map(QuotaController::quota).toList());
  }

  private static Quota quota(UsedQuota row) {
    return new Quota(
        row.benchmark(),
        row.version(),
        row.perDay(),
        row.used(),
        Math.max(0, row.perDay() - row.used()));
  }

  @Override
  @Access(Access.To.READ)
  public Page<Entry> entries(String team, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var last = Cursor.lastNumber(cursor);
    var rows =
        database.transact(tx -> QuotaView.entries(tx, callers.team(tx, team), last, size + 1));
    return Pages.of(rows, size, row -> Cursor.after(row.id()), QuotaController::entry);
  }

  private static Entry entry(QuotaEntry row) {
    return new Entry(
        row.at(),
        row.kind(),
        row.benchmark(),
        row.version(),
        row.day(),
        row.amount(),
        row.submission().toString(),
        row.system(),
        row.by(),
        row.reason());
  }
}
