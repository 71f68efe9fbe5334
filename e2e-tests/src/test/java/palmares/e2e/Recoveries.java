package palmares.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import palmares.e2e.platform.Rest;

/// How long the platform took to go on after kills, as its ledger tells.
///
/// @param ofWorkers from the kill of a worker until others had taken all that it held; none for one
///   that held nothing
/// @param ofOthers from the kill of another part until any job was taken; none for a kill after
///   which there was no work
record Recoveries(List<Duration> ofWorkers, List<Duration> ofOthers) {

  static Recoveries of(Rest api, List<Kill> kills) throws Exception {
    var attempts = attempts(api);
    return new Recoveries(
        kills.stream()
            .filter(Kill::isWorker)
            .flatMap(
                kill -> takenAgain(attempts.getOrDefault(kill.part(), List.of()), kill).stream())
            .toList(),
        kills.stream()
            .filter(kill -> !kill.isWorker())
            .flatMap(kill ->
                first(
                    attempts.values().stream()
                        .flatMap(List::stream)
                        .map(each -> time(each, "claimedAt"))
                        .filter(claimed -> claimed.isAfter(kill.at())),
                    kill))
            .toList());
  }

  /// All attempts of each worker, by its name.
  private static Map<String, List<JsonNode>> attempts(Rest api) throws Exception {
    var byWorker = new HashMap<String, List<JsonNode>>();
    for (var worker : api.get("/workers").body()) {
      var path = "/workers/" + worker.get("id").asText() + "/attempts";
      byWorker
          .computeIfAbsent(worker.get("name").asText(), name -> new ArrayList<>())
          .addAll(api.all(path));
    }
    return byWorker;
  }

  private static Stream<Duration> first(Stream<Instant> times, Kill kill) {
    return times.min(Comparator.naturalOrder()).map(at -> Duration.between(kill.at(), at)).stream();
  }

  private static Optional<Duration> takenAgain(List<JsonNode> attempts, Kill kill) {
    return attempts.stream()
        .filter(each -> Objects.equals(each.path("outcome").asText(), "lost"))
        .filter(each -> time(each, "claimedAt").isBefore(kill.at()))
        .filter(each -> time(each, "endedAt").isAfter(kill.at()))
        .map(each -> Duration.between(kill.at(), time(each.get("next"), "claimedAt")))
        .max(Comparator.naturalOrder());
  }

  private static Instant time(JsonNode attempt, String field) {
    return Instant.parse(attempt.get(field).asText());
  }

  @Override
  public String toString() {
    return "%d killed workers' jobs were taken again after %s at most; a job was taken after %d other kills within %s"
        .formatted(ofWorkers.size(), worst(ofWorkers), ofOthers.size(), worst(ofOthers));
  }

  private static String worst(List<Duration> durations) {
    return durations.stream()
        .max(Comparator.naturalOrder())
        .map(worst -> String.format(Locale.ROOT, "%.1f s", worst.toMillis() / 1e3))
        .orElse("-");
  }
}
