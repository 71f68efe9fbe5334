package palmares.api.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.api.upload.BadUpload;
import palmares.api.upload.Lines;
import palmares.api.upload.Unpacked;
import palmares.contract.problem.Problem.Flaw;
import palmares.scoring.ranking.RankingMethod;

/// Checks a benchmark as it is written in a folder, both files to their end.
public final class BenchmarkCheck {

  public static final String SPEC_FILE = "benchmark.yaml";
  public static final String EXAMPLES_FILE = "examples.jsonl";
  private static final long MAX_SPEC = 1024 * 1024;
  private static final long MAX_EXAMPLES = 64L * 1024 * 1024;

  /// Both files as they are sent, with room for what a form has around them.
  static final long MAX_FILES = MAX_SPEC + MAX_EXAMPLES + 64 * 1024;

  private final GoldProbe probe = new GoldProbe();
  private final SortedMap<String, RankingMethod> methods = new TreeMap<>();
  private final SortedMap<String, String> evaluators;

  /// @param offered kinds of evaluators that workers offer, by key, beside the metrics and judges
  ///   on the class path
  public BenchmarkCheck(Map<String, String> offered) {
    ServiceLoader.load(RankingMethod.class).forEach(method -> methods.put(method.id(), method));
    evaluators = new TreeMap<>(offered);
    evaluators.putAll(probe.kinds());
  }

  /// What came of checking.
  public sealed interface Checked {

    record Good(BenchmarkSpec spec, List<SourceExample> examples) implements Checked {
      public Good {
        examples = List.copyOf(examples);
      }
    }

    /// @param tooLarge whether the reason is the mere size
    record Flawed(List<Flaw> flaws, boolean tooLarge) implements Checked {}
  }

  /// Checks a folder with a `benchmark.yaml` and an `examples.jsonl`.
  ///
  /// @throws UncheckedIOException if one of them cannot be read
  public Checked folder(Path folder) {
    try (var spec = Files.newInputStream(folder.resolve(SPEC_FILE));
        var examples = Files.newInputStream(folder.resolve(EXAMPLES_FILE))) {
      return check(spec, examples);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the benchmark in " + folder, e);
    }
  }

  /// @throws IOException if reading fails for a reason that does not lie in the content
  public Checked check(InputStream specFile, InputStream examplesFile) throws IOException {
    var flaws = new Flaws(SPEC_FILE);
    var spec = spec(specFile, flaws);
    var examples = new Examples(spec);
    var tooLarge = examples.read(examplesFile);
    flaws.addAll(examples.flaws);
    if (spec != null && flaws.isEmpty()) {
      checkCategories(spec, examples.all, flaws);
    }
    return spec == null || !flaws.isEmpty()
        ? new Checked.Flawed(flaws.list(), tooLarge)
        : new Checked.Good(spec, examples.all);
  }

  private @Nullable BenchmarkSpec spec(InputStream file, Flaws flaws) throws IOException {
    try (var content = Unpacked.of(file, MAX_SPEC)) {
      return new SpecReader(flaws, evaluators, methods).read(content.readAllBytes());
    } catch (BadUpload e) {
      flaws.add(null, null, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static void checkCategories(
      BenchmarkSpec spec, List<SourceExample> examples, Flaws flaws) {
    for (var tag : spec.categories().keySet()) {
      if (examples.stream().noneMatch(example -> example.tags().contains(tag))) {
        flaws.add(null, "categories." + tag, "is the tag of no example");
      }
    }
  }

  /// The examples of one file as they are read.
  private final class Examples {

    private final Flaws flaws = new Flaws(EXAMPLES_FILE);
    private final ExampleReader reader = new ExampleReader(flaws);
    private final List<SourceExample> all = new ArrayList<>();
    private final @Nullable BenchmarkSpec spec;

    Examples(@Nullable BenchmarkSpec spec) {
      this.spec = spec;
    }

    /// @return whether reading ended because the file is too large
    boolean read(InputStream file) throws IOException {
      var number = 0;
      try (var content = Unpacked.of(file, MAX_EXAMPLES)) {
        var lines = new Lines(content);
        for (var line = lines.next(); line != null && !flaws.isFull(); line = lines.next()) {
          number = line.number();
          var example = reader.read(line);
          if (example != null) {
            probe(example, number);
            all.add(example);
          }
        }
      } catch (BadUpload e) {
        flaws.add(number + 1, null, String.valueOf(e.getMessage()));
        return e.reason() == BadUpload.Reason.TOO_LARGE;
      }
      if (number == 0) {
        flaws.add(null, null, "has no lines; expected one example in each");
      }
      return false;
    }

    private void probe(SourceExample example, int line) {
      if (spec == null) {
        return;
      }
      probe.check(spec.evaluators(), example, all.size(), line, flaws);
      var categories = spec.categories().keySet();
      if (!categories.isEmpty() && example.tags().stream().noneMatch(categories::contains)) {
        flaws.add(
            line,
            "tags",
            "must name one of the categories %s, by which leaderboards weigh: '%s' has %s"
                .formatted(categories, Problems.shown(example.id()), example.tags()));
      }
    }
  }
}
