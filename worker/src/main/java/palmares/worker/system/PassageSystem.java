package palmares.worker.system;

import java.util.List;
import palmares.scoring.example.Example;
import palmares.worker.embedding.Embeddings;

/// A built-in system that looks at one passage at a time and needs no model.
interface PassageSystem extends BuiltInSystem {

  String respond(Passage passage, SystemSettings settings);

  @Override
  default List<String> respond(
      List<Example> examples, SystemSettings settings, Embeddings embeddings) {
    return examples.stream().map(example -> respond(Passage.of(example), settings)).toList();
  }
}
