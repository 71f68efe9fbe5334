package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.db.identity.Reach;
import palmares.db.testing.TestDatabase;

/// Invariant 14 over time: where teams of unequal weight share few slots, each gets its share.
class WeightedFairnessTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
  }

  /// What a team has been given never strays from its weight's share of the slots by more than two
  /// jobs, and it waits for at most one and a half rounds, in which each team gets a slot for each
  /// unit of its weight, and one slot more for each other team.
  @ParameterizedTest
  @CsvSource({"1, 1 10", "2, 1 10", "1, 3 5", "1, 1 2 4", "2, 1 1 1 5", "3, 1 3 2 7"})
  void eachTeamGetsItsShareAndNoneWaitsLongerThanItsBound(int slots, String weights) {
    var weight = List.of(weights.split(" ")).stream().map(Integer::valueOf).toList();
    var all = weight.stream().mapToInt(Integer::intValue).sum();
    var turns = 3 * all;
    var teams =
        weight.stream().map(each -> waiting("weight-" + each, each, 3 * each + 10)).toList();

    var claimed = new SlotsInTurn(ledger, slots).turn(turns).stream().map(this::teamOf).toList();

    for (int i = 0; i < teams.size(); i++) {
      var team = teams.get(i);
      var share = (double) weight.get(i) / all;
      var given = IntStream.range(0, turns).filter(n -> claimed.get(n).equals(team)).toArray();
      assertThat(IntStream.rangeClosed(1, turns))
          .as("team %d of %s over time", i, weights)
          .allSatisfy(n -> {
            var upToThen = IntStream.of(given).filter(turn -> turn < n).count();
            assertThat(upToThen - n * share).isBetween(-2.0, 2.0);
          });
      assertThat(longestWait(given, turns))
          .as("waited for by team %d of %s", i, weights)
          .isLessThanOrEqualTo((int) Math.ceil(1.5 / share) + teams.size() - 1);
    }
  }

  /// A team that has just come has nothing in arrears, and falls behind from then on.
  @Test
  void aLightTeamThatComesLaterGetsItsTurn() {
    waiting("heavy", 10, 100);
    var slots = new SlotsInTurn(ledger, 1);
    slots.turn(20);
    var light = waiting("light", 1, 20);

    var claimed = slots.turn(33).stream().map(this::teamOf).toList();

    assertThat(claimed.stream().filter(light::equals)).hasSizeBetween(2, 4);
    assertThat(claimed.indexOf(light)).isLessThanOrEqualTo(17);
  }

  /// What a team is owed while it has nothing to do does not add up to a monopoly.
  @Test
  void aTeamThatWasAwayIsOwedOneSlotAtMost() {
    waiting("steady", 1, 100);
    var guest = waiting("guest", 1, 2);
    var slots = new SlotsInTurn(ledger, 1);
    slots.turn(24);
    addJobs(guest, 20);

    var claimed = slots.turn(12).stream().map(this::teamOf).toList();

    assertThat(claimed.stream().filter(guest::equals)).hasSizeBetween(4, 7);
  }

  /// By count alone the long jobs would be half of all, and would hold nine slots of ten.
  @Test
  void aTeamWithLongerJobsIsGivenFewerOfThem() {
    var slow = waiting("slow", 1, 40);
    waiting("quick", 1, 40);

    var claimed = new SlotsInTurn(ledger, 4, job -> teamOf(job).equals(slow) ? 10 : 1).turn(40);

    assertThat(claimed.stream().map(this::teamOf).filter(slow::equals)).hasSizeBetween(8, 15);
  }

  /// Slots of other machines are no slots of these.
  @Test
  void whatATeamHasInFlightElsewhereTakesNothingFromItsShareHere() {
    waiting("large", 1, 100);
    var busy = waiting("busy", 1, 10);
    var reach = new Reach("own", List.of(), List.of(busy));
    var token = ledger.rows.token(ledger.database, reach);
    var own = ledger.worker(token, reach, 4, "lead-sentence");
    ledger.start(ledger.generating(1, Ledger.metric("rouge-l")), busy, 0);
    ledger.dispatch().stream()
        .limit(4)
        .forEach(job -> ledger.claims.claim(token, own, job, UUID.randomUUID()));

    var claimed = new SlotsInTurn(ledger, 1).turn(12).stream().map(this::teamOf).toList();

    assertThat(claimed.stream().filter(busy::equals)).hasSizeBetween(5, 7);
  }

  private UUID waiting(String name, int weight, int jobs) {
    var team = ledger.team(name + "-" + UUID.randomUUID(), weight);
    addJobs(team, jobs);
    return team;
  }

  private void addJobs(UUID team, int jobs) {
    for (int i = 0; i < jobs; i += Ledger.EXAMPLES) {
      ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")), team, 0);
    }
  }

  private UUID teamOf(UUID job) {
    return POSTGRES
        .query("select team_id from job where id = '" + job + "'", UUID.class)
        .getFirst();
  }

  /// The most turns of others between two of its own, the ends included.
  private static int longestWait(int[] given, int turns) {
    int last = -1;
    int longest = 0;
    for (int turn : given) {
      longest = Math.max(longest, turn - last - 1);
      last = turn;
    }
    return Math.max(longest, turns - last - 1);
  }
}
