package palmares.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import palmares.contract.submission.NewSubmission;
import palmares.contract.submission.NewSubmission.NewSystem;

/// The sample benchmark as it lies in this program, and the systems that the demo runs on it.
final class Sample {

  static final String BENCHMARK = "short-reading";

  /// Real systems of a few lines. The last three are honest cheats: each shows what one kind of
  /// board falls for.
  private static final List<String> SYSTEMS =
      List.of(
          "lead-sentence",
          "longest-sentence",
          "random-sentence",
          "word-overlap",
          "bm25-sentence",
          "minilm-sentence",
          "minilm-two-sentences",
          "fusion-sentence",
          "minilm-span",
          "overlap-span",
          "whole-passage",
          "question-echo",
          "word-overlap-abstain");

  private static final List<String> CHEATS =
      List.of("whole-passage", "question-echo", "word-overlap-abstain");

  private static final List<String> FILES = List.of("benchmark.yaml", "examples.jsonl");

  private Sample() {}

  /// Writes the benchmark's folder, as a person would have it.
  static Path unpack(Path folder) {
    try {
      Files.createDirectories(folder);
      for (var file : FILES) {
        try (var content = Sample.class.getResourceAsStream("/sample/short-reading/" + file)) {
          if (content == null) {
            throw new IllegalStateException("the program lacks its sample file " + file);
          }
          Files.write(folder.resolve(file), content.readAllBytes());
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the sample to " + folder, e);
    }
  }

  /// One order for each system, to be run by workers.
  static List<NewSubmission> submissions(String version) {
    return SYSTEMS.stream().map(system -> order(system, version)).toList();
  }

  private static NewSubmission order(String system, String version) {
    return new NewSubmission(
        BENCHMARK,
        version,
        null,
        new NewSystem(system, "built-in", system + "@1", Map.of(), null, "Apache-2.0", null, null),
        List.of(),
        null,
        CHEATS.contains(system),
        null);
  }
}
