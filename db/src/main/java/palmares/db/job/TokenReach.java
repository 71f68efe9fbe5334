package palmares.db.job;

/// Which jobs a worker's token is good for, as SQL: the one place that says so, for dispatch,
/// claims and what waiting jobs wait for.
///
/// A job with gold goes to the operator's pools, to those of the benchmark's own team, and to
/// others only where the gold is anyone's to see; one that compares pairs, which has the responses
/// of two teams, never to others.
public final class TokenReach {

  /// Over a row `t` of `access_token` and a row `j` of `job`.
  public static final String ADMITS =
      """
      (t.job_kinds is null or j.stage = any(t.job_kinds))
      and (t.teams is null or j.team_id = any(t.teams) and (j.stage = 'generate' or exists (
        select from run r
        join benchmark_version v on v.id = r.benchmark_version_id
        join benchmark b on b.id = v.benchmark_id
        where r.id = j.run_id
          and (b.team_id = any(t.teams)
            or b.visibility = 'public' and v.visible = 'gold' and j.stage <> 'pair'))))
      """;

  private TokenReach() {}
}
