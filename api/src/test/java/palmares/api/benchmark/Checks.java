package palmares.api.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import palmares.api.benchmark.BenchmarkCheck.Checked;

/// Checks of the two files of a benchmark, and what they find, a line each.
final class Checks {

  private Checks() {}

  static List<String> flaws(String spec, String examples) {
    return flaws(check(spec, examples));
  }

  static List<String> flaws(Checked checked) {
    return switch (checked) {
      case Checked.Good good -> List.of();
      case Checked.Flawed flawed ->
          flawed.flaws().stream()
              .map(f -> f.file() + " " + f.line() + " " + f.field() + " " + f.message())
              .toList();
    };
  }

  static Checked check(String spec, String examples) {
    return check(spec.getBytes(UTF_8), examples.getBytes(UTF_8));
  }

  static Checked check(byte[] spec, byte[] examples) {
    try {
      return new BenchmarkCheck(Map.of())
          .check(new ByteArrayInputStream(spec), new ByteArrayInputStream(examples));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
