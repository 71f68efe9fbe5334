package palmares.web.identity;

import java.util.Collection;
import java.util.List;

/// What roles and scopes allow, in words.
final class ScopeWords {

  private static final List<String> ORDER = List.of("read", "submit", "organise", "admin");

  private ScopeWords() {}

  static String ofRole(String role) {
    return switch (role) {
      case "admin" -> "you may do everything, also what operators do";
      case "organiser" -> "you may submit, and publish benchmarks";
      case "member" -> "you may look around and submit";
      default -> "your role is " + role;
    };
  }

  static String of(String scope) {
    return switch (scope) {
      case "read" -> "read: see what you see";
      case "submit" -> "submit: make submissions and cancel them";
      case "organise" -> "organise: publish benchmarks";
      case "admin" -> "admin: everything operators do";
      default -> scope;
    };
  }

  /// From what allows least to what allows most.
  static List<String> ordered(Collection<String> scopes) {
    return ORDER.stream().filter(scopes::contains).toList();
  }

  static String list(List<String> scopes) {
    return String.join(", ", ordered(scopes));
  }
}
