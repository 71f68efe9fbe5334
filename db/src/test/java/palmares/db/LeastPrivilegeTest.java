package palmares.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.db.testing.TestDatabase;

class LeastPrivilegeTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private static final String[] FORBIDDEN = {
    "update score set value = 1",
    "delete from score",
    "truncate score",
    "update snapshot set document = ''",
    "delete from audit_event",
    "drop table score",
    "alter table score disable trigger all",
    "create table mine (n int)",
    "set role palmares_erasure",
    "set role postgres",
    "set session authorization postgres"
  };

  @BeforeAll
  static void anOwnerWhoMayMakeNoRoles() {
    POSTGRES.asOwner("create role possessor login");
    POSTGRES.asOwner("create database possessed owner possessor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"select 1", "set role none", "reset role", "reset session authorization"})
  void nothingThatASessionSaysLiftsWhatTheApiIsHeldTo(String escape) throws SQLException {
    try (var connection = Database.source(POSTGRES.config()).getConnection();
        var statement = connection.createStatement()) {
      for (var forbidden : FORBIDDEN) {
        statement.execute(escape);
        assertThatThrownBy(() -> statement.execute(forbidden))
            .as(escape + "; " + forbidden)
            .isInstanceOf(SQLException.class)
            .hasMessageMatching("ERROR: (permission denied|must be owner of).*(?s:.*)");
      }
    }
  }

  @Test
  void aSessionThatLaysItsRoleDownCanDoNothingAtAll() throws SQLException {
    try (var connection = Database.source(POSTGRES.config()).getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set role none");

      assertThatThrownBy(() -> statement.execute("select from score"))
          .hasMessageContaining("permission denied for table score");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "superuser,   create role lofty superuser login,                    is a superuser",
    "rolemaker,   create role lofty createrole login,                   may make roles",
    "eraser,      create role lofty login in role palmares_erasure,     may become palmares_erasure",
    "heir,        create role lofty noinherit login in role possessor,  may become possessor",
    "writer,      create role lofty login in role pg_write_all_data,    may become pg_write_all_data",
    "stranger,    create role lofty login,                              is not in all of these roles",
    "goldless,    create role lofty login,                              is not in all of these roles"
  })
  void aLoginThatIsMoreOrLessThanTheApiIsRefused(String name, String made, String flaw) {
    POSTGRES.asOwner(made.replace("lofty", name));
    if (!name.equals("stranger")) {
      POSTGRES.asOwner("grant palmares_api to " + name);
    }
    if (!name.equals("goldless")) {
      POSTGRES.asOwner("grant palmares_gold to " + name);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Database.open(POSTGRES.config().signedInAs(name, "")).close())
        .withMessageStartingWith(
            "the api must not sign in to its database as %s, which %s; ".formatted(name, flaw))
        .withMessageContaining("in palmares_api, palmares_gold and in nothing else");
  }

  @Test
  void theOwnerMigratesAndTheApiIsLetInWhoeverMadeTheRoles() {
    var owner = possessed("possessor");

    Database.migrate(owner, "palmares_runtime");

    try (var database = Database.open(possessed("palmares_runtime"))) {
      String owners =
          database.transact(tx ->
              tx.sql()
                  .fetchSingle(
                      "select string_agg(distinct tableowner, ', ') from pg_tables where schemaname = 'public'")
                  .get(0, String.class));
      assertThat(owners).isEqualTo("possessor");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Database.open(owner).close())
        .withMessageContaining("as possessor, which owns its tables");
  }

  @Test
  void aLoginThatTheOwnerCannotLetInIsNamedWithWhatItNeeds() {
    POSTGRES.asOwner("create role outsider login");
    POSTGRES.asOwner("create database hers owner possessor");

    assertThatThrownBy(() -> Database.migrate(config("hers", "possessor"), "outsider"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("cannot let outsider work on the schema")
        .hasMessageContaining("member of palmares_api, palmares_gold");
  }

  @Test
  void aSchemaThatIsNotUpToDateIsRefusedWhereNoOwnerIsNamed() {
    POSTGRES.asOwner("create database bare");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Database.open(config("bare", "palmares_runtime")).close())
        .withMessageContaining("bare is not that of this version, and no owner is named");
  }

  private static DatabaseConfig possessed(String user) {
    return config("possessed", user);
  }

  private static DatabaseConfig config(String database, String user) {
    var test = POSTGRES.config();
    var url = test.url().substring(0, test.url().lastIndexOf('/') + 1) + database;
    return DatabaseConfig.of(url, user, "");
  }
}
