package palmares.scoring.metric;

import java.util.List;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score.Scored;
import palmares.scoring.example.Check;
import palmares.scoring.example.Check.Rule;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;
import palmares.scoring.example.Message;
import palmares.scoring.example.Message.Role;
import palmares.scoring.example.Part;

/// An example and what is expected of it, with defaults for all that does not matter.
final class Samples {

  static final Example EXAMPLE =
      new Example(
          "e1",
          0,
          List.of(new Message(Role.USER, List.of(new Part.Text("Who sat where?")))),
          List.of());

  private Samples() {}

  static Gold references(String... references) {
    return new Gold(List.of(references), List.of());
  }

  static Gold checks(Check... checks) {
    return new Gold(List.of(), List.of(checks));
  }

  static Check check(String name, Rule rule) {
    return new Check(name, rule, 1);
  }

  static Scored scored(Metric metric, Gold gold, String response) {
    return (Scored) metric.score(EXAMPLE, gold, new Response(response));
  }

  static double value(Metric metric, Gold gold, String response) {
    return scored(metric, gold, response).value();
  }
}
