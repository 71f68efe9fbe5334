package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;
import palmares.api.identity.SecondFactors.Result;
import palmares.api.vault.Vault;
import palmares.db.Database;

class SecondFactorsTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  /// Without the digits that the database rounds away.
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Test
  void aCodeIsGoodOnceAndSoIsEveryEarlierOne() {
    var ada = person("ada");
    var device = enrolled(ada);

    assertThat(check(ada, 60, device.code(start, 2))).isInstanceOf(Result.Right.class);
    assertThat(check(ada, 60, device.code(start, 2))).isInstanceOf(Result.Wrong.class);
    assertThat(check(ada, 60, device.code(start, 1))).isInstanceOf(Result.Wrong.class);
    assertThat(check(ada, 60, device.code(start, 3))).isInstanceOf(Result.Right.class);
  }

  @Test
  void theCodeThatConfirmedDoesNotSignIn() {
    var bob = person("bob");
    var device = enrolled(bob);

    assertThat(check(bob, 0, device.code(start, 0))).isInstanceOf(Result.Wrong.class);
  }

  @Test
  void clocksMayDifferByOneStepAndNoMore() {
    var cleo = person("cleo");
    var device = enrolled(cleo);

    assertThat(check(cleo, 300, device.code(start, 8))).isInstanceOf(Result.Wrong.class);
    assertThat(check(cleo, 300, device.code(start, 12))).isInstanceOf(Result.Wrong.class);
    assertThat(check(cleo, 300, device.code(start, 9))).isInstanceOf(Result.Right.class);
    assertThat(check(cleo, 300, device.code(start, 11))).isInstanceOf(Result.Right.class);
  }

  @Test
  void wrongCodesInARowMakeTheNextOneWaitAlsoOnAnotherReplica() {
    var dora = person("dora");
    var device = enrolled(dora);
    for (int i = 0; i < SecondFactors.FREE_FAILURES; i++) {
      assertThat(check(dora, 60, "wrong1")).isInstanceOf(Result.Wrong.class);
    }

    assertThat(check(dora, 65, device.code(start, 2)))
        .isInstanceOfSatisfying(
            Result.TooMany.class,
            wait -> assertThat(wait.retryAfter()).isBetween(seconds(1), seconds(30)));
    assertThat(check(dora, 90, device.code(start, 3))).isInstanceOf(Result.Right.class);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private Result check(Caller.Person person, int secondsLater, String code) {
    var database = API.context().getBean(Database.class);
    return database.transact(tx -> at(secondsLater).check(tx, person.account(), code));
  }

  private SecondFactors at(int secondsLater) {
    return new SecondFactors(
        API.context().getBean(Database.class),
        API.context().getBean(Vault.class),
        Clock.fixed(start.plusSeconds(secondsLater), ZoneOffset.UTC));
  }

  private Authenticator enrolled(Caller.Person person) {
    var begun = (Result.Begun) at(0).begin(person);
    var device = Authenticator.of(begun.key());
    assertThat(at(0).confirm(person, UUID.randomUUID(), device.code(start, 0)))
        .isInstanceOf(Result.Codes.class);
    return device;
  }

  private static Caller.Person person(String name) {
    API.member(name);
    var id =
        UUID.fromString(
            API.column("select id from account where name = '%s'".formatted(name)).getFirst());
    return new Caller.Person(
        new Caller.Credential.Session(UUID.randomUUID()),
        id,
        name,
        Role.MEMBER,
        Set.of(),
        new Caller.Team(id, name),
        List.of());
  }
}
