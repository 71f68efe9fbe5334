package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.contract.testing.HostileText;
import palmares.contract.testing.Sink;
import palmares.launcher.Shell;

/// Invariant 26 for the commands that print what others have written.
class HostileTerminalTest {

  @TempDir Path folder;

  private FakePlatform platform = new FakePlatform();

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void aLeaderboardAsTableMarkdownCsvAndJson() {
    var lines = Map.of("table", 7L, "markdown", 13L, "csv", 3L);
    for (var format : List.of("table", "markdown", "csv", "json")) {
      new Sink("palmares leaderboard --format " + format)
          .survives(
              HostileText.all(),
              text -> {
                var printed = printed(board(text), "leaderboard", "b", "who", "--format", format);

                assertThat(HostileText.steers(printed.replace("\r\n", "\n"))).as(printed).isFalse();
                if (lines.containsKey(format)) {
                  assertThat(printed.lines().count()).as(printed).isEqualTo(lines.get(format));
                }
                if (format.equals("csv")) {
                  assertThat(HostileText.isFormula(subject(printed))).as(printed).isFalse();
                }
                if (format.equals("json")) {
                  assertThat(
                          ApiJson.MAPPER
                              .readTree(printed)
                              .get("rows")
                              .get(0)
                              .get("subject")
                              .asText())
                      .isEqualTo(text.text());
                }
              });
    }
  }

  @Test
  void whereASubmissionStands() {
    new Sink("palmares status")
        .survives(
            HostileText.all(),
            text -> {
              var printed = printed(submission(text), "status", "s-1");

              assertThat(HostileText.steers(printed)).as(printed).isFalse();
              assertThat(printed.lines()).hasSize(5);
            });
  }

  @Test
  void whatIsWrongWithAFile() throws IOException {
    var file = Files.writeString(folder.resolve("mine.jsonl"), "{}\n").toString();
    new Sink("palmares submit, refused")
        .survives(
            HostileText.all(),
            text -> {
              var printed = printed(refusal(List.of(text)), "submit", file, "--benchmark", "b");

              assertThat(HostileText.steers(printed)).as(printed).isFalse();
              assertThat(printed.lines()).hasSize(2);
            });
  }

  @Test
  void theClientOfOnePythonFile() throws Exception {
    Files.writeString(folder.resolve("mine.jsonl"), "{}\n");
    var all = HostileText.all();

    // One process for all: each text has a line of its own.
    python(board(all), "leaderboard", "b");
    python(submission(all), "status", "s-1");
    python(refusal(all), "check", "mine.jsonl", "--benchmark", "b");
  }

  private void python(Map<String, String> answers, String... arguments) throws Exception {
    answer(answers);
    var printed = PythonClient.in(folder).run(platform, "", arguments).text();
    new Sink("palmares.py " + arguments[0])
        .holds(
            HostileText.all(),
            printed.lines().filter(HostileText::steers).map(line -> "steers: " + line).toList());
    assertThat(printed.strip().lines()).as(printed).hasSize(HostileText.all().size() + 1);
  }

  private String printed(Map<String, String> answers, String... arguments) {
    answer(answers);
    var shell = new Shell(folder).with("PALMARES_API", platform.address());
    shell.run(arguments);
    return shell.out() + shell.err();
  }

  private void answer(Map<String, String> answers) {
    platform.close();
    platform = new FakePlatform();
    answers.forEach((path, body) ->
        platform.answering(path, path.equals("/submissions") ? 422 : 200, body, Map.of()));
  }

  private static Map<String, String> board(HostileText text) {
    return board(List.of(text));
  }

  private static Map<String, String> board(List<HostileText> texts) {
    var rows =
        texts.stream()
            .map(text ->
                """
                {"subject":%s,"subjectKind":"system","baseline":false,"rank":1,"rankLow":1,
                 "rankHigh":2,"value":18.1,"low":1.0,"high":37.0,"columns":{},"labels":{}}\
                """
                    .formatted(text.json()))
            .collect(Collectors.joining(","));
    var text = texts.getFirst().json();
    var more = texts.size() == 1 ? "," + unranked(text) : "";
    return Map.of(
        "/leaderboards",
        "{\"items\":[{\"id\":\"l-1\",\"name\":\"who\",\"title\":\"Who\",\"benchmark\":\"b\","
            + "\"version\":\"1\",\"method\":\"m\",\"snapshot\":\"n\"}]}",
        "/leaderboards/l-1",
        """
        {"leaderboard":"l-1","name":"who","title":%1$s,"benchmark":"b","version":"1","snapshot":"n",
         "revision":3,"digest":"00","builtAt":"2026-11-21T10:00:00Z","method":"m","settings":{},
         "rows":[%2$s],"pending":[%1$s],"notes":[%1$s]}
        """
            .formatted(text, rows + more));
  }

  private static String unranked(String text) {
    return """
    {"subject":%1$s,"subjectKind":"system","baseline":false,"reason":%1$s,"columns":{},"labels":{}}
    """
        .formatted(text);
  }

  private static Map<String, String> submission(HostileText text) {
    return submission(List.of(text));
  }

  private static Map<String, String> submission(List<HostileText> texts) {
    var all = texts.stream().map(HostileText::json).collect(Collectors.joining(","));
    return Map.of(
        "/submissions/s-1",
        """
        {"id":"s-1","benchmark":"b","version":"1","team":"t","system":%1$s,"kind":"outputs",
         "state":"active","stage":"score","waitingFor":%1$s,"next":%1$s,"baseline":false,
         "since":"2026-11-21T10:42:00Z","submittedAt":"2026-11-21T10:41:02Z","examples":2,
         "responses":2,"jobs":{"done":1},"failures":[%2$s],"stages":[],
         "evaluators":%3$s,"card":{"version":1,"links":[]}}
        """
            .formatted(
                texts.getFirst().json(),
                all,
                texts.size() > 1
                    ? "[]"
                    : "[{\"evaluator\":%s,\"scored\":1,\"unscored\":0,\"mean\":0.5}]"
                        .formatted(texts.getFirst().json())));
  }

  private static Map<String, String> refusal(List<HostileText> texts) {
    var flaws =
        texts.stream()
            .map(text -> "{\"line\":3,\"field\":\"id\",\"message\":%s}".formatted(text.json()))
            .collect(Collectors.joining(","));
    return Map.of(
        "/submissions",
        """
        {"type":"about:blank","title":"Not taken","status":422,"detail":%s,"errors":[%s]}
        """
            .formatted(texts.getFirst().json(), flaws));
  }

  private static String subject(String csv) {
    return csv.lines().skip(1).findFirst().orElseThrow().split(",", 6)[4].replaceFirst("^\"", "");
  }
}
