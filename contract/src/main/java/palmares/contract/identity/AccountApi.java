package palmares.contract.identity;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import palmares.contract.identity.Accounts.AccountChange;
import palmares.contract.identity.Accounts.AccountSummary;
import palmares.contract.identity.Accounts.AuditEvent;
import palmares.contract.identity.Identity.CreatedAccount;
import palmares.contract.page.Page;

/// Accounts, and what was done by whom, for administrators.
public interface AccountApi {

  /// Accounts by name.
  @Get("/accounts")
  Page<AccountSummary> accounts(
      @QueryValue @Nullable String cursor, @QueryValue @Nullable Integer limit);

  /// Gives an account another role, closes it, or opens it again.
  @Put("/accounts/{name}")
  AccountSummary changeAccount(@PathVariable String name, @Body AccountChange change);

  /// Replaces an account's password by a one-time secret, and ends its sessions.
  @Post("/accounts/{name}/reset")
  CreatedAccount resetAccount(@PathVariable String name);

  /// What was done that somebody may have to account for, newest first.
  @Get("/audit-events")
  Page<AuditEvent> auditEvents(
      @QueryValue @Nullable String cursor, @QueryValue @Nullable Integer limit);
}
