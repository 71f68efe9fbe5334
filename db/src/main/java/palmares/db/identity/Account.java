package palmares.db.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who may sign in.
///
/// @param role member, organiser or admin
/// @param provided whether an identity provider says who this is
/// @param secretHash of the password or one-time secret; absent when a one-time secret was spent
public record Account(
    UUID id,
    String name,
    String role,
    boolean provided,
    @Nullable String secretHash,
    boolean oneTime) {

  /// Leaves the hash out.
  @Override
  public String toString() {
    return "Account[name=" + name + ", role=" + role + "]";
  }
}
