package palmares.db;

import java.util.Arrays;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.JSONB;
import org.jooq.Param;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/// Refuses U+0000 before it reaches PostgreSQL, which takes it in neither text nor jsonb and ends
/// the transaction for it.
final class NulGuard implements ExecuteListener {

  @Override
  public void bindStart(ExecuteContext context) {
    var query = context.query();
    for (var each : query != null ? new Query[] {query} : context.batchQueries()) {
      if (each != null) {
        each.getParams().values().forEach(NulGuard::check);
      }
    }
  }

  private static void check(Param<?> parameter) {
    check(parameter.getValue());
  }

  private static void check(@Nullable Object value) {
    switch (value) {
      case String text -> refuse(text.indexOf('\0'), text);
      case JSONB json -> refuse(escapedNul(json.data()), json.data());
      case String[] texts -> Arrays.stream(texts).forEach(NulGuard::check);
      case null, default -> {}
    }
  }

  private static void refuse(int at, String text) {
    if (at >= 0) {
      var before = text.substring(Math.max(0, at - 40), at);
      throw new IllegalArgumentException(
          "text must not contain U+0000; found at position " + at + ", after \"" + before + "\"");
    }
  }

  private static int escapedNul(String json) {
    int from = 0;
    while (true) {
      int at = json.indexOf("\\u0000", from);
      if (at < 0) {
        return -1;
      }
      int backslashes = 0;
      while (at - backslashes > 0 && json.charAt(at - backslashes - 1) == '\\') {
        backslashes++;
      }
      if (backslashes % 2 == 0) {
        return at;
      }
      from = at + 1;
    }
  }
}
