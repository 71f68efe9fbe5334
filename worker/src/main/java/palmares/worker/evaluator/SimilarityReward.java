package palmares.worker.evaluator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import palmares.scoring.evaluator.RewardModel;
import palmares.worker.embedding.Embeddings;

/// Rewards a response for being close in meaning to a text of its example: the largest cosine of
/// their embeddings where there are several such texts, from -1 to 1.
record SimilarityReward(
    String id, int version, Embeddings embeddings, Function<Item, List<String>> targets)
    implements RewardModel {

  @Override
  public List<Reward> rewards(List<Item> items) {
    var targetsOf = items.stream().map(this::targetsOf).toList();
    var texts = new ArrayList<String>();
    for (int i = 0; i < items.size(); i++) {
      texts.add(items.get(i).response().text());
      texts.addAll(targetsOf.get(i));
    }
    var vectors = embeddings.embed(texts).iterator();
    return targetsOf.stream()
        .map(list -> {
          var response = vectors.next();
          return new Reward(
              list.stream()
                  .mapToDouble(text -> Embeddings.cosine(response, vectors.next()))
                  .max()
                  .orElseThrow());
        })
        .toList();
  }

  private List<String> targetsOf(Item item) {
    var found = targets.apply(item);
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          key() + " has nothing to compare with in example " + item.example().id());
    }
    return found;
  }
}
