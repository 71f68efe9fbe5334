package palmares.db.identity;

import static org.jooq.impl.DSL.currentInstant;
import static palmares.db.schema.Tables.ACCOUNT;
import static palmares.db.schema.Tables.INVITATION;
import static palmares.db.schema.Tables.TEAM;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;
import palmares.db.Tx;

/// Invitations to teams, of which only the sha-256 of the secret is stored.
public final class InvitationStore {

  private InvitationStore() {}

  /// @param lifetime counted by the database's clock
  public static void add(
      Tx tx, UUID id, UUID team, String role, Sha256 hash, UUID invitedBy, Duration lifetime) {
    tx.sql()
        .insertInto(INVITATION)
        .set(INVITATION.ID, id)
        .set(INVITATION.TEAM_ID, team)
        .set(INVITATION.ROLE, role)
        .set(INVITATION.HASH, hash)
        .set(INVITATION.INVITED_BY, invitedBy)
        .set(
            INVITATION.EXPIRES_AT,
            DSL.field(
                "now() + {0} * interval '1 second'",
                INVITATION.EXPIRES_AT.getDataType(), DSL.val(lifetime.toSeconds())))
        .execute();
  }

  public static @Nullable InvitationRow find(Tx tx, UUID id) {
    return open(tx).where(INVITATION.ID.eq(id)).and(isOpen()).fetchOne(InvitationStore::row);
  }

  public static @Nullable InvitationRow find(Tx tx, Sha256 hash) {
    return open(tx).where(INVITATION.HASH.eq(hash)).and(isOpen()).fetchOne(InvitationStore::row);
  }

  /// Those that can still be accepted, oldest first.
  public static List<InvitationRow> ofTeam(Tx tx, UUID team) {
    return open(tx)
        .where(INVITATION.TEAM_ID.eq(team))
        .and(isOpen())
        .orderBy(INVITATION.ID)
        .fetch(InvitationStore::row);
  }

  private static SelectOnConditionStep<? extends Record> open(Tx tx) {
    return tx.sql()
        .select(
            INVITATION.ID,
            TEAM.ID,
            TEAM.NAME,
            INVITATION.ROLE,
            ACCOUNT.NAME,
            INVITATION.CREATED_AT,
            INVITATION.EXPIRES_AT)
        .from(INVITATION)
        .join(TEAM)
        .on(TEAM.ID.eq(INVITATION.TEAM_ID))
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(INVITATION.INVITED_BY));
  }

  private static InvitationRow row(Record row) {
    return new InvitationRow(
        row.get(INVITATION.ID),
        row.get(TEAM.ID),
        row.get(TEAM.NAME),
        row.get(INVITATION.ROLE),
        row.get(ACCOUNT.NAME),
        row.get(INVITATION.CREATED_AT),
        row.get(INVITATION.EXPIRES_AT));
  }

  private static Condition isOpen() {
    return INVITATION
        .ACCEPTED_AT
        .isNull()
        .and(INVITATION.REVOKED_AT.isNull())
        .and(INVITATION.EXPIRES_AT.gt(currentInstant()));
  }

  /// Uses an invitation up.
  ///
  /// @return false if it cannot be accepted any more
  public static boolean accept(Tx tx, UUID id, UUID account) {
    return tx.sql()
            .update(INVITATION)
            .set(INVITATION.ACCEPTED_BY, account)
            .set(INVITATION.ACCEPTED_AT, currentInstant())
            .where(INVITATION.ID.eq(id))
            .and(isOpen())
            .execute()
        == 1;
  }

  /// @return false if there is none of this team that can still be accepted
  public static boolean revoke(Tx tx, UUID team, UUID id) {
    return revoke(tx, INVITATION.TEAM_ID.eq(team).and(INVITATION.ID.eq(id))) == 1;
  }

  /// Revokes what an account has invited to: it may not any more.
  public static void revokeOf(Tx tx, UUID team, UUID account) {
    revoke(tx, INVITATION.TEAM_ID.eq(team).and(INVITATION.INVITED_BY.eq(account)));
  }

  private static int revoke(Tx tx, Condition which) {
    return tx.sql()
        .update(INVITATION)
        .set(INVITATION.REVOKED_AT, currentInstant())
        .where(which)
        .and(isOpen())
        .execute();
  }
}
