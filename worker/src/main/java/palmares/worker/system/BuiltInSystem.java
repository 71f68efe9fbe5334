package palmares.worker.system;

import java.util.List;
import palmares.scoring.example.Example;
import palmares.worker.embedding.Embeddings;

/// A system that comes with the platform. It sees the examples and never what is expected of it,
/// and gives the same for the same input, whatever else is in the list.
///
/// Implementations are final classes with a public constructor without arguments, found by
/// `@AutoService(BuiltInSystem.class)`.
public interface BuiltInSystem {

  /// The name in kebab case, stable for ever because submissions store it.
  String id();

  /// Raised by every change that can change a response.
  int version();

  /// What it does, in a few words.
  String summary();

  /// `id@version`, the form in which submissions and jobs name it.
  default String key() {
    return id() + "@" + version();
  }

  /// One response for each example, in order; an empty one where it abstains.
  ///
  /// @throws IllegalArgumentException if a setting or an example is not as it expects, naming it
  List<String> respond(List<Example> examples, SystemSettings settings, Embeddings embeddings);
}
