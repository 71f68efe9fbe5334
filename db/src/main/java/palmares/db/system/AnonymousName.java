package palmares.db.system;

import java.util.UUID;

/// A system of which nobody but its team and administrators may know whose it is.
///
/// @param no its number on the benchmark version
public record AnonymousName(UUID system, UUID team, int no) {

  /// What everyone else reads in place of its name.
  public String text() {
    return text(no);
  }

  public static String text(int no) {
    return "Anonymous " + no;
  }
}
