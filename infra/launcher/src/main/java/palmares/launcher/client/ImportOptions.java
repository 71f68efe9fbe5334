package palmares.launcher.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.imported.ImportReport;
import palmares.launcher.client.ApiConnection.Upload;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What every import is told, whatever it imports.
final class ImportOptions {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Option(names = "--team", paramLabel = "NAME", description = "whose systems they become")
  private @Nullable String team;

  @Option(
      names = "--visibility",
      paramLabel = "WHO",
      description = "public or team, for a benchmark that is new; public if not given")
  private @Nullable String visibility;

  @Option(names = "--check", description = "dry run: say what would come of it")
  private boolean check;

  @Option(names = "--json", description = "print reports as JSON")
  private boolean json;

  ImportOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  /// Sends one import and tells what came of it.
  void send(String path, Map<String, String> asked, Upload upload) {
    var query = new LinkedHashMap<>(asked);
    if (team != null) {
      query.put("team", team);
    }
    if (visibility != null) {
      query.put("visibility", visibility);
    }
    if (check) {
      query.put("check", "true");
    }
    var report = api.connect().upload(path, query, upload, ImportReport.class);
    if (json) {
      surroundings.print(ApiJson.pretty(report));
    } else {
      surroundings.say(ImportText.of(report, check));
    }
  }
}
