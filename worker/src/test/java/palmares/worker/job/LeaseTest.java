package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import palmares.worker.client.JobKey;
import palmares.worker.job.Lease.End;

class LeaseTest {

  private final Lease lease = new Lease(new JobKey("j1", "t1", null), 1_000, Duration.ofNanos(500));

  @Test
  void aLeaseCountsFromBeforeTheRequest() {
    assertThat(lease.until()).isEqualTo(1_500);

    lease.renew(1_400, Duration.ofNanos(600));

    assertThat(lease.until()).isEqualTo(2_000);
  }

  @Test
  void whoHoldsALeaseIsInterruptedWhenItEnds() throws Exception {
    lease.hold();

    lease.end(End.ABANDONED);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whoHasLetGoIsNotReachedAnyMore() throws Exception {
    lease.hold();
    lease.letGo();

    lease.end(End.EXPIRED);

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void theFirstReasonStays() {
    lease.end(End.EXPIRED);
    lease.end(End.HANDED_BACK);

    assertThat(lease.end()).isEqualTo(End.EXPIRED);
  }

  @Test
  void aLeaseThatEndedBeforeWorkBeganIsNotHeld() {
    lease.end(End.HANDED_BACK);

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(lease::hold);
  }

  @Test
  void onlyExpiredLeasesEndByTheClock() {
    var leases = new Leases();
    var later = new Lease(new JobKey("j2", "t2", null), 2_000, Duration.ofNanos(500));
    leases.add(lease);
    leases.add(later);

    leases.endExpired(1_500);

    assertThat(lease.end()).isEqualTo(End.EXPIRED);
    assertThat(later.end()).isNull();
    assertThat(leases.untilExpiry(2_100, Duration.ofSeconds(1))).isEqualTo(Duration.ofNanos(400));
  }
}
