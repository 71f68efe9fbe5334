package palmares.scoring.battle;

import java.util.Map;
import java.util.TreeMap;
import palmares.scoring.ranking.Settings;

/// The settings of methods that count battles: what a win and what a tie is worth.
record WinWeights(double win, double tie) {

  private static final Map<String, String> DESCRIBED =
      Map.of("win_weight", "what a win is worth (1)", "tie_weight", "what a tie is worth (0.5)");

  /// Their descriptions together with those of a method's own settings.
  static Map<String, String> described(Map<String, String> own) {
    var described = new TreeMap<>(DESCRIBED);
    described.putAll(own);
    return described;
  }

  /// @throws IllegalArgumentException if a win is worth nothing, or a tie less than that
  static WinWeights of(Settings settings) {
    var win = settings.number("win_weight", 1);
    var tie = settings.number("tie_weight", 0.5);
    if (!(win > 0)) {
      throw new IllegalArgumentException("setting 'win_weight' must be greater than 0: " + win);
    }
    if (!(tie >= 0)) {
      throw new IllegalArgumentException("setting 'tie_weight' must be 0 or more: " + tie);
    }
    return new WinWeights(win, tie);
  }

  /// Settings with these, defaults included.
  Settings in(Settings settings) {
    return settings.with("win_weight", win).with("tie_weight", tie);
  }

  double[][] worth(WinsAndTies counts) {
    return counts.worth(win, tie);
  }
}
