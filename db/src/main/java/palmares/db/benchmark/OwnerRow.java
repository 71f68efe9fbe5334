package palmares.db.benchmark;

/// @param team that owns a benchmark, by name
/// @param visibility public or team
public record OwnerRow(String team, String visibility) {}
