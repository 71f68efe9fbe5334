package palmares.launcher.terminal;

/// How the command ended, for scripts. The client of one Python file uses the same codes.
public final class ExitCode {

  public static final int DONE = 0;

  /// A run ended without being complete, or a check found a difference.
  public static final int INCOMPLETE = 1;

  public static final int BAD_INPUT = 2;

  public static final int NO_ANSWER = 3;

  public static final int REFUSED = 4;

  /// A fault of the command itself.
  public static final int FAULT = 70;

  private ExitCode() {}
}
