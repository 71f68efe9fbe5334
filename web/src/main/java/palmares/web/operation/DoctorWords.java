package palmares.web.operation;

import java.util.Map;

/// What each count of the doctor means when it is not zero.
final class DoctorWords {

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry(
              "overdue rows",
              "Something should have gone on a minute ago and did not: no api sweeps the ledger,"
                  + " or it is far behind."),
          Map.entry(
              "runs whose open jobs do not add up",
              "A run counts other jobs than it has, so it could end too early or never."),
          Map.entry(
              "runs without open jobs that have not ended",
              "All of a run's work is done and nobody has ended it."),
          Map.entry(
              "ended runs whose evidence does not add up",
              "A run has ended with more or fewer results than it has examples."),
          Map.entry(
              "evidence of runs or examples that are not there",
              "Results belong to nothing that is known."),
          Map.entry(
              "jobs done more than once, or without a done attempt",
              "What was counted as done was done twice, or by nobody."),
          Map.entry(
              "claims without their attempt",
              "A worker holds a job that the ledger does not know it took."),
          Map.entry(
              "quotas that do not add up",
              "A team's used submissions are not those that its ledger names."),
          Map.entry(
              "budgets that do not add up",
              "What a team has spent is not what its ledger names, or is settled wrongly."),
          Map.entry(
              "imports whose evidence does not add up",
              "A file was taken in with more or fewer rows than its report says."),
          Map.entry(
              "snapshots that mix revisions of the gold",
              "A leaderboard compares scores against different gold."),
          Map.entry("documents without a blob", "A row names a stored file that has no entry."),
          Map.entry(
              "timelines with holes", "An event of a submission or a leaderboard is missing."),
          Map.entry(
              "boards built further than wanted",
              "A leaderboard says that it is newer than its evidence."),
          Map.entry(
              "blobs without their file", "A stored file is gone: bring it back from a backup."),
          Map.entry("blobs of another length", "A stored file was cut short or written over."),
          Map.entry(
              "orphan blobs",
              "Files that no row names; they are removed by themselves after a day."),
          Map.entry(
              "blobs of another content", "A stored file does not have the content of its name."),
          Map.entry(
              "snapshots that do not verify",
              "Made again from its evidence, the newest snapshot of a leaderboard differs."));

  private DoctorWords() {}

  static String of(String check) {
    return MEANINGS.getOrDefault(check, "A rule of the platform that does not hold.");
  }
}
