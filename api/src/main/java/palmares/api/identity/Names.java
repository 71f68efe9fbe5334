package palmares.api.identity;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;

/// The names that accounts and teams share.
final class Names {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private static final int MAX_LIKE = 56;
  private static final int MAX_NUMBER = 1_000;

  private Names() {}

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// The name that comes nearest to what someone is called elsewhere.
  static String like(String other) {
    var name =
        other
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[._-]+|[._-]+$", "");
    var shortened = name.substring(0, Math.min(name.length(), MAX_LIKE));
    return shortened.isEmpty() ? "unnamed" : shortened;
  }

  /// The name itself, or with the smallest number behind it that makes it free.
  ///
  /// @param take takes a name, and says whether it was free
  static String free(String name, Predicate<String> take) {
    return Stream.concat(
            Stream.of(name), IntStream.range(2, MAX_NUMBER).mapToObj(each -> name + "-" + each))
        .filter(take)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no name like " + name + " is free"));
  }

  /// @throws Refused if it cannot be a name
  static void check(String name) {
    if (!isName(name)) {
      throw Refused.badRequest(
          "name must be 1 to 64 of a-z, 0-9, '.', '_', '-', beginning with a letter or digit: '%s'."
              .formatted(Problems.shown(name)));
    }
  }
}
