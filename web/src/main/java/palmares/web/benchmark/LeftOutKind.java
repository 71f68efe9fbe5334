package palmares.web.benchmark;

import java.util.Arrays;
import java.util.Locale;

/// What can be left out of the leaderboards of a version, in the words of pages.
enum LeftOutKind {
  SUBMISSION(
      "Submission",
      "A part of its system's name finds it, or give its id.",
      "a submission with all of its responses"),
  RUN("Run", "Its id, as the timeline of its submission says.", "one run of a submission"),
  EXAMPLE("Example", "Its id, as examples.jsonl has it.", "an example, for every system"),
  RATER(
      "Evaluator or source",
      "An evaluator as id@version, or the source of imported evidence.",
      "an evaluator, or where evidence was imported from");

  private final String words;
  private final String advice;
  private final String meaning;

  LeftOutKind(String words, String advice, String meaning) {
    this.words = words;
    this.advice = advice;
    this.meaning = meaning;
  }

  /// The word of the API.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String words() {
    return words;
  }

  /// How one of them is named.
  String advice() {
    return advice;
  }

  String meaning() {
    return meaning;
  }

  /// The kind that the API calls so; a submission where it is not known.
  static LeftOutKind of(String key) {
    return Arrays.stream(values())
        .filter(kind -> kind.key().equals(key))
        .findAny()
        .orElse(SUBMISSION);
  }

  /// The words for a kind; its own word where it is not known.
  static String words(String key) {
    return Arrays.stream(values())
        .filter(kind -> kind.key().equals(key))
        .map(LeftOutKind::words)
        .findAny()
        .orElse(key);
  }
}
