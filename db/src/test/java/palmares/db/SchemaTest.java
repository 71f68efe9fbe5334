package palmares.db;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.testing.TestDatabase;

class SchemaTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private static final String REFUSAL =
      "is of another make and cannot be brought up to date"
          + " (Migration checksum mismatch for migration version 1): name an empty database";

  @BeforeAll
  static void aSchemaWhoseFirstMigrationWasAnother() {
    POSTGRES.asOwner("update flyway_schema_history set checksum = checksum + 1");
  }

  @Test
  void aSchemaOfAnotherMakeIsNotMigratedAndOneLineSaysWhatToDo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Database.migrate(POSTGRES.owner(), "palmares_runtime"))
        .withMessageContaining(REFUSAL)
        .extracting(Throwable::getMessage, as(STRING))
        .hasLineCount(1);
  }

  @Test
  void nobodyIsSentToTheOwnerForASchemaThatNoOwnerCanBringUpToDate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Database.open(POSTGRES.config()).close())
        .withMessageContaining(REFUSAL);
  }
}
