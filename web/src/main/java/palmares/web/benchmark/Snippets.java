package palmares.web.benchmark;

/// Lines for a terminal that take part in a benchmark as they stand; only the token and the name of
/// the system are the reader's. What gets the inputs is apart from what sends the responses, so
/// that nobody submits an empty template with one paste.
///
/// @param origin where these pages are, without a path
record Snippets(String origin, String benchmark, String version) {

  String fetchByCurl() {
    return """
    export PALMARES_TOKEN=your-token
    curl -fsS -H "Authorization: Bearer $PALMARES_TOKEN" -o examples.jsonl \\
      "%s"
    curl -fsS -H "Authorization: Bearer $PALMARES_TOKEN" -o responses.jsonl \\
      "%s"
    """
        .formatted(path("examples.jsonl"), path("template.jsonl"));
  }

  /// Checks, submits, and waits for the end; a flaw ends the lines before anything is submitted.
  String sendByCurl() {
    return """
    send() {
      curl -sS --fail-with-body -H "Authorization: Bearer $PALMARES_TOKEN" \\
        -H "Content-Type: application/jsonl" --data-binary @responses.jsonl \\
        "%s/api/v1/submissions?benchmark=%s&version=%s&system=my-system&check=$1"
    }
    send true && id=$(send false | grep -Eo '"id":"[^"]+"' | head -n 1 | cut -d '"' -f 4) && [ -n "$id" ] &&
      until curl -fsS -H "Authorization: Bearer $PALMARES_TOKEN" "%s/api/v1/submissions/$id" |
        grep -Eo '"state":"(complete|partial|cancelled|stopped)"'; do sleep 2; done
    """
        .formatted(origin, benchmark, version, origin);
  }

  String fetchByPython() {
    return """
    curl -fsSO "%s/client/palmares.py"
    export PALMARES_API=%s PALMARES_TOKEN=your-token
    python3 palmares.py pull %s --version %s
    """
        .formatted(origin, origin, benchmark, version);
  }

  String sendByPython() {
    var file = "%s-%s/template.jsonl --benchmark %s --version %s";
    var filled = file.formatted(benchmark, version, benchmark, version);
    return """
    python3 palmares.py check %s &&
      python3 palmares.py submit %s \\
        --system my-system --wait
    """
        .formatted(filled, filled);
  }

  private String path(String file) {
    return origin + "/api/v1/benchmarks/" + benchmark + "/versions/" + version + "/" + file;
  }
}
