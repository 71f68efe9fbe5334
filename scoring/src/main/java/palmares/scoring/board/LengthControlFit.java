package palmares.scoring.board;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import palmares.scoring.board.SparseLogistic.Sample;

/// Finds the weights of a [LengthControl]: `|b|_1 + C * loss` is made least, C chosen from ten
/// values between 1e-4 and 1e4 by the loss on held-out instructions, five parts of them.
///
/// Gamed rows, answers of the baseline that were told to be long or short, teach what length alone
/// is worth: they count `lambda / (sets of them)` each and have no bias of their own.
public final class LengthControlFit {

  private static final int PARTS = 5;
  private static final int PENALTIES = 10;

  private LengthControlFit() {}

  /// Preferences of one system, by instruction.
  ///
  /// @param instructions what each row is of, each once
  /// @param preference the probability that the system's response is preferred to the baseline's
  /// @param ahead characters of the baseline's response less those of the system's
  /// @param difficulty of the instruction
  /// @throws IllegalArgumentException if they are not equally many, there are fewer than ten, a
  ///   number is out of its range, an instruction stands twice, or all differences of length are
  ///   the same
  public record Rows(
      List<String> instructions, double[] preference, double[] ahead, double[] difficulty) {
    public Rows {
      instructions = List.copyOf(instructions);
      if (preference.length != ahead.length || preference.length != difficulty.length) {
        throw new IllegalArgumentException(
            "misaligned: %d preferences, %d lengths, %d difficulties"
                .formatted(preference.length, ahead.length, difficulty.length));
      }
      if (preference.length < 10) {
        throw new IllegalArgumentException(
            "ten instructions or more are needed: " + preference.length);
      }
      if (new HashSet<>(instructions).size() != preference.length
          || instructions.size() != preference.length) {
        throw new IllegalArgumentException(
            "misaligned: %d preferences of %d instructions"
                .formatted(preference.length, new HashSet<>(instructions).size()));
      }
      for (var each : preference) {
        if (!(each >= 0 && each <= 1)) {
          throw new IllegalArgumentException("a preference must be from 0 to 1: " + each);
        }
      }
      if (!Arrays.stream(ahead).allMatch(Double::isFinite)
          || !Arrays.stream(difficulty).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("lengths and difficulties must be finite");
      }
      if (Arrays.stream(ahead).allMatch(each -> each == ahead[0])) {
        throw new IllegalArgumentException(
            "all differences of length are %s: there is nothing to control for"
                .formatted(ahead[0]));
      }
    }

    /// `tanh(d / sd)`.
    private double[] lengths() {
      var mean = Arrays.stream(ahead).average().orElseThrow();
      var squares = Arrays.stream(ahead).map(each -> (each - mean) * (each - mean)).sum();
      var deviation = Math.sqrt(squares / (ahead.length - 1));
      return Arrays.stream(ahead).map(each -> Math.tanh(each / deviation)).toArray();
    }

    private Sample sample(double bias, double weight) {
      var lengths = lengths();
      return new Sample(
          IntStream.range(0, lengths.length)
              .mapToObj(i -> new double[] {lengths[i], difficulty[i], bias})
              .toArray(double[][]::new),
          preference,
          IntStream.range(0, lengths.length).mapToDouble(i -> weight).toArray());
    }
  }

  /// @param c the penalty that was chosen: the greater, the less the weights are drawn to 0
  public record Result(LengthControl weights, double c) {}

  /// @param gamed sets of gamed rows, of the same instructions; may be empty
  /// @param lambda what all gamed rows together count beside the system's
  public static Result of(Rows own, List<Rows> gamed, double lambda) {
    var all = samples(own, gamed, lambda);
    var parts = parts(own, gamed);
    var best = 0.0;
    var least = Double.POSITIVE_INFINITY;
    for (var k = 0; k < PENALTIES; k++) {
      var c = Math.pow(10, -4 + 8.0 * k / (PENALTIES - 1));
      var loss = 0.0;
      for (var part = 0; part < PARTS; part++) {
        var weights = SparseLogistic.fit(joined(all, parts, part, false), c);
        loss += SparseLogistic.meanLoss(joined(all, parts, part, true), weights) / PARTS;
      }
      if (loss < least) {
        least = loss;
        best = c;
      }
    }
    return withPenalty(own, gamed, lambda, best);
  }

  /// The weights at a penalty given.
  public static Result withPenalty(Rows own, List<Rows> gamed, double lambda, double c) {
    if (!(c > 0) || Double.isInfinite(c)) {
      throw new IllegalArgumentException("C must be greater than 0 and finite: " + c);
    }
    if (!(lambda >= 0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException("lambda must be 0 or more and finite: " + lambda);
    }
    var found = SparseLogistic.fit(Sample.joined(samples(own, gamed, lambda)), c);
    return new Result(new LengthControl(found[0], found[1], found[2]), c);
  }

  private static List<Sample> samples(Rows own, List<Rows> gamed, double lambda) {
    return IntStream.rangeClosed(0, gamed.size())
        .mapToObj(
            i -> i == 0 ? own.sample(1, 1) : gamed.get(i - 1).sample(0, lambda / gamed.size()))
        .toList();
  }

  /// The part of each row of each set: every fifth instruction is in one part, whatever the order
  /// of the rows, and its gamed rows are with it, so that they tell nothing of what is held out.
  private static List<int[]> parts(Rows own, List<Rows> gamed) {
    var sets = Stream.concat(Stream.of(own), gamed.stream()).map(Rows::instructions).toList();
    var sorted =
        sets.stream()
            .flatMap(List::stream)
            .distinct()
            .sorted(
                Comparator.comparingInt(String::length) // numbers by size
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    var places = new HashMap<String, Integer>();
    for (var instruction : sorted) {
      places.put(instruction, places.size());
    }
    return sets.stream()
        .map(set -> set.stream().mapToInt(name -> places.getOrDefault(name, 0) % PARTS).toArray())
        .toList();
  }

  /// The rows of one part of the instructions, or all others.
  private static Sample joined(List<Sample> samples, List<int[]> parts, int part, boolean inside) {
    return Sample.joined(
        IntStream.range(0, samples.size())
            .mapToObj(k -> samples.get(k).only(i -> (parts.get(k)[i] == part) == inside))
            .toList());
  }
}
