package palmares.launcher.role;

import java.net.BindException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import palmares.launcher.terminal.CommandFailure;

/// Turns what a role throws when it cannot start into one line.
final class RoleStart {

  /// Their exceptions only say that something inside them failed.
  private static final List<String> WRAPPERS =
      List.of("io.micronaut.", "org.flywaydb.", "java.lang.IllegalStateException");

  private RoleStart() {}

  static <T> T of(String role, Callable<T> start) {
    try {
      return start.call();
    } catch (CommandFailure e) {
      throw e;
    } catch (Exception e) {
      throw failure(role, e);
    }
  }

  private static CommandFailure failure(String role, Exception e) {
    var causes = Stream.<Throwable>iterate(e, c -> c != null, Throwable::getCause).toList();
    if (causes.stream().anyMatch(BindException.class::isInstance)) {
      return CommandFailure.badInput(
          role + " cannot listen there, the port is taken; choose another PALMARES_HTTP_PORT", e);
    }
    var telling = causes.stream().filter(c -> !isWrapper(c)).findFirst().orElse(causes.getLast());
    var message = role + " cannot start: " + firstLine(telling);
    return telling instanceof IllegalArgumentException
        ? CommandFailure.badInput(message, e)
        : CommandFailure.noAnswer(message, e);
  }

  private static boolean isWrapper(Throwable cause) {
    return WRAPPERS.stream().anyMatch(cause.getClass().getName()::startsWith);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
