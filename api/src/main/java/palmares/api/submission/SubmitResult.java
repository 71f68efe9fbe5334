package palmares.api.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import palmares.contract.problem.Problem.Flaw;
import palmares.contract.submission.SubmitAnswer;

/// What came of a submission.
sealed interface SubmitResult {

  record Accepted(SubmitAnswer answer) implements SubmitResult {}

  /// A dry run found nothing wrong.
  record WouldAccept(SubmitAnswer answer) implements SubmitResult {}

  /// It was accepted before under the same idempotency key.
  record Repeated(int status, String location, String body) implements SubmitResult {}

  record KeyOfOtherRequest(String key) implements SubmitResult {}

  record KeyInUse(String key) implements SubmitResult {}

  record UnknownBenchmark(String name) implements SubmitResult {}

  record UnknownTeam(String name) implements SubmitResult {}

  record NotOpenYet(Instant opensAt) implements SubmitResult {}

  record Closed(Instant closedAt) implements SubmitResult {}

  record UnknownBuiltIn(String key, List<String> offered) implements SubmitResult {}

  /// It was to be anonymous, and everyone may know the system of this name already.
  record NameIsPublished(String name) implements SubmitResult {}

  /// Only those whose benchmark it is say what its baselines are.
  record NoBaseline() implements SubmitResult {}

  record Flawed(List<Flaw> flaws, boolean tooLarge) implements SubmitResult {}

  record QuotaSpent(int perDay, Duration again) implements SubmitResult {}
}
