package palmares.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Numbers of ours held against those of others in a folder of `../shared/data`.
///
/// Each comparison leaves a line in `target/shared-data.txt`; `./palmares reference` prints them by
/// folder and method, with the largest difference, the tolerance and the verdict.
public final class Verdict implements AutoCloseable {

  private static final Path LINES = Path.of("target", "shared-data.txt");

  private final String folder;
  private final String method;
  private final double tolerance;
  private double largest;
  private int compared;

  private Verdict(String folder, String method, double tolerance) {
    this.folder = folder;
    this.method = method;
    this.tolerance = tolerance;
  }

  /// @param tolerance the one that the README of the data gives
  public static Verdict on(String folder, String method, double tolerance) {
    return new Verdict(folder, method, tolerance);
  }

  /// One number.
  public static void one(
      String folder, String method, double tolerance, double actual, double expected) {
    try (var verdict = on(folder, method, tolerance)) {
      verdict.compare(method, actual, expected);
    }
  }

  public void compare(String what, double actual, String expected) {
    compare(what, actual, Double.parseDouble(expected));
  }

  public void compare(String what, double actual, double expected) {
    var difference = Math.abs(actual - expected);
    largest = difference >= 0 ? Math.max(largest, difference) : Double.NaN;
    compared++;
    assertThat(actual)
        .as("%s: %s of %s", folder, method, what)
        .isCloseTo(expected, within(tolerance));
  }

  /// Writes the line; a comparison of nothing is none.
  @Override
  public void close() {
    assertThat(compared).as("%s: numbers compared of %s", folder, method).isPositive();
    var line =
        String.join(
            "\t",
            folder,
            method,
            Integer.toString(compared),
            Double.toString(largest),
            Double.toString(tolerance) + "\n");
    try {
      Files.createDirectories(LINES.getParent());
      Files.writeString(LINES, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
