package palmares.launcher.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.ErratumStatus;
import palmares.contract.benchmark.VersionStatus;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;

/// The versions of a benchmark with the errata of each.
record BenchmarkVersions(List<VersionStatus> versions, Map<String, List<ErratumStatus>> errata) {

  static BenchmarkVersions of(ApiConnection api, String name) {
    var path = "/benchmarks/" + ApiConnection.encoded(name) + "/versions";
    var versions = api.list(path, VersionStatus.class);
    var errata = new LinkedHashMap<String, List<ErratumStatus>>();
    versions.stream()
        .filter(version -> version.goldRevision() > 1)
        .forEach(version ->
            errata.put(
                version.version(),
                api.list(
                    path + "/" + ApiConnection.encoded(version.version()) + "/errata",
                    ErratumStatus.class)));
    return new BenchmarkVersions(versions, errata);
  }

  String json() {
    return ApiJson.pretty(Map.of("versions", versions, "errata", errata));
  }

  String text() {
    var table =
        TextTable.of(
            Column.words("version", 32),
            Column.words("state", 10),
            Column.numbers("examples"),
            Column.numbers("submissions"),
            Column.numbers("gold"),
            Column.words("opens", 20),
            Column.words("closes", 20));
    versions.forEach(version ->
        table.row(
            version.version(),
            version.state(),
            Integer.toString(version.examples()),
            Integer.toString(version.submissions()),
            Integer.toString(version.goldRevision()),
            moment(version.opensAt()),
            moment(version.closesAt())));
    var text = new StringBuilder(table.toString());
    errata.forEach(
        (version, all) -> all.forEach(erratum -> text.append(line(version, erratum)).append('\n')));
    return text.toString();
  }

  private static String line(String version, ErratumStatus erratum) {
    return "%s gold %d%s: %s; %d of %d scored again%s; %s"
        .formatted(
            version,
            erratum.revision(),
            erratum.current() ? " (on the leaderboards)" : "",
            erratum.state(),
            erratum.rescored(),
            erratum.submissions(),
            erratum.failed() == 0 ? "" : ", " + erratum.failed() + " failed",
            erratum.reason());
  }

  private static String moment(@Nullable Instant at) {
    return at == null ? "-" : at.toString();
  }
}
