package palmares.api.benchmark;

import java.util.List;
import palmares.contract.benchmark.ErratumAnswer;
import palmares.contract.problem.Problem.Flaw;

/// What came of mending the gold of a benchmark version.
sealed interface ErratumResult {

  record Published(ErratumAnswer answer) implements ErratumResult {}

  /// A dry run found nothing in the way.
  record WouldPublish(ErratumAnswer answer) implements ErratumResult {}

  record Flawed(List<Flaw> flaws) implements ErratumResult {}

  /// All of it is what the newest revision says already.
  record ChangesNothing(int revision) implements ErratumResult {}

  /// What the version has was measured elsewhere: there is no gold here.
  record Imported() implements ErratumResult {}
}
