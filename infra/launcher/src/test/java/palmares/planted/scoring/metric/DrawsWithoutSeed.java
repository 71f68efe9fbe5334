package palmares.planted.scoring.metric;

import java.util.Random;

final class DrawsWithoutSeed {
  double draw() {
    return new Random().nextDouble() + Math.random();
  }
}
