package palmares.scoring.battle;

import java.util.Map;

/// What every table of battles shows of a system beside its rating.
record Tally(PairCounts counts) {

  static final Map<String, String> COLUMNS =
      Map.of(
          "battles", "total weight of the battles fought",
          "wins", "total weight of the battles won, a tie counts half",
          "win_rate", "wins divided by battles");

  double played(int system) {
    return counts.won(system) + counts.lost(system);
  }

  Map<String, Double> columns(int system) {
    var won = counts.won(system);
    var played = played(system);
    return played == 0
        ? Map.of("battles", 0.0, "wins", 0.0)
        : Map.of("battles", played, "wins", won, "win_rate", won / played);
  }
}
