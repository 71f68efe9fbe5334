package palmares.launcher.terminal;

/// Ends the command with a message for the person at the terminal.
public final class CommandFailure extends RuntimeException {

  private final int exitCode;
  private final String problem;

  private CommandFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.problem = "";
  }

  private CommandFailure(int exitCode, String message, String problem) {
    super(message);
    this.exitCode = exitCode;
    this.problem = problem;
  }

  public static CommandFailure badInput(String message) {
    return new CommandFailure(ExitCode.BAD_INPUT, message, "");
  }

  public static CommandFailure badInput(String message, Throwable cause) {
    return new CommandFailure(ExitCode.BAD_INPUT, message, cause);
  }

  public static CommandFailure noAnswer(String message, Throwable cause) {
    return new CommandFailure(ExitCode.NO_ANSWER, message, cause);
  }

  public static CommandFailure noAnswer(String message) {
    return new CommandFailure(ExitCode.NO_ANSWER, message, "");
  }

  public static CommandFailure refused(String message) {
    return refused(message, "");
  }

  /// @param problem the type of the problem that the platform answered with
  public static CommandFailure refused(String message, String problem) {
    return new CommandFailure(ExitCode.REFUSED, message, problem);
  }

  /// Whether the platform refused with a problem of this type.
  public boolean isProblem(String type) {
    return problem.equals(type);
  }

  /// @see ExitCode
  public int exitCode() {
    return exitCode;
  }

  /// Never null, unlike the one it refines.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
