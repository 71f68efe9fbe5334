package palmares.launcher.client;

import java.util.Map;
import java.util.concurrent.Callable;
import palmares.contract.operation.Operation.Doctor;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description =
        "Count what contradicts the invariants of the ledger and the boards; exit code 1 if"
            + " anything does.")
final class DoctorCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(
      names = "--deep",
      description = "also read every stored file and make every snapshot again, which takes longer")
  private boolean deep;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    var doctor = api.connect().get("/doctor", Map.of("deep", Boolean.toString(deep)), Doctor.class);
    if (json) {
      surroundings.print(ApiJson.pretty(doctor));
    } else {
      show(doctor);
    }
    return doctor.healthy() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private void show(Doctor doctor) {
    var table = TextTable.of(Column.words("check", 60), Column.numbers("found"));
    doctor.checks().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(check -> table.row(check.getKey(), Long.toString(check.getValue())));
    surroundings.print(table.toString());
    doctor.details().forEach(detail -> surroundings.say("  " + detail));
    surroundings.say(doctor.healthy() ? "healthy" : "not healthy");
  }
}
