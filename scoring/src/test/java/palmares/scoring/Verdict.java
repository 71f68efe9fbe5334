package palmares.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// Numbers of ours held against those of others in a folder of `../shared/data`.
///
/// Each comparison leaves a line in `target/shared-data.txt`, which `./palmares reference` prints:
/// folder, method, largest difference, tolerance, verdict.
public final class Verdict implements AutoCloseable {

  private static final Path LINES = Path.of("target", "shared-data.txt");

  private final String folder;
  private final String method;
  private final double tolerance;
  private double largest;
  private int compared;
  private boolean isRelative;

  private Verdict(String folder, String method, double tolerance) {
    this.folder = folder;
    this.method = method;
    this.tolerance = tolerance;
  }

  /// @param tolerance the one that the README of the data gives
  public static Verdict on(String folder, String method, double tolerance) {
    return new Verdict(folder, method, tolerance);
  }

  /// The same with differences as shares of what was expected.
  public static Verdict relative(String folder, String method, double tolerance) {
    var verdict = new Verdict(folder, method, tolerance);
    verdict.isRelative = true;
    return verdict;
  }

  public void compare(String what, double actual, String expected) {
    compare(what, actual, Double.parseDouble(expected));
  }

  public void compare(String what, double actual, double expected) {
    var scale = isRelative ? Math.abs(expected) : 1;
    var difference = Math.abs(actual - expected) / scale;
    largest = difference >= 0 ? Math.max(largest, difference) : Double.NaN;
    compared++;
    assertThat(actual)
        .as("%s: %s of %s", folder, method, what)
        .isCloseTo(expected, within(tolerance * scale));
  }

  /// Writes the line; a comparison of nothing is none.
  @Override
  public void close() {
    assertThat(compared).as("%s: numbers compared of %s", folder, method).isPositive();
    var line =
        String.format(
            Locale.ROOT,
            "%-24s %-44s %6d %9.1e %9.1e%s  %s%n",
            folder,
            method,
            compared,
            largest,
            tolerance,
            isRelative ? " rel" : "    ",
            largest <= tolerance ? "within" : "OUTSIDE");
    try {
      Files.createDirectories(LINES.getParent());
      Files.writeString(LINES, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
