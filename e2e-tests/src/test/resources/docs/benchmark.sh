export PALMARES_TOKEN=$(palmares token create docs --scope read,submit,organise)
# What the page speaks of as published already, and the erratum that it sends.
mkdir -p short-reading published/short-reading
cat >published/short-reading/benchmark.yaml <<'YAML'
name: short-reading
version: "1"
title: Short reading
evaluators: [exact-match@1]
main_metric: exact-match@1
entry_rule: latest
gaps: worst
visible: score
YAML
echo '{"id": "causes-03", "prompt": "Which river?", "reference": "Rhone"}' >published/short-reading/examples.jsonl
palmares benchmark push published/short-reading
echo '{"id": "causes-03", "references": ["Loire"]}' >erratum.jsonl
