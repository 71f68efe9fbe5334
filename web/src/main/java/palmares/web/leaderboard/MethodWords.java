package palmares.web.leaderboard;

import java.util.Map;

/// What the pages call each ranking method, and how they say in a line what it does. A method that
/// is not among them goes by its id.
record MethodWords(String title, String about) {

  private static final Map<String, MethodWords> ALL =
      Map.ofEntries(
          Map.entry("mean", new MethodWords("Mean", "Mean score")),
          Map.entry("win-rate", new MethodWords("Win rate", "Win rate against the baseline")),
          Map.entry(
              "wb-score", new MethodWords("WB-Score", "WB-Score formula with category weights")),
          Map.entry(
              "sharpe-ratio",
              new MethodWords(
                  "SharpeRatio@k",
                  "SharpeRatio@k: what the best picks gain, over how much they differ")),
          Map.entry(
              "bradley-terry",
              new MethodWords("Bradley-Terry", "Bradley-Terry ratings of head-to-head battles")),
          Map.entry("elo", new MethodWords("Elo", "Elo ratings, in the order of the battles")),
          Map.entry("counting", new MethodWords("Battles won", "Battles won, a tie counting half")),
          Map.entry(
              "average-win-rate",
              new MethodWords("Average win rate", "Win rate against each other, averaged")),
          Map.entry(
              "eigenvector",
              new MethodWords("Eigenvector", "Eigenvector: a win counts as much as who lost it")),
          Map.entry(
              "pagerank",
              new MethodWords("PageRank", "PageRank: each defeat passes a share of one's rank on")),
          Map.entry(
              "newman", new MethodWords("Newman", "Newman's ratings, with ties as a third result")),
          Map.entry(
              "weng-lin",
              new MethodWords("Weng-Lin", "Weng and Lin's ratings, in the order of the battles")),
          Map.entry(
              "rao-kupper",
              new MethodWords("Rao-Kupper", "Rao and Kupper's ratings: too small a lead is a tie")),
          Map.entry(
              "thurstone-mosteller",
              new MethodWords(
                  "Thurstone-Mosteller", "Thurstone and Mosteller's ratings: noise is normal")),
          Map.entry(
              "borda", new MethodWords("Borda count", "Borda: how many stand below, added up")),
          Map.entry(
              "mean-win-rate",
              new MethodWords("Mean win rate", "Share of the others below, averaged")),
          Map.entry("copeland", new MethodWords("Copeland", "Copeland: majorities won")),
          Map.entry(
              "kemeny",
              new MethodWords("Kemeny order", "Kemeny: the order that most pairs agree with")),
          Map.entry(
              "maximal-lottery",
              new MethodWords("Maximal lottery", "The lottery that no system beats")),
          Map.entry(
              "two-level-borda",
              new MethodWords("Two-level Borda", "Borda within categories, then over them")),
          Map.entry(
              "regularised-nash",
              new MethodWords(
                  "Regularised Nash", "The mixture that no system beats, near to an even one")));

  /// @param method the id of a method, with or without its version
  static MethodWords of(String method) {
    String id = method.replaceFirst("@.*", "");
    return ALL.getOrDefault(id, new MethodWords(id, id));
  }
}
