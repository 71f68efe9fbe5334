package palmares.db.identity;

import static org.jooq.impl.DSL.currentInstant;
import static palmares.db.schema.Tables.ACCESS_TOKEN;
import static palmares.db.schema.Tables.ACCOUNT;
import static palmares.db.schema.Tables.PROVIDER_IDENTITY;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.schema.tables.records.AccessTokenRecord;

/// Tokens, of which only the sha-256 is stored.
public final class TokenStore {

  private static final Field<java.time.Instant> LAST_TRUSTED =
      DSL.field("now() - interval '30 days'", PROVIDER_IDENTITY.SEEN_AT.getDataType());

  private static final Condition USE_IS_NOTED =
      DSL.coalesce(
              ACCESS_TOKEN.LAST_USED_AT,
              DSL.field("'-infinity'::timestamptz", ACCESS_TOKEN.LAST_USED_AT.getDataType()))
          .ge(DSL.field("now() - interval '1 minute'", ACCESS_TOKEN.LAST_USED_AT.getDataType()));

  private TokenStore() {}

  public static void add(Tx tx, NewToken token) {
    var reach = token.reach();
    tx.sql()
        .insertInto(ACCESS_TOKEN)
        .set(ACCESS_TOKEN.ID, token.id())
        .set(ACCESS_TOKEN.KIND, token.kind())
        .set(ACCESS_TOKEN.NAME, token.name())
        .set(ACCESS_TOKEN.HASH, token.hash())
        .set(ACCESS_TOKEN.SCOPES, token.scopes().toArray(String[]::new))
        .set(ACCESS_TOKEN.ACCOUNT_ID, token.account())
        .set(ACCESS_TOKEN.POOL, reach == null ? null : reach.pool())
        .set(ACCESS_TOKEN.JOB_KINDS, reach == null ? null : words(reach.jobKinds()))
        .set(ACCESS_TOKEN.TEAMS, reach == null ? null : ids(reach.teams()))
        .set(ACCESS_TOKEN.EXPIRES_AT, expiry(token))
        .execute();
  }

  private static String @Nullable [] words(List<String> words) {
    return words.isEmpty() ? null : words.toArray(String[]::new);
  }

  private static UUID @Nullable [] ids(List<UUID> ids) {
    return ids.isEmpty() ? null : ids.toArray(UUID[]::new);
  }

  private static @Nullable Reach reach(
      @Nullable String pool, String @Nullable [] jobKinds, UUID @Nullable [] teams) {
    return pool == null
        ? null
        : new Reach(
            pool,
            jobKinds == null ? List.of() : List.of(jobKinds),
            teams == null ? List.of() : List.of(teams));
  }

  private static Field<java.time.Instant> expiry(NewToken token) {
    var lifetime = token.lifetime();
    return lifetime == null
        ? DSL.inline(null, ACCESS_TOKEN.EXPIRES_AT)
        : DSL.field(
            "now() + {0} * interval '1 second'",
            ACCESS_TOKEN.EXPIRES_AT.getDataType(), DSL.val(lifetime.toSeconds()));
  }

  /// Gives the newest valid token of that kind, name, pool and scope another text; null if there is
  /// none.
  public static @Nullable UUID renew(
      Tx tx, String kind, String name, String pool, String scope, Sha256 hash) {
    return tx.sql()
        .update(ACCESS_TOKEN)
        .set(ACCESS_TOKEN.HASH, hash)
        .where(
            ACCESS_TOKEN.ID.eq(
                DSL.select(ACCESS_TOKEN.ID)
                    .from(ACCESS_TOKEN)
                    .where(ACCESS_TOKEN.KIND.eq(kind))
                    .and(ACCESS_TOKEN.NAME.eq(name))
                    .and(ACCESS_TOKEN.POOL.eq(pool))
                    .and(ACCESS_TOKEN.SCOPES.contains(new String[] {scope}))
                    .and(isValid())
                    .orderBy(ACCESS_TOKEN.ID.desc())
                    .limit(1)))
        .returningResult(ACCESS_TOKEN.ID)
        .fetchOne(org.jooq.Record1::value1);
  }

  /// Whom the token belongs to, if it is valid now. Whoever has left an identity provider does not
  /// come back to say so: their tokens lapse when they have not signed in there for 30 days.
  public static @Nullable Bearer bearer(Tx tx, Sha256 hash) {
    return tx.sql()
        .select(
            ACCESS_TOKEN.ID,
            ACCESS_TOKEN.KIND,
            ACCESS_TOKEN.NAME,
            ACCESS_TOKEN.SCOPES,
            ACCESS_TOKEN.POOL,
            ACCESS_TOKEN.JOB_KINDS,
            ACCESS_TOKEN.TEAMS,
            ACCOUNT.ID,
            ACCOUNT.NAME,
            ACCOUNT.ROLE,
            PROVIDER_IDENTITY.ACCOUNT_ID,
            USE_IS_NOTED)
        .from(ACCESS_TOKEN)
        .leftJoin(ACCOUNT)
        .on(ACCOUNT.ID.eq(ACCESS_TOKEN.ACCOUNT_ID))
        .leftJoin(PROVIDER_IDENTITY)
        .on(PROVIDER_IDENTITY.ACCOUNT_ID.eq(ACCOUNT.ID))
        .where(ACCESS_TOKEN.HASH.eq(hash))
        .and(isValid())
        .and(ACCOUNT.DISABLED_AT.isNull())
        .and(PROVIDER_IDENTITY.SEEN_AT.isNull().or(PROVIDER_IDENTITY.SEEN_AT.gt(LAST_TRUSTED)))
        .fetchOne(row ->
            new Bearer(
                row.value1(),
                row.value2(),
                row.value3(),
                List.of(row.value4()),
                row.value8() == null
                    ? null
                    : new Account(
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11() != null,
                        null,
                        false),
                reach(row.value5(), row.value6(), row.value7()),
                row.value12()));
  }

  private static Condition isValid() {
    return ACCESS_TOKEN
        .REVOKED_AT
        .isNull()
        .and(ACCESS_TOKEN.EXPIRES_AT.isNull().or(ACCESS_TOKEN.EXPIRES_AT.gt(currentInstant())));
  }

  /// Notes that a token is used, unless that is noted already: not every request needs a write.
  public static void touch(Tx tx, UUID token) {
    tx.sql()
        .update(ACCESS_TOKEN)
        .set(ACCESS_TOKEN.LAST_USED_AT, currentInstant())
        .where(ACCESS_TOKEN.ID.eq(token))
        .and(USE_IS_NOTED.not())
        .execute();
  }

  /// The valid tokens of an account, sessions among them, oldest first.
  public static List<TokenRow> ofAccount(Tx tx, UUID account) {
    return tx.sql()
        .selectFrom(ACCESS_TOKEN)
        .where(ACCESS_TOKEN.ACCOUNT_ID.eq(account))
        .and(isValid())
        .orderBy(ACCESS_TOKEN.ID)
        .fetch(TokenStore::row);
  }

  /// The valid tokens of workers, the platform's own among them, oldest first.
  public static List<TokenRow> ofWorkers(Tx tx) {
    return tx.sql()
        .selectFrom(ACCESS_TOKEN)
        .where(ACCESS_TOKEN.KIND.eq("worker"))
        .and(isValid())
        .orderBy(ACCESS_TOKEN.ID)
        .fetch(TokenStore::row);
  }

  public static @Nullable TokenRow find(Tx tx, UUID id) {
    return tx.sql()
        .selectFrom(ACCESS_TOKEN)
        .where(ACCESS_TOKEN.ID.eq(id))
        .fetchOne(TokenStore::row);
  }

  private static TokenRow row(AccessTokenRecord row) {
    return new TokenRow(
        row.getId(),
        row.getKind(),
        row.getName(),
        List.of(row.getScopes()),
        reach(row.getPool(), row.getJobKinds(), row.getTeams()),
        row.getCreatedAt(),
        row.getExpiresAt(),
        row.getLastUsedAt());
  }

  /// @param account whose token it must be; absent for an operator, who may revoke any
  /// @return whether there was such a token, valid until now
  public static boolean revoke(Tx tx, UUID id, @Nullable UUID account) {
    return tx.sql()
            .update(ACCESS_TOKEN)
            .set(ACCESS_TOKEN.REVOKED_AT, currentInstant())
            .where(ACCESS_TOKEN.ID.eq(id))
            .and(account == null ? DSL.noCondition() : ACCESS_TOKEN.ACCOUNT_ID.eq(account))
            .and(isValid())
            .execute()
        == 1;
  }

  /// Ends every session of an account, as a new password does.
  ///
  /// @param exceptToken the session that stays; absent for none
  public static void revokeSessions(Tx tx, UUID account, @Nullable UUID exceptToken) {
    tx.sql()
        .update(ACCESS_TOKEN)
        .set(ACCESS_TOKEN.REVOKED_AT, currentInstant())
        .where(ACCESS_TOKEN.ACCOUNT_ID.eq(account))
        .and(ACCESS_TOKEN.KIND.eq("session"))
        .and(exceptToken == null ? DSL.noCondition() : ACCESS_TOKEN.ID.ne(exceptToken))
        .and(isValid())
        .execute();
  }
}
