package palmares.db.identity;

import static palmares.db.schema.Tables.ACCOUNT;
import static palmares.db.schema.Tables.AUDIT_EVENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
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

  /// What was done, newest first.
  ///
  /// @param before the id that the page before ended with
  public static List<AuditRow> page(Tx tx, @Nullable Long before, int limit) {
    return tx.sql()
        .select(
            AUDIT_EVENT.ID,
            AUDIT_EVENT.AT,
            ACCOUNT.NAME,
            AUDIT_EVENT.ACTION,
            AUDIT_EVENT.SUBJECT,
            AUDIT_EVENT.DETAIL)
        .from(AUDIT_EVENT)
        .leftJoin(ACCOUNT)
        .on(ACCOUNT.ID.eq(AUDIT_EVENT.ACCOUNT_ID))
        .where(before == null ? DSL.noCondition() : AUDIT_EVENT.ID.lt(before))
        .orderBy(AUDIT_EVENT.ID.desc())
        .limit(limit)
        .fetch(row ->
            new AuditRow(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6().data()));
  }
}
