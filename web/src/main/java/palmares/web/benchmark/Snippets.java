package palmares.web.benchmark;

/// Lines for a terminal that take part in a benchmark as they stand; only the token and the name of
/// the system are the reader's.
///
/// @param origin where these pages are, without a path
record Snippets(String origin, String benchmark, String version) {

  String curl() {
    var inputs = path("examples.jsonl");
    var template = path("template.jsonl");
    return """
    export PALMARES_TOKEN=your-token
    curl -fsS -H "Authorization: Bearer $PALMARES_TOKEN" -o examples.jsonl \\
      "%s"
    curl -fsS -H "Authorization: Bearer $PALMARES_TOKEN" -o responses.jsonl \\
      "%s"
    # fill in the texts of responses.jsonl, then
    curl -fsS -H "Authorization: Bearer $PALMARES_TOKEN" -H "Content-Type: application/jsonl" \\
      --data-binary @responses.jsonl \\
      "%s/api/v1/submissions?benchmark=%s&version=%s&system=my-system"
    """
        .formatted(inputs, template, origin, benchmark, version);
  }

  String python() {
    var folder = benchmark + "-" + version;
    return """
    curl -fsSO "%s/client/palmares.py"
    export PALMARES_API=%s PALMARES_TOKEN=your-token
    python3 palmares.py pull %s --version %s
    # fill in the texts of %s/template.jsonl, then
    python3 palmares.py submit %s/template.jsonl --benchmark %s --version %s \\
      --system my-system --wait
    """
        .formatted(origin, origin, benchmark, version, folder, folder, benchmark, version);
  }

  private String path(String file) {
    return origin + "/api/v1/benchmarks/" + benchmark + "/versions/" + version + "/" + file;
  }
}
