package palmares.api.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

class EvaluatorTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void anEvaluatorSaysWhatItIsWhereItRunsAndWhatItDecides() {
    Folders.publish(API.organiser("ada"), "decided", 1);
    API.worker("default")
        .post(
            "work/workers",
            """
            {"name":"attic","capabilities":["cpu"],"slots":2,"offers":[{"id":"exact-match",
             "version":1,"kind":"metric","floor":0,"ceiling":1,"summary":"Equal to a reference."}]}
            """);

    var everyone = API.anonymous().get("evaluators");
    var operator = API.admin().get("evaluators");

    assertThat(everyone.at("[0].id") + " " + everyone.at("[0].summary"))
        .isEqualTo("exact-match Equal to a reference.");
    assertThat(everyone.at("[0].liveWorkers")).isEqualTo("1");
    assertThat(everyone.text()).doesNotContain("attic");
    assertThat(operator.at("[0].workers[0]")).isEqualTo("attic");
    assertThat(everyone.text()).contains("\"name\":\"decided\"");
  }

  /// The values of CorrelationTest.tiesGetTheMeanOfTheirRanks over two systems, and a gap beside
  /// them. Expected from scipy 1.17.1: stats.spearmanr, stats.pearsonr of [0, 0, 1, 1, 1, 0.5] and
  /// [0.2, 0.2, 0.9, 1, 0.4, 0.2].
  @Test
  void agreementIsOverTheResponsesThatBothHaveAValueFor() {
    publishTwo("agreed");
    submit("agreed", "one");
    submit("agreed", "two");
    assertThat(agreement("agreed").at("pairs"))
        .as("nothing is evaluated yet")
        .isEqualTo("list of 0");

    evaluated("agreed", "one", "0,0,1,null", "0.2,0.2,0.9,0.7");
    evaluated("agreed", "two", "1,1,0.5,null", "1,0.4,0.2,0.7");

    var found = agreement("agreed");
    assertThat(found.at("systems") + found.at("pairs")).isEqualTo("2list of 1");
    assertThat(found.at("pairs[0].one") + " " + found.at("pairs[0].other"))
        .isEqualTo("contains@1 exact-match@1");
    assertThat(found.at("pairs[0].responses")).isEqualTo("6");
    assertThat(Double.parseDouble(found.at("pairs[0].spearman")))
        .isCloseTo(0.8853648783083367, within(1e-12));
    assertThat(Double.parseDouble(found.at("pairs[0].pearson")))
        .isCloseTo(0.776684969892153, within(1e-12));
  }

  @Test
  void ofABenchmarkThatIsNotThereNothingIsSaid() {
    assertThat(API.anonymous().get("benchmarks/none/versions/1/agreement").status()).isEqualTo(404);
  }

  private static Answer agreement(String benchmark) {
    return API.anonymous().get("benchmarks/" + benchmark + "/versions/1/agreement");
  }

  private static void publishTwo(String name) {
    var answer =
        new Multipart()
            .file(
                "benchmark",
                Folders.spec(name).replace("[exact-match@1]", "[exact-match@1, contains@1]"))
            .file("examples", Folders.examples(4))
            .post(API.organiser("ada"), "benchmarks");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  private static void submit(String benchmark, String system) {
    var answer =
        API.member("bob")
            .post(
                "submissions",
                """
                {"benchmark":"%s","system":{"name":"%s","kind":"outputs"},"responses":[
                  {"id":"q1","text":"a"},{"id":"q2","text":"b"},{"id":"q3","text":"c"},
                  {"id":"q4","text":"d"}]}
                """
                    .formatted(benchmark, system));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
  }

  /// Ends the run of a system with these values, by ordinal.
  private static void evaluated(String benchmark, String system, String exact, String contains) {
    for (var each : new String[][] {{"exact-match", exact}, {"contains", contains}}) {
      API.postgres()
          .asOwner(
              """
              insert into score (run_no, evaluator_version_id, ordinal, value, cause, attempt)
              select run.no, e.id, v.ordinal - 1, v.value,
                case when v.value is null then 'MISSING' end, 1
              from run join submission s on s.id = run.submission_id
              join benchmark_version b on b.id = s.benchmark_version_id
              join benchmark on benchmark.id = b.benchmark_id
              join system_version sv on sv.id = s.system_version_id
              join system on system.id = sv.system_id
              join run_evaluator re on re.run_id = run.id
              join evaluator_version e on e.id = re.evaluator_version_id
              cross join unnest(array[%s]::float8[]) with ordinality as v(value, ordinal)
              where benchmark.name = '%s' and system.name = '%s' and e.evaluator = '%s'
              """
                  .formatted(each[1], benchmark, system, each[0]));
    }
    API.postgres()
        .asOwner(
            """
            update run set state = 'complete', due_at = null, open_jobs = 0
            from submission s join system_version sv on sv.id = s.system_version_id
            join system on system.id = sv.system_id
            join benchmark_version b on b.id = s.benchmark_version_id
            join benchmark on benchmark.id = b.benchmark_id
            where s.id = run.submission_id and benchmark.name = '%s' and system.name = '%s'
            """
                .formatted(benchmark, system));
  }
}
