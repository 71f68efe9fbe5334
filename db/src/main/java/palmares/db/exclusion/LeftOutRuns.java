package palmares.db.exclusion;

/// Which runs organisers leave out, as a condition within a statement.
public final class LeftOutRuns {

  private LeftOutRuns() {}

  /// That an exclusion stands that names the run or its submission.
  ///
  /// @param submission and `run`: what their rows are called in the statement
  public static String condition(String submission, String run) {
    return """
    exists (select from exclusion x
      where x.kind in ('run', 'submission') and x.subject in (%s.id::text, %s.id::text)
        and not exists (select from exclusion_lift lift where lift.exclusion_id = x.id))\
    """
        .formatted(submission, run);
  }
}
