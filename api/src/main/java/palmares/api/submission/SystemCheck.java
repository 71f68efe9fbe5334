package palmares.api.submission;

import static palmares.contract.submission.NewSubmission.LONGEST_DESCRIPTION;
import static palmares.contract.submission.NewSubmission.MOST_LINKS;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.contract.submission.NewSubmission.NewSystem;
import palmares.contract.submission.ResponseLine;

/// Checks what a submitter says of the system.
final class SystemCheck {

  private static final Pattern OFFER = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}@[1-9][0-9]{0,8}");
  private static final Pattern ANONYMOUS =
      Pattern.compile("\\s*anonymous\\s*\\d*\\s*", Pattern.CASE_INSENSITIVE);
  private static final int MAX_NAME = 120;
  private static final int MAX_TEXT = 500;

  private SystemCheck() {}

  /// @param path where the system stands; empty for parameters of the request
  static void check(NewSystem system, String path, Flaws flaws) {
    var name = system.name();
    if (name.isBlank() || name.length() > MAX_NAME || !Problems.isPrintable(name)) {
      flaws.add(null, path + "name", "must be 1 to " + MAX_NAME + " printable characters");
    } else if (ANONYMOUS.matcher(name).matches()) {
      flaws.add(
          null, path + "name", "must not be one that anonymous systems are shown under: " + name);
    }
    switch (system.kind()) {
      case "outputs" -> {
        if (system.builtIn() != null) {
          flaws.add(null, path + "builtIn", "belongs to the kind built-in alone");
        }
      }
      case "built-in" -> checkBuiltIn(system.builtIn(), path, flaws);
      default ->
          flaws.add(
              null,
              path + "kind",
              "must be outputs or built-in: '" + Problems.shown(system.kind()) + "'");
    }
    checkText(system.baseModel(), path + "baseModel", flaws);
    checkText(system.licence(), path + "licence", flaws);
    checkDescription(system.description(), path + "description", flaws);
    checkLinks(system.links(), path + "links", flaws);
  }

  static void checkAnonymous(boolean anonymous, boolean baseline, Flaws flaws) {
    if (anonymous && baseline) {
      flaws.add(null, "anonymous", "must not be said of a baseline, which is its organiser's");
    }
  }

  static void checkResponses(NewSystem system, List<ResponseLine> responses, Flaws flaws) {
    if (system.kind().equals("built-in") && !responses.isEmpty()) {
      flaws.add(null, "responses", "must be empty for the kind built-in: workers make them");
    }
  }

  private static void checkBuiltIn(@Nullable String builtIn, String path, Flaws flaws) {
    if (builtIn == null || !OFFER.matcher(builtIn).matches()) {
      flaws.add(
          null,
          path + "builtIn",
          "must be id@version: '" + Problems.shown(String.valueOf(builtIn)) + "'");
    }
  }

  private static void checkText(@Nullable String text, String field, Flaws flaws) {
    if (text != null && (text.length() > MAX_TEXT || !Problems.isPrintable(text))) {
      flaws.add(null, field, "must be at most " + MAX_TEXT + " printable characters");
    }
  }

  private static void checkDescription(@Nullable String text, String field, Flaws flaws) {
    if (text != null
        && (text.length() > LONGEST_DESCRIPTION || !text.lines().allMatch(Problems::isPrintable))) {
      flaws.add(
          null,
          field,
          "must be lines of printable characters, at most " + LONGEST_DESCRIPTION + " in all");
    }
  }

  private static void checkLinks(@Nullable List<String> links, String field, Flaws flaws) {
    if (links == null) {
      return;
    }
    if (links.size() > MOST_LINKS) {
      flaws.add(null, field, "must be at most " + MOST_LINKS + ": " + links.size());
    }
    links.stream()
        .filter(link -> !isWebAddress(link))
        .forEach(link ->
            flaws.add(
                null, field, "must be http or https addresses: '" + Problems.shown(link) + "'"));
  }

  private static boolean isWebAddress(String link) {
    try {
      var uri = new URI(link);
      return link.length() <= MAX_TEXT
          && uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
