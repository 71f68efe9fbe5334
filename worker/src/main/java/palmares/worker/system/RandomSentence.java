package palmares.worker.system;

import com.google.auto.service.AutoService;
import java.util.SplittableRandom;

/// Gives any sentence. The draw depends on the setting `seed` (1) and the example's id alone, so
/// that it is the same in every shard.
@AutoService(BuiltInSystem.class)
public final class RandomSentence implements PassageSystem {

  @Override
  public String id() {
    return "random-sentence";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "a sentence drawn at random; setting: seed";
  }

  @Override
  public String respond(Passage passage, SystemSettings settings) {
    long seed = settings.whole("seed", 1);
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ passage.example().hashCode());
    return passage.sentences().get(random.nextInt(passage.sentences().size()));
  }
}
