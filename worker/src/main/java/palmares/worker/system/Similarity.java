package palmares.worker.system;

import java.util.ArrayList;
import java.util.List;
import palmares.worker.embedding.Embeddings;

/// How close in meaning each of some candidates is to a passage's question.
record Similarity(Passage passage, List<String> candidates, double[] scores) {

  /// Passages with their sentences as candidates, all embedded together.
  static List<Similarity> ofSentences(List<Passage> passages, Embeddings embeddings) {
    return of(passages, passages.stream().map(Passage::sentences).toList(), embeddings);
  }

  /// @param candidates for each passage
  static List<Similarity> of(
      List<Passage> passages, List<List<String>> candidates, Embeddings embeddings) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < passages.size(); i++) {
      texts.add(passages.get(i).question());
      texts.addAll(candidates.get(i));
    }
    var vectors = embeddings.embed(texts).iterator();
    var similarities = new ArrayList<Similarity>();
    for (int i = 0; i < passages.size(); i++) {
      var question = vectors.next();
      var scores =
          candidates.get(i).stream()
              .mapToDouble(candidate -> Embeddings.cosine(question, vectors.next()))
              .toArray();
      similarities.add(new Similarity(passages.get(i), candidates.get(i), scores));
    }
    return similarities;
  }

  /// The closest candidate; the first of equal ones.
  String best() {
    return candidates.get(Ranks.descending(scores).getFirst());
  }
}
