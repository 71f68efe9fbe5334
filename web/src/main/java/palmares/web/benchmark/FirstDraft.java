package palmares.web.benchmark;

/// A benchmark that could be published as it is, each line explained, to be changed into one's own.
final class FirstDraft {

  static final String SPEC =
      """
      name: my-benchmark            # letters, digits and dashes; the address of the benchmark
      version: "1"                  # what is published never changes; a change is another version
      title: My benchmark
      description: What is asked, and why the answers matter.
      categories: {facts: 1.0, reasoning: 2.0}   # tags that count, with their weights; optional
      evaluators: [exact-match@1, checklist@1]   # how answers are judged
      main_metric: checklist@1      # one of them; the first leaderboard ranks by it
      entry_rule: latest            # which of a system's submissions stands: latest or best
      gaps: unranked                # what a missing answer does to a row: unranked, or worst
      visible: score                # what submitters see per example: nothing, score, reason or gold
      quota_per_day: 5              # submissions of a team in a UTC day; optional
      licence: CC-BY-4.0            # optional
      """;

  static final String EXAMPLES =
      """
      {"id": "facts-1", "prompt": "Which river runs through Orléans?", "references": ["the Loire", "Loire"], "checklist": [{"name": "names the river", "contains": "Loire", "weight": 3}, {"name": "is short", "max_chars": 60}], "tags": ["facts"]}
      {"id": "reasoning-1", "prompt": "A train leaves at 9:40 and needs 45 minutes. When does it arrive?", "references": ["10:25"], "checklist": [{"name": "gives the time", "contains_any": ["10:25", "25 past 10"]}], "tags": ["reasoning"]}
      """;

  private FirstDraft() {}
}
