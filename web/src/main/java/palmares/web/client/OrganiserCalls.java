package palmares.web.client;

import java.util.List;
import java.util.Map;
import palmares.contract.benchmark.DraftDetail;
import palmares.contract.benchmark.DraftSummary;
import palmares.contract.benchmark.ErratumAnswer;
import palmares.contract.benchmark.ErratumStatus;
import palmares.contract.benchmark.NewDraft;
import palmares.contract.benchmark.NewErratum;
import palmares.contract.benchmark.PublishDraft;
import palmares.contract.benchmark.PublishedBenchmark;
import palmares.contract.benchmark.VersionChange;
import palmares.contract.benchmark.VersionStatus;
import tools.jackson.core.type.TypeReference;

/// What the pages of organisers ask for: drafts, versions and errata.
public record OrganiserCalls(ApiClient api) {

  public Answer<List<DraftSummary>> drafts() {
    return api.get("/drafts", Map.of(), new TypeReference<>() {});
  }

  public Answer<DraftDetail> draft(String id) {
    return api.get("/drafts/" + ApiClient.encoded(id), Map.of(), new TypeReference<>() {});
  }

  /// @param key names the draft, so that making it twice makes one
  public Answer<DraftDetail> create(NewDraft draft, String key) {
    return api.post("/drafts", Map.of(), draft, key, new TypeReference<>() {});
  }

  public Answer<DraftDetail> createFrom(String name, String version) {
    return api.change("POST", version(name, version) + "/draft", null, new TypeReference<>() {});
  }

  public Answer<DraftDetail> replace(String id, NewDraft draft) {
    return api.change("PUT", "/drafts/" + ApiClient.encoded(id), draft, new TypeReference<>() {});
  }

  public Answer<Done> delete(String id) {
    return api.delete("/drafts/" + ApiClient.encoded(id));
  }

  public Answer<PublishedBenchmark> publish(String id, PublishDraft order) {
    return api.change(
        "POST", "/drafts/" + ApiClient.encoded(id) + "/publish", order, new TypeReference<>() {});
  }

  public Answer<List<VersionStatus>> versions(String name) {
    return api.get(
        "/benchmarks/" + ApiClient.encoded(name) + "/versions", Map.of(), new TypeReference<>() {});
  }

  public Answer<VersionStatus> state(String name, String version, VersionChange.State change) {
    return api.change("PUT", version(name, version) + "/state", change, new TypeReference<>() {});
  }

  public Answer<VersionStatus> schedule(
      String name, String version, VersionChange.Schedule change) {
    return api.change(
        "PUT", version(name, version) + "/schedule", change, new TypeReference<>() {});
  }

  public Answer<List<ErratumStatus>> errata(String name, String version) {
    return api.get(version(name, version) + "/errata", Map.of(), new TypeReference<>() {});
  }

  /// @param check only tells what would be, and every flaw
  public Answer<ErratumAnswer> mend(
      String name, String version, NewErratum erratum, boolean check) {
    return api.change(
        "POST",
        version(name, version) + "/errata" + (check ? "?check=true" : ""),
        erratum,
        new TypeReference<>() {});
  }

  /// @param what `switch` or `retry`
  public Answer<ErratumStatus> erratum(String name, String version, int revision, String what) {
    return api.change(
        "POST",
        "%s/errata/%d/%s".formatted(version(name, version), revision, what),
        null,
        new TypeReference<>() {});
  }

  private static String version(String name, String version) {
    return "/benchmarks/" + ApiClient.encoded(name) + "/versions/" + ApiClient.encoded(version);
  }
}
