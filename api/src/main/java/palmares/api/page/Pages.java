package palmares.api.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Refused;
import palmares.contract.page.Page;

/// Cuts lists into pages.
public final class Pages {

  private Pages() {}

  /// @throws Refused if the limit is not in 1..500
  public static int limit(@Nullable Integer wanted) {
    if (wanted == null) {
      return Page.DEFAULT_LIMIT;
    }
    if (wanted < 1 || wanted > Page.MAX_LIMIT) {
      throw Refused.badRequest("limit must be in 1.." + Page.MAX_LIMIT + ": " + wanted + ".");
    }
    return wanted;
  }

  /// @param rows one more than `limit` where there is a next page
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, Cursor> cursor, Function<R, T> item) {
    var shown = rows.subList(0, Math.min(limit, rows.size()));
    var next = rows.size() > limit ? cursor.apply(shown.getLast()).text() : null;
    return new Page<>(shown.stream().map(item).toList(), next);
  }
}
