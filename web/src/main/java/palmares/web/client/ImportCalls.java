package palmares.web.client;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import palmares.contract.imported.ImportEntry;
import palmares.contract.page.Page;
import tools.jackson.core.type.TypeReference;

/// What pages ask of evidence that others measured.
public record ImportCalls(ApiClient api) {

  /// Newest first, at most `limit`, of the benchmarks that the caller may see.
  ///
  /// @param benchmark only its imports; all if absent
  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<ImportEntry>> imports(
      @Nullable String benchmark, @Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("limit", Integer.toString(limit));
    if (benchmark != null) {
      query.put("benchmark", benchmark);
    }
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    return api.get("/imports", query, new TypeReference<>() {});
  }
}
