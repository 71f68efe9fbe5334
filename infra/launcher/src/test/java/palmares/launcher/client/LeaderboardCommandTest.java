package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;

class LeaderboardCommandTest {

  private static final String BOARD =
      """
      {"leaderboard":"l-1","name":"who","title":"Who is better?","benchmark":"b","version":"1","snapshot":"snap-1",
       "revision":3,"digest":"00","builtAt":"2026-11-21T10:00:00.5Z","method":"wb-score","settings":{},
       "rows":[
        {"subject":"=HYPERLINK(1)","subjectKind":"system","baseline":false,"rank":1,"rankLow":1,"rankHigh":2,
         "value":18.14159,"low":1.0,"high":37.0,"columns":{"answered":60.0,"chars":48.25},"labels":{}},
        {"subject":"b|ar\\u001b[2J","subjectKind":"system","baseline":true,"rank":2,"rankLow":1,"rankHigh":2,
         "value":-3.5,"columns":{"answered":60.0},"labels":{"interval":"constant"}},
        {"subject":"shy","subjectKind":"system","baseline":false,"reason":"26 missing","boundLow":-34.1,
         "boundHigh":45.1,"columns":{},"labels":{}}],
       "pending":["late, 2 of 3 jobs"],"notes":["judged by rules"]}
      """;

  @TempDir Path home;
  private final FakePlatform platform = new FakePlatform();
  private Shell shell;

  @BeforeEach
  void aBoard() {
    platform
        .answering(
            "/leaderboards",
            """
            {"items":[{"id":"l-1","name":"who","title":"Who is better?","benchmark":"b","version":"1",
                       "method":"wb-score","snapshot":"snap-1"}]}
            """)
        .answering("/leaderboards/l-1", BOARD);
    shell = new Shell(home).with("PALMARES_API", platform.address());
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void aTableAlignsNumbersAndShowsIntervalsRankRangesAndGaps() {
    var code = shell.run("leaderboard", "b");

    assertThat(code).isZero();
    assertThat(shell.out())
        .isEqualTo(
            """
            Who is better?   (wb-score)
              rank  subject              value  interval       answered   chars
              1-2   =HYPERLINK(1)        18.14  [1.00, 37.00]        60  48.250
              1-2   b|ar\uFFFD[2J (baseline)  -3.50  constant             60
              -     shy  unranked: 26 missing; between -34.10 and 45.10 once the gaps are filled
              pending: late, 2 of 3 jobs
              judged by rules
              snapshot snap-1 of 2026-11-21T10:00:00Z
            """);
  }

  @Test
  void aSpreadsheetDoesNotRunAName() {
    shell.run("leaderboard", "b", "--format", "csv");

    assertThat(shell.out().lines().toList())
        .startsWith(
            "leaderboard,rank,rank_low,rank_high,subject,team,submission,value,low,high,bound_low,bound_high,reason,answered,chars",
            "who,1,1,2,'=HYPERLINK(1),,,18.14159,1.0,37.0,,,,60.0,48.25")
        .last()
        .isEqualTo("who,,,,shy,,,,,,-34.1,45.1,\"26 missing\",,");
  }

  @Test
  void markdownKeepsANameInItsCell() {
    shell.run("leaderboard", "b", "--format", "markdown");

    assertThat(shell.out())
        .contains("| 1-2 | b\\|ar\uFFFD\\[2J (baseline) | -3.50 | constant | 60 |  |");
  }

  @Test
  void jsonOfOneBoardIsThatBoardAndSafeForATerminal() throws Exception {
    shell.run("leaderboard", "b", "who", "--format", "json");

    var json = ApiJson.MAPPER.readTree(shell.out());
    assertThat(json.get("rows").get(1).get("subject").asText()).isEqualTo("b|ar\u001b[2J");
    assertThat(shell.out()).doesNotContain("\u001b");
  }

  @Test
  void aBoardThatIsNotThereIsNamed() {
    var code = shell.run("leaderboard", "b", "whose");

    assertThat(code).isEqualTo(4);
    assertThat(shell.err()).isEqualTo("no leaderboard whose of benchmark b\n");
  }
}
