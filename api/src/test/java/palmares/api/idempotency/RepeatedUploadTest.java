package palmares.api.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.api.imported.AlpacaFiles;

/// Invariant 11 for what comes as files.
class RepeatedUploadTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String BATTLE = "{\"left\":\"one\",\"right\":\"two\",\"outcome\":1}\n";

  enum Upload {
    DRAFT("benchmark_draft"),
    BENCHMARK("benchmark_version where version = '1'"),
    ERRATUM("erratum"),
    ERRATUM_AS_JSON("erratum"),
    BATTLES("import where kind = 'battles'"),
    ALPACA_EVAL("import where kind = 'alpaca-eval'");

    private final String rows;

    Upload(String rows) {
      this.rows = rows;
    }

    Answer send(String key, String word) {
      var name = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      var header = new String[] {"Idempotency-Key", key};
      var errata = "benchmarks/%s/versions/1/errata".formatted(name);
      var line = "{\"id\":\"q1\",\"reference\":\"%s\"}\n".formatted(word);
      var ada = API.organiser("ada");
      return switch (this) {
        case DRAFT -> folder(name, word).post(ada, "drafts", header);
        case BENCHMARK -> folder(name, word).post(ada, "benchmarks", header);
        case ERRATUM ->
            new Multipart().file("erratum", line).text("reason", "wrong").post(ada, errata, header);
        case ERRATUM_AS_JSON ->
            ada.send(
                "POST",
                errata,
                "{\"reason\":\"wrong\",\"lines\":\"%s\"}"
                    .formatted(line.replace("\"", "\\\"").strip())
                    .getBytes(UTF_8),
                List.of("Content-Type", "application/json", "Idempotency-Key", key));
        case BATTLES ->
            ada.send(
                "POST",
                "imports/battles?benchmark=battles&source=list",
                BATTLE.repeat(word.length()).getBytes(UTF_8),
                List.of("Content-Type", "application/jsonl", "Idempotency-Key", key));
        case ALPACA_EVAL ->
            new Multipart()
                .file("annotations", AlpacaFiles.of(word, 1.0, 2.0).annotations())
                .post(ada, "imports/alpaca-eval", header);
      };
    }

    private static Multipart folder(String name, String word) {
      return new Multipart()
          .file("benchmark", Folders.spec(name))
          .file("examples", Folders.examples(1).replace("a1", word));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSentTwiceIsMadeOnceAndAnsweredTheSame(Upload upload) {
    if (upload.rows.equals("erratum")) {
      var name = upload.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      Folders.publish(API.organiser("ada"), name, 1);
    }
    var before = count(upload);

    var first = upload.send("key", "first");
    var again = upload.send("key", "first");
    var other = upload.send("key", "another");

    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(again.status()).as(again.toString()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(other.status()).as(other.toString()).isEqualTo(422);
    assertThat(other.text()).contains("key-of-other-request");
    assertThat(count(upload)).isEqualTo(before + 1);
  }

  @Test
  void theSameFilesForAnotherTeamAreAnotherRequest() {
    var ada = API.organiser("ada");
    ada.post("teams", "{\"name\":\"crew\"}");
    var folder =
        new Multipart()
            .file("benchmark", Folders.spec("placed"))
            .file("examples", Folders.examples(1));

    var own = folder.post(ada, "benchmarks", "Idempotency-Key", "placed");
    var theirs = folder.post(ada, "benchmarks?team=crew", "Idempotency-Key", "placed");

    assertThat(own.status()).as(own.toString()).isEqualTo(201);
    assertThat(theirs.status()).isEqualTo(422);
  }

  @Test
  void theSameBattlesOfAnotherSourceAreAnotherRequest() {
    var ada = API.organiser("ada");
    var path = "imports/battles?benchmark=sourced&source=";
    var headers = List.of("Content-Type", "application/jsonl", "Idempotency-Key", "sourced");

    var first = ada.send("POST", path + "people", BATTLE.getBytes(UTF_8), headers);
    var other = ada.send("POST", path + "model", BATTLE.getBytes(UTF_8), headers);
    var unkeyed = ada.send("POST", path + "model", BATTLE.getBytes(UTF_8), headers.subList(0, 2));

    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(other.status()).as(other.toString()).isEqualTo(422);
    assertThat(other.text()).contains("key-of-other-request");
    assertThat(unkeyed.at("digest")).as("the same content").isEqualTo(first.at("digest"));
    assertThat(unkeyed.at("repeated")).isEqualTo("true");
  }

  @Test
  void aDryRunUsesNoKey() {
    var folder =
        new Multipart()
            .file("benchmark", Folders.spec("tried"))
            .file("examples", Folders.examples(1));
    var ada = API.organiser("ada");

    var tried = folder.post(ada, "benchmarks?check=true", "Idempotency-Key", "tried");
    var published = folder.post(ada, "benchmarks", "Idempotency-Key", "tried");

    assertThat(tried.status()).isEqualTo(200);
    assertThat(published.status()).as(published.toString()).isEqualTo(201);
  }

  private static int count(Upload upload) {
    return Integer.parseInt(API.column("select count(*) from " + upload.rows).getFirst());
  }
}
