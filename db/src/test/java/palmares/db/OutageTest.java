package palmares.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.testing.TestDatabase;

class OutageTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @Test
  void aDatabaseThatDoesNotLetUsInIsAnOutageWithItsReason() {
    var config = POSTGRES.config();
    var unknown = new DatabaseConfig(config.url(), "nobody", "wrong", 2, Duration.ofMillis(300));

    assertThat(reason(unknown)).contains("nobody");
  }

  @Test
  void aDatabaseThatIsNotThereIsAnOutage() {
    var absent =
        new DatabaseConfig(
            "jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 2, Duration.ofMillis(300));

    assertThat(reason(absent)).contains("127.0.0.1:1");
  }

  @Test
  void aStatementThatIsWrongIsNone() {
    assertThat(reasonOf(POSTGRES.database(), "select nothing from nowhere")).isNull();
    assertThat(Outage.reason(new IllegalStateException("ours"))).isNull();
  }

  private static String reason(DatabaseConfig config) {
    try (var database = Database.connect(config)) {
      return reasonOf(database, "select 1");
    } catch (RuntimeException e) {
      return Outage.reason(e);
    }
  }

  private static String reasonOf(Database database, String sql) {
    try {
      database.run(tx -> tx.sql().fetch(sql));
      return "it answered";
    } catch (RuntimeException e) {
      return Outage.reason(e);
    }
  }
}
