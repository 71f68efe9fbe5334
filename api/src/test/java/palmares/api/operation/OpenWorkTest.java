package palmares.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

class OpenWorkTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String WORKER =
      """
      {"name":"w","capabilities":["cpu"],"slots":2,"offers":[{"id":"exact-match","version":1,
       "kind":"metric","floor":0,"ceiling":1,"summary":"Equal to a reference."}]}
      """;

  @Test
  void waitingJobsNameWhoCouldDoThemOrSinceWhenNobodyCan() {
    Folders.publish(API.organiser("ada"), "queued", 1);
    submit("queued", "one");

    var without = API.admin().get("queues");
    var worker = API.worker("default");
    var id = worker.post("work/workers", WORKER).at("worker");
    var with = API.admin().get("queues");
    worker.delete("work/workers/" + id);
    var left = API.admin().get("queues");

    assertThat(without.at("[0].offer") + " " + without.at("[0].capability"))
        .isEqualTo("exact-match@1 cpu");
    assertThat(without.at("[0].waiting") + without.at("[0].workers")).isEqualTo("10");
    assertThat(without.at("[0].noWorkerSince")).as("there never was any").isEqualTo("absent");
    assertThat(with.at("[0].workers") + with.at("[0].slots")).isEqualTo("12");
    assertThat(with.at("[0].noWorkerSince")).isEqualTo("absent");
    assertThat(left.at("[0].workers")).isEqualTo("0");
    assertThat(left.at("[0].noWorkerSince")).startsWith("20");
  }

  @Test
  void jobsThatWereGivenUpAreListedUntilTheirRunIsTriedAgain() {
    Folders.publish(API.organiser("ada"), "failing", 1);
    submit("failing", "one");
    submit("failing", "two");
    API.postgres()
        .asOwner(
            """
            update job set state = 'failed', due_at = null, failure_class = 'evaluator',
              failure_reason = 'the judge answered 500', attempts = 3
            from run join benchmark_version v on v.id = run.benchmark_version_id
            join benchmark b on b.id = v.benchmark_id
            where run.id = job.run_id and b.name = 'failing'
            """);

    var first = API.admin().get("failed-jobs?limit=1");
    var second = API.admin().get("failed-jobs?limit=1&cursor=" + first.at("next"));

    assertThat(first.at("items[0].reason")).isEqualTo("the judge answered 500");
    assertThat(first.at("items[0].failureClass") + first.at("items[0].attempts"))
        .isEqualTo("evaluator3");
    assertThat(first.at("items[0].benchmark") + " " + first.at("items[0].offer"))
        .isEqualTo("failing exact-match@1");
    assertThat(second.at("items[0].id")).isNotEqualTo(first.at("items[0].id"));
    assertThat(second.at("next")).isIn("absent", "null");
    assertThat(API.admin().get("failed-jobs?cursor=eA").status()).isEqualTo(400);
  }

  private static void submit(String benchmark, String system) {
    var answer =
        API.member("bob")
            .post(
                "submissions",
                "{\"benchmark\":\"%s\",\"system\":{\"name\":\"%s\",\"kind\":\"outputs\"},\"responses\":[{\"id\":\"q1\",\"text\":\"a\"}]}"
                    .formatted(benchmark, system));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
  }
}
