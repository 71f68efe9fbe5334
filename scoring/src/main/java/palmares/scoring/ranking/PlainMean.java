package palmares.scoring.ranking;

import java.util.stream.IntStream;

/// The arithmetic mean.
enum PlainMean implements Aggregate {
  MEAN;

  @Override
  public double of(double[] values, double[] counts) {
    var sum = 0.0;
    var count = 0.0;
    for (var i = 0; i < values.length; i++) {
      sum += counts[i] * values[i];
      count += counts[i];
    }
    return sum / count;
  }

  @Override
  public Resampled over(Resamples resamples) {
    var examples = IntStream.range(0, resamples.counts().length).toArray();
    var counts = resamples.count(examples);
    return (values, results) -> {
      resamples.sum(examples, values, results);
      for (var i = 0; i < counts.length; i++) {
        results[i] /= counts[i];
      }
    };
  }
}
