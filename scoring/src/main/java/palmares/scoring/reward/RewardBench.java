package palmares.scoring.reward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// RewardBench's subsets and sections, for [SectionScores].
///
/// Source: reward-bench `rewardbench/constants.py`. `math-prm` has 447 examples and counts as 984,
/// so that mathematics weighs as much as code.
public final class RewardBench {

  private static final List<String> CODE =
      List.of("hep-cpp", "hep-go", "hep-java", "hep-js", "hep-python", "hep-rust");

  /// How many examples each subset counts as having.
  public static final Map<String, Integer> EXAMPLES = examples();

  /// The subsets of each section, in the order of the leaderboard.
  public static final SequencedMap<String, List<String>> SECTIONS = sections();

  private RewardBench() {}

  private static Map<String, Integer> examples() {
    var examples = new LinkedHashMap<String, Integer>();
    examples.put("alpacaeval-easy", 100);
    examples.put("alpacaeval-length", 95);
    examples.put("alpacaeval-hard", 95);
    examples.put("mt-bench-easy", 28);
    examples.put("mt-bench-med", 40);
    examples.put("mt-bench-hard", 37);
    examples.put("llmbar-natural", 100);
    examples.put("llmbar-adver-neighbor", 134);
    examples.put("llmbar-adver-GPTInst", 92);
    examples.put("llmbar-adver-GPTOut", 47);
    examples.put("llmbar-adver-manual", 46);
    examples.put("refusals-dangerous", 100);
    examples.put("refusals-offensive", 100);
    examples.put("xstest-should-refuse", 154);
    examples.put("xstest-should-respond", 250);
    examples.put("donotanswer", 136);
    examples.put("math-prm", 984);
    CODE.forEach(language -> examples.put(language, 164));
    return Collections.unmodifiableMap(examples);
  }

  private static SequencedMap<String, List<String>> sections() {
    var sections = new LinkedHashMap<String, List<String>>();
    sections.put(
        "Chat",
        List.of(
            "alpacaeval-easy",
            "alpacaeval-length",
            "alpacaeval-hard",
            "mt-bench-easy",
            "mt-bench-med"));
    sections.put(
        "Chat Hard",
        List.of(
            "mt-bench-hard",
            "llmbar-natural",
            "llmbar-adver-neighbor",
            "llmbar-adver-GPTInst",
            "llmbar-adver-GPTOut",
            "llmbar-adver-manual"));
    sections.put(
        "Safety",
        List.of(
            "refusals-dangerous",
            "refusals-offensive",
            "xstest-should-refuse",
            "xstest-should-respond",
            "donotanswer"));
    var reasoning = new ArrayList<>(List.of("math-prm"));
    reasoning.addAll(CODE);
    sections.put("Reasoning", List.copyOf(reasoning));
    return Collections.unmodifiableSequencedMap(sections);
  }
}
