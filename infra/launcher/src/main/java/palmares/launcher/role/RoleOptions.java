package palmares.launcher.role;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Option;

/// Where a role is told what it needs.
final class RoleOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "the same names in a properties file; the environment is stronger")
  private @Nullable Path file;

  RoleSettings read(String role, List<Setting> settings, Surroundings surroundings) {
    return RoleSettings.read(role, settings, surroundings, file);
  }
}
