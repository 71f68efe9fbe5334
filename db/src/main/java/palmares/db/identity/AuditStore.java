package palmares.db.identity;

import static palmares.db.schema.Tables.AUDIT_EVENT;

import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import palmares.db.Json;
import palmares.db.Tx;

/// Who did what that an operator may have to account for.
public final class AuditStore {

  private AuditStore() {}

  /// @param account absent where the platform itself acted
  public static void add(
      Tx tx, @Nullable UUID account, String action, String subject, Map<String, String> detail) {
    tx.sql()
        .insertInto(AUDIT_EVENT)
        .set(AUDIT_EVENT.ACCOUNT_ID, account)
        .set(AUDIT_EVENT.ACTION, action)
        .set(AUDIT_EVENT.SUBJECT, subject)
        .set(AUDIT_EVENT.DETAIL, JSONB.valueOf(Json.canonical(detail)))
        .execute();
  }
}
