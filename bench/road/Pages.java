package road;

import java.util.ArrayList;
import java.util.List;

/// Measures what the pages are held to; see `bench/README.md`. Ends with 1 if a target is missed.
final class Pages {

  private static final List<String> PARTS = List.of("opening", "heap", "examples");

  private Pages() {}

  public static void main(String[] arguments) throws Exception {
    var parts = arguments.length == 0 ? PARTS : List.of(arguments);
    if (!PARTS.containsAll(parts)) {
      System.err.println("the parts are " + String.join(", ", PARTS));
      System.exit(2);
    }
    System.out.println("- starting PostgreSQL, RabbitMQ, api, web and two workers");
    var figures = new ArrayList<Figure>();
    try (var platform = Platform.start()) {
      String board =
          parts.equals(List.of("examples")) ? "" : Boards.fill(platform, "board", 1_000);
      for (var part : PARTS) {
        if (parts.contains(part)) {
          figures.addAll(measured(part, platform, board));
        }
      }
    }
    Figure.print(figures);
    System.exit(figures.stream().allMatch(Figure::met) ? 0 : 1);
  }

  /// One part's failure leaves the others their turn.
  private static List<Figure> measured(String part, Platform platform, String board) {
    System.out.println("- " + part);
    var begun = System.nanoTime();
    try {
      return switch (part) {
        case "opening" -> Opening.measure(platform, board);
        case "examples" -> Examples.measure(platform);
        case "heap" -> OpenPages.measure(platform, board);
        default -> throw new IllegalArgumentException("no part " + part);
      };
    } catch (Exception e) {
      e.printStackTrace();
      return List.of(Figure.failed(part, e));
    } finally {
      System.out.printf("  %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }
  }
}
