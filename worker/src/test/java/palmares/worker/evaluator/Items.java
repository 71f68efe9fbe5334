package palmares.worker.evaluator;

import java.util.List;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.RewardModel.Item;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;
import palmares.scoring.example.Message;
import palmares.scoring.example.Part;

/// Responses to questions about a passage.
final class Items {

  private Items() {}

  static Item item(String question, List<String> references, String response) {
    var parts = List.<Part>of(new Part.Text("A passage."), new Part.Text(question));
    var messages = List.of(new Message(Message.Role.USER, parts));
    return new Item(
        new Example("e1", 0, messages, List.of()),
        new Gold(references, List.of()),
        new Response(response));
  }
}
