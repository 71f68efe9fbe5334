package road;

import java.util.ArrayList;
import java.util.List;

/// Measures what the road of a submission is held to; see `bench/README.md`. Ends with 1 if a
/// target is missed.
final class Road {

  private static final List<String> PARTS =
      List.of("demo", "start", "upload", "crowd", "board", "recovery", "scores", "fairness");

  private Road() {}

  public static void main(String[] arguments) throws Exception {
    var parts = arguments.length == 0 ? PARTS : List.of(arguments);
    if (!PARTS.containsAll(parts)) {
      System.err.println("the parts are " + String.join(", ", PARTS));
      System.exit(2);
    }
    var begun = System.nanoTime();
    var figures = new ArrayList<Figure>();
    if (parts.contains("demo")) {
      figures.addAll(measured("demo", null));
    }
    if (!parts.equals(List.of("demo"))) {
      System.out.println("- starting PostgreSQL, RabbitMQ, api, web and two workers");
      try (var platform = Platform.start()) {
        for (var part : PARTS) {
          if (parts.contains(part) && !part.equals("demo")) {
            figures.addAll(measured(part, platform));
          }
        }
      }
    }
    Figure.print(figures);
    System.out.printf("%nall of it took %.0f s%n", (System.nanoTime() - begun) / 1e9);
    System.exit(figures.stream().allMatch(Figure::met) ? 0 : 1);
  }

  /// One part's failure leaves the others their turn.
  private static List<Figure> measured(String part, Platform platform) {
    System.out.println("- " + part);
    var begun = System.nanoTime();
    try {
      return measure(part, platform);
    } catch (Exception e) {
      e.printStackTrace();
      return List.of(Figure.failed(part, e));
    } finally {
      System.out.printf("  %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }
  }

  private static List<Figure> measure(String part, Platform platform) throws Exception {
    return switch (part) {
      case "demo" -> Demo.measure();
      case "start" -> Start.measure(platform);
      case "upload" -> Upload.measure(platform);
      case "crowd" -> Fairness.whereJobsCompute(platform);
      case "fairness" -> Fairness.whereJobsWait(platform);
      case "board" -> BoardReads.measure(platform);
      case "recovery" -> Recovery.measure(platform);
      case "scores" -> Scores.measure(platform);
      default -> throw new IllegalArgumentException("no part " + part);
    };
  }
}
