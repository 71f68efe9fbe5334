package palmares.launcher.client;

import java.util.concurrent.Callable;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "workers", description = "The workers of the platform and what they are doing.")
final class WorkersCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  WorkersCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    var workers = api.connect().list("/workers", WorkerStatus.class);
    if (json) {
      surroundings.print(ApiJson.pretty(workers));
      return ExitCode.DONE;
    }
    var table =
        TextTable.of(
            Column.words("id", 36),
            Column.words("name", 16),
            Column.words("pool", 12),
            Column.words("state"),
            Column.numbers("busy"),
            Column.numbers("slots"),
            Column.numbers("offers"));
    workers.forEach(worker ->
        table.row(
            worker.id(),
            worker.name(),
            worker.pool(),
            worker.state(),
            Integer.toString(worker.busy()),
            Integer.toString(worker.slots()),
            Integer.toString(worker.offers().size())));
    surroundings.print(table.toString());
    return ExitCode.DONE;
  }

  @Command(description = "Let a quarantined worker take jobs again.")
  int readmit(@Mixin ApiOptions platform, @Parameters(paramLabel = "ID") String id) {
    return order(platform, id, "readmit");
  }

  @Command(description = "Give a worker no more jobs until it is resumed.")
  int pause(@Mixin ApiOptions platform, @Parameters(paramLabel = "ID") String id) {
    return order(platform, id, "pause");
  }

  @Command(description = "Let a paused worker take jobs again.")
  int resume(@Mixin ApiOptions platform, @Parameters(paramLabel = "ID") String id) {
    return order(platform, id, "resume");
  }

  @Command(description = "Have a worker finish the jobs it has and end.")
  int drain(@Mixin ApiOptions platform, @Parameters(paramLabel = "ID") String id) {
    return order(platform, id, "drain");
  }

  private int order(ApiOptions platform, String id, String order) {
    var path = "/workers/" + ApiConnection.encoded(id) + "/" + order;
    var worker = platform.connect().post(path, null, WorkerStatus.class);
    surroundings.say("worker %s is %s".formatted(worker.name(), worker.state()));
    return ExitCode.DONE;
  }
}
