package palmares.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

  @Test
  void isOfVersionSevenAndOfTheStandardVariant() {
    var id = UuidV7.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void carriesTheMillisecondsOfItsMaking() {
    long before = System.currentTimeMillis();

    long stamp = UuidV7.next().getMostSignificantBits() >>> 16;

    // The counter may run ahead when thousands are made in one millisecond.
    assertThat(stamp).isBetween(before, System.currentTimeMillis() + 100);
  }

  @Test
  void sortsAsTextByOrderOfMakingEvenWithinAMillisecond() {
    var made = Stream.generate(UuidV7::next).limit(20_000).map(UUID::toString).toList();

    assertThat(made).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
  }
}
