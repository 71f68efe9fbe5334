package palmares.web.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.comparison.ComparedExample;
import palmares.contract.comparison.Comparison;
import palmares.contract.page.Page;
import tools.jackson.core.type.TypeReference;

/// What pages ask of two submissions side by side.
public record ComparisonCalls(ApiClient api) {

  /// What is compared.
  ///
  /// @param left and `right`: ids of submissions
  /// @param evaluator the benchmark's main metric if absent
  /// @param category all examples if absent
  public record Wanted(
      String left, String right, @Nullable String evaluator, @Nullable String category) {

    private String path() {
      return "/comparisons/" + ApiClient.encoded(left) + "/" + ApiClient.encoded(right);
    }

    private Map<String, String> query() {
      var query = new LinkedHashMap<String, String>();
      put(query, "evaluator", evaluator);
      put(query, "category", category);
      return query;
    }
  }

  /// Which of the examples, and in which order.
  ///
  /// @param order `example` or `difference`
  /// @param better `left`, `right` or `either`; all examples if absent
  public record Listing(String order, @Nullable String better) {

    private Map<String, String> query(Wanted wanted) {
      var query = wanted.query();
      query.put("order", order);
      put(query, "better", better);
      return query;
    }
  }

  /// The first answer takes its time.
  public Answer<Comparison> comparison(Wanted wanted) {
    return api.getPatiently(wanted.path(), wanted.query(), new TypeReference<>() {});
  }

  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<ComparedExample>> examples(
      Wanted wanted, Listing listing, @Nullable String cursor, int limit) {
    var query = listing.query(wanted);
    query.put("limit", Integer.toString(limit));
    put(query, "cursor", cursor);
    return api.get(wanted.path() + "/examples", query, new TypeReference<>() {});
  }

  public Answer<ComparedExample> example(Wanted wanted, Listing listing, String example) {
    return api.get(
        wanted.path() + "/examples/" + ApiClient.encoded(example),
        listing.query(wanted),
        new TypeReference<>() {});
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }
}
