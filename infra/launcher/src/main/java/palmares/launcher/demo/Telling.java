package palmares.launcher.demo;

import java.io.Console;
import palmares.launcher.terminal.SafeText;
import palmares.launcher.terminal.Surroundings;

/// Tells a person what happens: lines that stay, and on a terminal one line that does not.
final class Telling {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int COLUMNS = 78;

  private final Surroundings surroundings;
  private final boolean besideOutput;
  private final boolean terminal;
  private boolean unfinished;

  /// @param besideOutput on the side of errors, because the output is for a program
  Telling(Surroundings surroundings, boolean besideOutput) {
    this.surroundings = surroundings;
    this.besideOutput = besideOutput;
    Console console = System.console();
    this.terminal = console != null && console.isTerminal();
  }

  synchronized void say(String text) {
    if (unfinished) {
      surroundings.err().print(CLEAR_LINE);
      unfinished = false;
    }
    if (besideOutput) {
      surroundings.warn(text);
    } else {
      surroundings.say(text);
    }
  }

  /// Replaces what was told so before; goes away with the next line that stays.
  synchronized void progress(String text) {
    if (terminal) {
      surroundings.err().print(CLEAR_LINE + "  " + SafeText.oneLine(text, COLUMNS));
      surroundings.err().flush();
      unfinished = true;
    }
  }
}
