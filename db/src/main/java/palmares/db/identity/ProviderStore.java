package palmares.db.identity;

import static org.jooq.impl.DSL.currentInstant;
import static palmares.db.schema.Tables.ACCOUNT;
import static palmares.db.schema.Tables.PROVIDER_IDENTITY;

import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import palmares.db.NamedLock;
import palmares.db.Tx;

/// Which account is whose at an identity provider. The pair of issuer and subject is never given to
/// another person; a name may be.
public final class ProviderStore {

  private ProviderStore() {}

  /// Makes everyone else who asks for this subject wait until the transaction ends.
  public static void lock(Tx tx, String issuer, String subject) {
    NamedLock.PROVIDED_ACCOUNT.hold(tx, issuer + " " + subject);
  }

  public static @Nullable ProvidedAccount find(Tx tx, String issuer, String subject) {
    return tx.sql()
        .select(ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT.ROLE, ACCOUNT.DISABLED_AT)
        .from(PROVIDER_IDENTITY)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(PROVIDER_IDENTITY.ACCOUNT_ID))
        .where(PROVIDER_IDENTITY.ISSUER.eq(issuer))
        .and(PROVIDER_IDENTITY.SUBJECT.eq(subject))
        .fetchOne(row ->
            new ProvidedAccount(row.value1(), row.value2(), row.value3(), row.value4() != null));
  }

  public static void add(Tx tx, UUID account, String issuer, String subject) {
    tx.sql()
        .insertInto(
            PROVIDER_IDENTITY,
            PROVIDER_IDENTITY.ACCOUNT_ID,
            PROVIDER_IDENTITY.ISSUER,
            PROVIDER_IDENTITY.SUBJECT)
        .values(account, issuer, subject)
        .execute();
  }

  /// Notes that the provider has vouched for the account, to the minute.
  public static void touch(Tx tx, UUID account) {
    tx.sql()
        .update(PROVIDER_IDENTITY)
        .set(PROVIDER_IDENTITY.SEEN_AT, currentInstant())
        .where(PROVIDER_IDENTITY.ACCOUNT_ID.eq(account))
        .and(
            PROVIDER_IDENTITY.SEEN_AT.lt(
                DSL.field("now() - interval '1 minute'", PROVIDER_IDENTITY.SEEN_AT.getDataType())))
        .execute();
  }
}
