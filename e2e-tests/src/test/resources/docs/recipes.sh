mkdir -p atlas/cities
cat >atlas/cities/benchmark.yaml <<'YAML'
name: cities
version: "1"
title: Cities
evaluators: [contains@1]
main_metric: contains@1
entry_rule: latest
gaps: worst
visible: score
leaderboards:
  - {id: by-answer, title: "Who knows cities?", method: mean, evaluator: contains@1}
YAML
cat >atlas/cities/examples.jsonl <<'LINES'
{"id": "fr", "prompt": "Capital of France?", "reference": "Paris"}
{"id": "it", "prompt": "Capital of Italy?", "reference": "Rome"}
LINES
palmares benchmark push atlas/cities
export PALMARES_TOKEN=$(palmares token create recipes)
