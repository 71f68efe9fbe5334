package palmares.worker.system;

import java.util.List;
import java.util.stream.Stream;
import palmares.scoring.example.Example;
import palmares.scoring.example.Message;
import palmares.scoring.example.Part;
import palmares.worker.embedding.SharedMiniLm;

/// Questions about passages, and what a system says to them.
final class Passages {

  static final String LIGHTHOUSE =
      "The lighthouse has one hundred and twelve steps. The keeper climbs them every evening. "
          + "Her lamp can be seen by boats nine miles away.";

  private Passages() {}

  static Example example(String passage, String question) {
    return example("e1", passage, question);
  }

  static Example example(String id, String... texts) {
    var parts = Stream.of(texts).<Part>map(Part.Text::new).toList();
    return new Example(id, 0, List.of(new Message(Message.Role.USER, parts)), List.of());
  }

  static String respond(BuiltInSystem system, String passage, String question) {
    return respond(system, SystemSettings.NONE, passage, question);
  }

  static String respond(
      BuiltInSystem system, SystemSettings settings, String passage, String question) {
    return system
        .respond(List.of(example(passage, question)), settings, SharedMiniLm.get())
        .getFirst();
  }
}
