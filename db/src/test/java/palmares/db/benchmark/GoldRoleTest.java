package palmares.db.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.testing.TestDatabase;

class GoldRoleTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private static final UUID VERSION = UuidV7.next();

  @BeforeAll
  static void oneExampleWithGold() {
    var team = UuidV7.next();
    var benchmark = UuidV7.next();
    POSTGRES.asOwner("insert into team (id, name) values ('%s', 'crew')".formatted(team));
    POSTGRES.asOwner(
        "insert into benchmark (id, team_id, name, title) values ('%s', '%s', 'capitals', 'Capitals')"
            .formatted(benchmark, team));
    POSTGRES.asOwner(
        ("insert into benchmark_version (id, benchmark_id, version, state, visible, entry_rule, gaps,"
                + " main_metric, spec, spec_digest, examples, inputs_sha256) values ('%s', '%s', '1',"
                + " 'published', 'score', 'latest', 'worst', 'contains@1', '{}', sha256('spec'), 1,"
                + " sha256('inputs'))")
            .formatted(VERSION, benchmark));
    POSTGRES
        .database()
        .run(tx -> {
          ExampleStore.add(tx, VERSION, List.of(example("fr", "{\"references\":[\"Pari\"]}")));
          GoldStore.add(tx, VERSION, 2, Map.of(0, "{\"references\":[\"Paris\"]}"));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "palmares_api,     select, false",
    "palmares_api,     insert, false",
    "palmares_api,     update, false",
    "palmares_api,     delete, false",
    "palmares_gold,    select, true",
    "palmares_gold,    insert, true",
    "palmares_gold,    update, false",
    "palmares_gold,    delete, false",
    "palmares_erasure, select, false",
    "palmares_runtime, select, false"
  })
  void goldIsForItsOwnRoleToReadAndToAddTo(String role, String right, boolean allowed) {
    var tables =
        POSTGRES.query(
            "select has_table_privilege('%s', 'gold', '%s')".formatted(role, right), Boolean.class);

    assertThat(tables).containsExactly(allowed);
    if (!right.equals("delete")) {
      assertThat(
              POSTGRES.query(
                  "select has_any_column_privilege('%s', 'gold', '%s')".formatted(role, right),
                  Boolean.class))
          .containsExactly(allowed);
    }
  }

  @Test
  void theRoleOfGoldReadsWhatGoldBelongsToAndNothingElse() {
    assertThat(
            POSTGRES.query(
                "select relname::text from pg_class where relnamespace = 'public'::regnamespace"
                    + " and relkind in ('r', 'v', 'm', 'p')"
                    + " and has_any_column_privilege('palmares_gold', oid, 'select') order by 1",
                String.class))
        .containsExactly("benchmark_example", "example", "gold");
  }

  @Test
  void aTransactionThatHasReadGoldGoesOnWithoutTheRight() {
    POSTGRES
        .database()
        .run(tx -> {
          assertThat(GoldStore.page(tx, VERSION, 1, -1, 10))
              .extracting(GoldRow::gold)
              .containsExactly("{\"references\": [\"Pari\"]}");
          assertThat(GoldStore.named(tx, VERSION, 2, List.of("fr")))
              .extracting(GoldRow::gold)
              .containsExactly("{\"references\": [\"Paris\"]}");
          assertThat(worksAs(tx)).isEqualTo("palmares_api");
        });
  }

  @Test
  void aQueryThatDoesNotEnterTheRoleFindsNoGold() {
    assertThatThrownBy(
            () -> POSTGRES.database().run(tx -> tx.sql().fetch("select content from gold")))
        .hasMessageContaining("permission denied for table gold");
  }

  @Test
  void workThatFailsLeavesTheRoleToo() {
    POSTGRES
        .database()
        .run(tx -> {
          assertThatThrownBy(() ->
                  GoldRole.in(
                      tx,
                      sql -> {
                        throw new IllegalStateException("not the database's fault");
                      }))
              .hasMessage("not the database's fault");

          assertThat(worksAs(tx)).isEqualTo("palmares_api");
        });
  }

  @Test
  void aFailureOfTheDatabaseIsToldAsItIs() {
    assertThatThrownBy(() ->
            POSTGRES
                .database()
                .run(tx -> GoldRole.in(tx, sql -> sql.execute("select 1 from account"))))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("permission denied for table account");

    assertThat(POSTGRES.database().transact(GoldRoleTest::worksAs)).isEqualTo("palmares_api");
  }

  private static String worksAs(Tx tx) {
    return tx.sql().fetchSingle("select current_user::text").get(0, String.class);
  }

  private static NewExample example(String name, String gold) {
    return new NewExample(0, name, "test", List.of(), Sha256.of(name), "[]", gold);
  }
}
