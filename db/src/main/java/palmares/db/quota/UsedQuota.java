package palmares.db.quota;

/// What a team has used today of what a benchmark version allows.
public record UsedQuota(String benchmark, String version, int perDay, int used) {}
