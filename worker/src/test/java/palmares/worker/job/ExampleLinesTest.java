package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.contract.work.Work.GoldLine;
import palmares.scoring.example.Check;
import palmares.scoring.example.Check.Rule;
import palmares.scoring.example.Message;
import palmares.scoring.example.Part;
import palmares.worker.client.WireFormat;

class ExampleLinesTest {

  @Test
  void messagesKeepTheirRolesAndParts() throws Exception {
    var example =
        ExampleLines.example(
            line(
                """
                {"ordinal":3,"id":"e3","tags":["hard"],"messages":[
                  {"role":"system","content":[{"type":"text","text":"Be brief."}]},
                  {"role":"user","content":[{"type":"blob","sha256":"ab","mediaType":"image/png"},
                                            {"type":"text","text":"What is it?"}]}]}\
                """));

    assertThat(example.ordinal()).isEqualTo(3);
    assertThat(example.id()).isEqualTo("e3");
    assertThat(example.tags()).containsExactly("hard");
    assertThat(example.messages())
        .containsExactly(
            new Message(Message.Role.SYSTEM, List.of(new Part.Text("Be brief."))),
            new Message(
                Message.Role.USER,
                List.of(new Part.Blob("ab", "image/png"), new Part.Text("What is it?"))));
  }

  @Test
  void everyRuleOfAChecklistIsUnderstood() throws Exception {
    var gold =
        ExampleLines.gold(
            line(
                """
                {"ordinal":0,"id":"e","messages":[],"references":["r"],"checklist":[
                  {"name":"a","contains":"x"},
                  {"name":"b","containsAny":["x","y"],"weight":2.5},
                  {"name":"c","containsNone":["z"]},
                  {"name":"d","matches":"^x$"},
                  {"name":"e","minChars":1},
                  {"name":"f","maxChars":80},
                  {"name":"g","maxSentences":2}]}\
                """));

    assertThat(gold.references()).containsExactly("r");
    assertThat(gold.checklist())
        .containsExactly(
            new Check("a", new Rule.ContainsAny(List.of("x")), 1),
            new Check("b", new Rule.ContainsAny(List.of("x", "y")), 2.5),
            new Check("c", new Rule.ContainsNone(List.of("z")), 1),
            new Check("d", new Rule.Matches("^x$"), 1),
            new Check("e", new Rule.Chars(1, Integer.MAX_VALUE), 1),
            new Check("f", new Rule.Chars(0, 80), 1),
            new Check("g", new Rule.MaxSentences(2), 1));
  }

  @Test
  void aCheckWithoutARuleIsRefusedByName() throws Exception {
    var line = line("{\"ordinal\":0,\"id\":\"e\",\"checklist\":[{\"name\":\"idle\"}]}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExampleLines.gold(line))
        .withMessage("check 'idle' has no rule");
  }

  private static GoldLine line(String json) throws IOException {
    return WireFormat.mapper().readValue(json, GoldLine.class);
  }
}
