package palmares.web.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;
import palmares.contract.submission.EvaluatedExample;
import palmares.contract.submission.NewSubmission;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmitAnswer;
import palmares.contract.submission.TimelineEvent;
import palmares.contract.system.SystemDetail;
import palmares.contract.system.SystemSummary;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import tools.jackson.core.type.TypeReference;

/// What pages ask of submissions, beyond where one stands.
public record SubmissionCalls(ApiClient api) {

  /// Which submissions are asked for; everything that is absent leaves nothing out.
  ///
  /// @param state of the run, or `withdrawn`
  public record Which(@Nullable String benchmark, @Nullable String team, @Nullable String state) {

    public static final Which ALL = new Which(null, null, null);
  }

  /// The submissions that the caller may follow, newest first.
  ///
  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<SubmissionStatus>> page(Which which, @Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("limit", Integer.toString(limit));
    put(query, "benchmark", which.benchmark());
    put(query, "team", which.team());
    put(query, "state", which.state());
    put(query, "cursor", cursor);
    return api.get("/submissions", query, new TypeReference<>() {});
  }

  /// The newest submissions to a benchmark version that the caller may follow.
  ///
  /// @param system part of the name of its system; empty for any
  public Answer<Page<SubmissionStatus>> find(
      String benchmark, String version, String system, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("limit", Integer.toString(limit));
    put(query, "benchmark", benchmark);
    put(query, "version", version);
    put(query, "system", system.isBlank() ? null : system.strip());
    return api.get("/submissions", query, new TypeReference<>() {});
  }

  /// All that happened to a submission, in order.
  public Answer<List<TimelineEvent>> timeline(String id) {
    var events = new ArrayList<TimelineEvent>();
    var query = new LinkedHashMap<String, String>();
    query.put("limit", Integer.toString(Page.MAX_LIMIT));
    while (true) {
      Answer<Page<TimelineEvent>> answer =
          api.get(path(id) + "/timeline", query, new TypeReference<>() {});
      switch (answer) {
        case Given(var page) -> {
          events.addAll(page.items());
          put(query, "cursor", page.next());
          if (page.next() == null) {
            return new Given<>(events);
          }
        }
        case Denied(var why) -> {
          return new Denied<>(why);
        }
      }
    }
  }

  /// @param action `cancel`, `retry`, `choose` or `withdraw`
  public Answer<SubmissionStatus> change(String id, String action) {
    return api.post(path(id) + "/" + action, Map.of(), null, null, new TypeReference<>() {});
  }

  public Answer<SystemDetail> system(String id) {
    return api.get("/systems/" + ApiClient.encoded(id), Map.of(), new TypeReference<>() {});
  }

  /// Shows everyone whose system it is.
  public Answer<SystemSummary> publish(String system) {
    return api.post(
        "/systems/" + ApiClient.encoded(system) + "/publish",
        Map.of(),
        null,
        null,
        new TypeReference<>() {});
  }

  /// Which examples are asked for.
  ///
  /// @param order `example`, `worst` or `disagreement`
  /// @param evaluator for the order `worst`
  public record Wanted(String order, @Nullable String evaluator, @Nullable String category) {}

  /// @param skip how many of the first are passed over
  public Answer<Page<EvaluatedExample>> examples(String id, Wanted wanted, int skip, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("order", wanted.order());
    query.put("limit", Integer.toString(limit));
    put(query, "evaluator", wanted.evaluator());
    put(query, "category", wanted.category());
    put(query, "skip", skip == 0 ? null : Integer.toString(skip));
    return api.get(path(id) + "/examples", query, new TypeReference<>() {});
  }

  public Answer<EvaluatedExample> example(String id, String example) {
    return api.get(
        path(id) + "/examples/" + ApiClient.encoded(example), Map.of(), new TypeReference<>() {});
  }

  /// Submits a system that workers run, or only says what would be wrong.
  ///
  /// @param key names the order; absent for a check
  public Answer<SubmitAnswer> submit(NewSubmission submission, @Nullable String key) {
    Map<String, String> query = key == null ? Map.of("check", "true") : Map.of();
    return api.post("/submissions", query, submission, key, new TypeReference<>() {});
  }

  private static String path(String id) {
    return "/submissions/" + ApiClient.encoded(id);
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }
}
