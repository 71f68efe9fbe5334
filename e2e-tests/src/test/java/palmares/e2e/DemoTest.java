package palmares.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.e2e.platform.Deployment;
import palmares.e2e.platform.Role;

class DemoTest {

  @TempDir Path folder;

  @Test
  void theDemoOnItsOwnPlatformLosesNothingAndCatchesThreeLies() throws Exception {
    var lines = Files.readAllLines(output(Map.of()));

    assertThat(lines).allMatch(line -> line.length() <= 100);
    assertThat(lines)
        .anyMatch(
            matches(" crash .* killed mid-shard .* ran again after \\d+ s; lost 0, doubled 0"))
        .anyMatch(matches(" +- +word-overlap-abstain +unranked: \\d+ of \\d+ missing; .*over all"))
        .anyMatch(matches(".* whole-passage .*<- tops by copying all"))
        .anyMatch(matches(" +- +question-echo +won every battle: no finite rating"))
        .anyMatch(matches(" +minilm-to-question@1 .* question-echo +<- reward hacked"))
        .anyMatch(matches(" +k = 1 is undefined: .*"))
        .contains("verify   4 of 4 boards recomputed from evidence: equal");
  }

  private static Predicate<String> matches(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  @Test
  void theSameDemoRunsOnADeployment() throws Exception {
    try (var platform = Deployment.start("demo", 2)) {
      var outcome =
          demo(
              Map.of("PALMARES_TOKEN", platform.admin().token()),
              "--json",
              "--api",
              platform.origin().toString());

      assertSound(outcome);
    }
  }

  private static void assertSound(JsonNode outcome) {
    assertThat(outcome.get("runs").get("scores").asInt())
        .isEqualTo(outcome.get("expectedScores").asInt());
    assertThat(outcome.get("verifications")).hasSize(4);
    assertThat(outcome.get("verifications"))
        .allSatisfy(verification -> assertThat(verification.get("equal").asBoolean()).isTrue());
    var boards = outcome.get("boards");
    assertThat(row(boards.get("who-is-better"), "word-overlap-abstain").get("reason").asText())
        .endsWith("missing");
    assertThat(row(boards.get("head-to-head-question"), "question-echo").has("value")).isFalse();
    assertThat(
            row(boards.get("act-on"), "minilm-to-question@1")
                .get("labels")
                .get("first pick")
                .asText())
        .isEqualTo("question-echo");
  }

  private static JsonNode row(JsonNode board, String subject) {
    return StreamSupport.stream(board.get("rows").spliterator(), false)
        .filter(row -> row.get("subject").asText().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode demo(Map<String, String> environment, String... arguments) throws Exception {
    return new ObjectMapper().readTree(output(environment, arguments).toFile());
  }

  private Path output(Map<String, String> environment, String... arguments) throws Exception {
    var output = folder.resolve("output.txt");
    var errors = folder.resolve("errors.txt");
    var builder =
        new ProcessBuilder(Role.command("demo", "--exit"))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(name -> name.startsWith("PALMARES_"));
    builder.environment().putAll(environment);
    builder.environment().put("OMP_NUM_THREADS", "1");

    var code = builder.start().waitFor();

    assertThat(code).as(Files.readString(errors)).isZero();
    return output;
  }
}
