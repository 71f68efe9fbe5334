package palmares.api.identity;

import java.util.Locale;

/// What a member may do in a team: everyone acts for it, owners also say who belongs to it.
enum TeamRole {
  OWNER,
  MEMBER;

  /// The word used on the wire and in the database.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such role, naming those there are
  static TeamRole of(String word) {
    for (var role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException("role must be one of owner, member: '" + word + "'");
  }
}
