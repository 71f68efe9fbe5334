# Two prompts in the shape of AlpacaEval's files.
outputs() {
  mkdir -p "results/$1/judge"
  printf '[{"instruction": "One?", "output": "%s one", "generator": "%s"},
    {"instruction": "Two?", "output": "%s two", "generator": "%s"}]' "$1" "$1" "$1" "$1" >"results/$1/model_outputs.json"
}
annotations() {
  printf '[{"instruction": "One?", "output_1": "gpt4_1106_preview one", "output_2": "%s one", "generator_1": "gpt4_1106_preview",
      "generator_2": "%s", "annotator": "judge", "preference": %s},
    {"instruction": "Two?", "output_1": "gpt4_1106_preview two", "output_2": "%s two", "generator_1": "gpt4_1106_preview",
      "generator_2": "%s", "annotator": "judge", "preference": 1.1}]' "$1" "$1" "$2" "$1" "$1" >"results/$1/judge/annotations.json"
}
outputs gpt4_1106_preview
annotations gpt4_1106_preview 1.5
outputs NullModel
annotations NullModel 1.9
cat >votes.csv <<'CSV'
left,right,winner,worker
a,b,left,w1
b,a,left,w1
a,c,left,w2
c,b,tie,w2
b,c,left,w3
CSV
