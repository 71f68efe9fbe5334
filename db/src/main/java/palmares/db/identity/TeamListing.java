package palmares.db.identity;

/// A team as one of its members lists it.
///
/// @param role of that member
public record TeamListing(TeamRow team, String role, int members) {}
