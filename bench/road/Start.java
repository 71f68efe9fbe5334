package road;

import static road.Times.shown;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// From the POST of a submission to the moment when its first job runs, on a platform without other
/// work.
final class Start {

  private static final int WARM_UP = 20;
  private static final int SUBMISSIONS = 100;
  private static final int EXAMPLES = 20;
  private static final Duration TARGET = Duration.ofMillis(250);

  private Start() {}

  static List<Figure> measure(Platform platform) throws Exception {
    platform.publish("start", EXAMPLES, "token-f1@1,exact-match@1,contains@1,rouge-l@1");
    var body = Platform.responses(EXAMPLES, i -> "it is " + i);
    var running = new ArrayList<Duration>();
    var answered = new ArrayList<Duration>();
    for (var i = 0; i < WARM_UP + SUBMISSIONS; i++) {
      var posted = Instant.now();
      var submission = Platform.submit(platform.admin(), "start", "s" + i, body);
      var answer = Instant.now();
      var run = platform.ledger().run(submission);
      platform.awaitEnd(run, Duration.ofSeconds(30));
      if (i >= WARM_UP) {
        answered.add(Duration.between(posted, answer));
        running.add(Duration.between(posted, platform.ledger().started(run)));
      }
    }
    var times = new Times(running);
    return List.of(
        new Figure(
            "submit to running, p95 of " + SUBMISSIONS,
            "< " + shown(TARGET),
            shown(times.percentile(95)),
            "median %s; the POST alone p95 %s"
                .formatted(shown(times.median()), shown(new Times(answered).percentile(95))),
            times.percentile(95).compareTo(TARGET) < 0));
  }
}
