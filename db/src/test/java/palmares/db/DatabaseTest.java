package palmares.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static palmares.db.schema.Tables.AUDIT_EVENT;
import static palmares.db.schema.Tables.BLOB;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.JSONB;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.db.Database.Isolation;
import palmares.db.testing.TestDatabase;

class DatabaseTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score",
        "reward",
        "preference",
        "vote",
        "model_call",
        "exclusion",
        "exclusion_lift",
        "snapshot",
        "response",
        "battle",
        "rater",
        "gold",
        "example",
        "benchmark_example",
        "gold_document",
        "system_version",
        "audit_event",
        "quota_entry",
        "budget_entry",
        "event",
        "blob"
      })
  void theApiCanNeitherChangeNorDeleteWhatIsWrittenForEver(String table) {
    for (var right : new String[] {"update", "delete", "truncate"}) {
      boolean allowed = POSTGRES.database().transact(tx -> mayEver(tx, right, table));

      assertThat(allowed).as(right + " on " + table).isFalse();
    }
  }

  @Test
  void aChangeOfEvidenceIsRefusedByTheDatabaseItself() {
    assertThatThrownBy(
            () -> POSTGRES.database().run(tx -> tx.sql().execute("update score set value = 1")))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("permission denied for table score");
    assertThatThrownBy(
            () -> POSTGRES.database().run(tx -> tx.sql().execute("delete from snapshot")))
        .hasMessageContaining("permission denied for table snapshot");
  }

  @Test
  void noPlanIsCompiled() {
    var jit =
        POSTGRES.database().transact(tx -> tx.sql().fetchSingle("show jit").into(String.class));

    assertThat(jit).isEqualTo("off");
  }

  @Test
  void theErasureRoleCanTakeTextAwayAndNothingElse() {
    POSTGRES.asOwner(
        "begin; set local role palmares_erasure;"
            + " update response set text = null, blob_sha256 = '\\x00', erased_at = now(); commit");

    assertThatThrownBy(() ->
            POSTGRES.asOwner(
                "begin; set local role palmares_erasure; update score set value = 1; commit"))
        .hasRootCauseMessage("ERROR: permission denied for table score");
  }

  @Test
  void rollsBackWhenTheWorkThrows() {
    var digest = Sha256.of("rolled back");

    assertThatThrownBy(() ->
            POSTGRES
                .database()
                .run(tx -> {
                  insertBlob(tx, digest, "text/plain");
                  throw new IllegalStateException("stop");
                }))
        .hasMessage("stop");

    boolean exists =
        POSTGRES.database().transact(tx -> tx.sql().fetchExists(BLOB, BLOB.SHA256.eq(digest)));
    assertThat(exists).isFalse();
  }

  @Test
  void triesAgainOnlyAfterASerializationFailureOrADeadlock() {
    var tries = new AtomicInteger();

    var outcome =
        POSTGRES
            .database()
            .transact(
                Isolation.REPEATABLE_READ,
                tx -> {
                  var state = List.of("40001", "40P01", "").get(tries.getAndIncrement());
                  if (!state.isEmpty()) {
                    tx.sql().execute("do $$ begin raise sqlstate '" + state + "'; end $$");
                  }
                  return "done";
                });

    assertThat(outcome).isEqualTo("done");
    assertThat(tries).hasValue(3);

    tries.set(0);
    assertThatThrownBy(() ->
            POSTGRES
                .database()
                .run(tx -> {
                  tries.incrementAndGet();
                  tx.sql().execute("do $$ begin raise sqlstate '23505'; end $$");
                }))
        .isInstanceOf(DataAccessException.class);
    assertThat(tries).hasValue(1);
  }

  @Test
  void oneMomentIsSeenByAllStatementsOfARepeatableRead() {
    var digest = Sha256.of("one moment");

    int seen =
        POSTGRES
            .database()
            .transact(
                Isolation.REPEATABLE_READ,
                tx -> {
                  var before = tx.sql().fetchCount(BLOB);
                  POSTGRES.database().run(other -> insertBlob(other, digest, "text/plain"));
                  return tx.sql().fetchCount(BLOB) - before;
                });

    assertThat(seen).isZero();
  }

  @Test
  void theTransactionAfterARepeatableReadIsReadCommitted() {
    var database = POSTGRES.database();

    assertThat(isolation(database, Isolation.REPEATABLE_READ)).isEqualTo("repeatable read");
    assertThat(isolation(database, Isolation.READ_COMMITTED)).isEqualTo("read committed");
  }

  private static String isolation(Database database, Isolation isolation) {
    return database.transact(
        isolation, tx -> tx.sql().fetchSingle("show transaction_isolation").get(0, String.class));
  }

  @Test
  void refusesNulBeforeItReachesPostgres() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> POSTGRES.database().run(tx -> insertBlob(tx, Sha256.of("nul"), "text\0plain")))
        .withMessageContaining("must not contain U+0000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POSTGRES.database().run(tx -> insertAudit(tx, "{\"a\":\"x\\u0000\"}")))
        .withMessageContaining("must not contain U+0000");
  }

  @Test
  void takesABackslashFollowedByU0000WhichIsNoNul() {
    POSTGRES.database().run(tx -> insertAudit(tx, "{\"a\":\"x\\\\u0000\"}"));
  }

  private static boolean mayEver(Tx tx, String right, String table) {
    var question =
        "truncate delete".contains(right)
            ? "select has_table_privilege(current_user, {0}, {1})"
            : "select has_any_column_privilege(current_user, {0}, {1})";
    return tx.sql()
        .resultQuery(question, DSL.inline(table), DSL.inline(right))
        .fetchSingleInto(Boolean.class);
  }

  private static void insertBlob(Tx tx, Sha256 digest, String mediaType) {
    tx.sql()
        .insertInto(BLOB, BLOB.SHA256, BLOB.SIZE, BLOB.FILE_SIZE, BLOB.MEDIA_TYPE)
        .values(digest, 1L, 1L, mediaType)
        .execute();
  }

  private static void insertAudit(Tx tx, String json) {
    tx.sql()
        .insertInto(AUDIT_EVENT, AUDIT_EVENT.ACTION, AUDIT_EVENT.SUBJECT, AUDIT_EVENT.DETAIL)
        .values("tested", "something", JSONB.valueOf(json))
        .execute();
  }
}
