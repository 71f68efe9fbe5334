package palmares.db.exclusion;

/// Which runs organisers leave out, as a condition within a statement.
public final class LeftOutRuns {

  private LeftOutRuns() {}

  /// That an exclusion stands that names the run, one whose evidence it carries on, or its
  /// submission. A run carries on the evidence of what it retries and the responses of what it
  /// scores again: to leave those out and not it would leave nothing out.
  ///
  /// @param submission and `run`: what their rows are called in the statement
  public static String condition(String submission, String run) {
    return """
    exists (
      with recursive line as (
        select %2$s.id, %2$s.retry_of, %2$s.rescore_of
        union
        select earlier.id, earlier.retry_of, earlier.rescore_of
        from line join run earlier on earlier.id in (line.retry_of, line.rescore_of))
      select from (select %1$s.id::text as id union all select line.id::text from line) named
      join exclusion x on x.subject = named.id and x.kind in ('run', 'submission')
      where not exists (select from exclusion_lift lift where lift.exclusion_id = x.id))\
    """
        .formatted(submission, run);
  }
}
