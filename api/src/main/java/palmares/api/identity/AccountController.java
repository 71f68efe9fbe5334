package palmares.api.identity;

import static io.micronaut.http.HttpStatus.CONFLICT;

import io.micronaut.http.annotation.Controller;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Accounts.ChangeResult;
import palmares.api.page.Cursor;
import palmares.api.page.Pages;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.identity.AccountApi;
import palmares.contract.identity.Accounts.AccountChange;
import palmares.contract.identity.Accounts.AccountSummary;
import palmares.contract.identity.Accounts.AuditEvent;
import palmares.contract.identity.Identity.CreatedAccount;
import palmares.contract.page.Page;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.identity.AccountListing;
import palmares.db.identity.AuditRow;
import palmares.db.identity.AuditStore;

/// Accounts and the record of what was done, for administrators.
@Controller("/api/v1")
class AccountController implements AccountApi {

  private final Callers callers;
  private final Accounts accounts;
  private final Database database;

  AccountController(Callers callers, Accounts accounts, Database database) {
    this.callers = callers;
    this.accounts = accounts;
    this.database = database;
  }

  @Override
  @Access(Access.To.ADMIN)
  public Page<AccountSummary> accounts(@Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 1);
    var rows = accounts.page(from == null ? null : from.key(0), size + 1);
    return Pages.of(rows, size, row -> Cursor.after(row.name()), AccountController::summary);
  }

  @Override
  @Access(Access.To.ADMIN)
  public AccountSummary changeAccount(String name, AccountChange change) {
    var word = change.role();
    var role = word == null ? null : role(word);
    return switch (accounts.change(callers.present(), name, role, change.closed())) {
      case ChangeResult.Changed(var account) -> summary(account);
      case ChangeResult other -> throw refused(name, other);
    };
  }

  @Override
  @Access(Access.To.ADMIN)
  public CreatedAccount resetAccount(String name) {
    return switch (accounts.reset(callers.present(), name)) {
      case ChangeResult.Reset(var account, var secret) ->
          new CreatedAccount(account.name(), account.role(), secret);
      case ChangeResult other -> throw refused(name, other);
    };
  }

  @Override
  @Access(Access.To.ADMIN)
  public Page<AuditEvent> auditEvents(@Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var last = Cursor.lastNumber(cursor);
    var rows = database.transact(tx -> AuditStore.page(tx, last, size + 1));
    return Pages.of(rows, size, row -> Cursor.after(row.id()), AccountController::event);
  }

  private static Refused refused(String name, ChangeResult result) {
    return switch (result) {
      case ChangeResult.NoAccount none -> Refused.notFound("account", name);
      case ChangeResult.Oneself oneself ->
          Refused.because(CONFLICT, "Nobody changes their own role or closes their own account.");
      case ChangeResult.Provided provided ->
          Refused.because(
              CONFLICT, "The identity provider says this of '" + name + "': change it there.");
      case ChangeResult.Changed changed -> throw new IllegalStateException("" + changed);
      case ChangeResult.Reset reset -> throw new IllegalStateException("" + reset);
    };
  }

  private static Role role(String word) {
    try {
      return Role.of(word);
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest(Problems.shown(String.valueOf(e.getMessage())));
    }
  }

  private static AccountSummary summary(AccountListing row) {
    return new AccountSummary(
        row.name(), row.role(), row.provided(), row.closed(), row.createdAt());
  }

  private static AuditEvent event(AuditRow row) {
    var detail = new TreeMap<String, String>();
    Json.tree(row.detail())
        .properties()
        .forEach(each -> detail.put(each.getKey(), each.getValue().asString()));
    return new AuditEvent(row.at(), row.account(), row.action(), row.subject(), detail);
  }
}
