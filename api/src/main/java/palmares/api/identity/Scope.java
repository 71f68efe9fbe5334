package palmares.api.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a token allows.
public enum Scope {
  READ,
  SUBMIT,
  ORGANISE,
  ADMIN;

  /// The word used on the wire and in the database.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such scope, naming those there are
  public static Scope of(String word) {
    for (var scope : values()) {
      if (scope.word().equals(word)) {
        return scope;
      }
    }
    throw new IllegalArgumentException(
        "scope must be one of read, submit, organise, admin: '" + word + "'");
  }

  static Set<Scope> ofRole(Role role) {
    return switch (role) {
      case MEMBER -> EnumSet.of(READ, SUBMIT);
      case ORGANISER -> EnumSet.of(READ, SUBMIT, ORGANISE);
      case ADMIN -> EnumSet.allOf(Scope.class);
    };
  }
}
