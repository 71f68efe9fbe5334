package palmares.launcher.role;

import org.jspecify.annotations.Nullable;

/// One thing that a role can be told.
///
/// @param name of the environment variable, and of the key in a file
/// @param otherwise what it is when nothing is said; absent for what must be said
/// @param secret never shown; may be given as the name of a file in `NAME_FILE`
public record Setting(String name, @Nullable String otherwise, boolean secret, String meaning) {

  static Setting needed(String name, String meaning) {
    return new Setting(name, null, false, meaning);
  }

  static Setting neededSecret(String name, String meaning) {
    return new Setting(name, null, true, meaning);
  }

  static Setting optional(String name, String otherwise, String meaning) {
    return new Setting(name, otherwise, false, meaning);
  }

  static Setting optionalSecret(String name, String meaning) {
    return new Setting(name, "", true, meaning);
  }

  String fileName() {
    return name + "_FILE";
  }
}
