package palmares.api.identity;

import java.util.Locale;

/// What an account is allowed at most.
public enum Role {
  MEMBER,
  ORGANISER,
  ADMIN;

  /// The word used on the wire and in the database.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such role, naming those there are
  public static Role of(String word) {
    for (var role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "role must be one of member, organiser, admin: '" + word + "'");
  }
}
