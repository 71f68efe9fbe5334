package palmares.api.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;

/// Refuses addresses with U+0000, which no text that we store or look for can have.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class NulFilter {

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (request.getPath().contains("%00")) {
      throw refused("The path");
    }
    request
        .getParameters()
        .forEach((name, values) -> {
          if (hasNul(name) || values.stream().anyMatch(NulFilter::hasNul)) {
            throw refused("The parameter '" + Problems.shown(name) + "'");
          }
        });
  }

  private static boolean hasNul(String text) {
    return text.indexOf('\0') >= 0;
  }

  private static Refused refused(String where) {
    return Refused.badRequest(where + " has the character U+0000, which nothing here can have.");
  }
}
