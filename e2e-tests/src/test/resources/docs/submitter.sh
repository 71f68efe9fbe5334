mkdir -p capitals
cat >capitals/benchmark.yaml <<'YAML'
name: capitals
version: "1"
title: Capitals
evaluators: [exact-match@1, contains@1]
main_metric: contains@1
entry_rule: latest
gaps: worst
visible: score
YAML
cat >capitals/examples.jsonl <<'LINES'
{"id": "fr", "prompt": "Capital of France?", "reference": "Paris"}
{"id": "it", "prompt": "Capital of Italy?", "reference": "Rome"}
LINES
palmares benchmark push capitals
# The one-time secret is what the submitter types, also as the new password.
palmares account create mia >../typed
palmares token create curl >token
rm -r "$HOME/.config"
