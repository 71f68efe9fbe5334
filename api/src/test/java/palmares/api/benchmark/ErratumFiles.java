package palmares.api.benchmark;

import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;

/// Sending files of mended gold.
final class ErratumFiles {

  static final String MENDED = "{\"id\":\"q3\",\"reference\":\"A3\"}\n";

  private ErratumFiles() {}

  static String path(String benchmark) {
    return "benchmarks/" + benchmark + "/versions/1/errata";
  }

  static Answer post(Calls calls, String benchmark, String query, String lines, String... headers) {
    return new Multipart()
        .file("erratum", lines)
        .text("reason", "the reference was wrong")
        .post(calls, path(benchmark) + query, headers);
  }
}
