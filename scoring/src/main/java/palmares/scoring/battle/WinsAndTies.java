package palmares.scoring.battle;

import java.util.Arrays;

/// Battles counted by pair, wins apart from ties.
///
/// An outcome between a tie and a win is both in part: 0.7 is 0.4 of a win and 0.6 of a tie, so
/// that wins and half the ties always add up to the outcome.
///
/// @param wins `[i][j]` = total weight of the wins of system i over system j
/// @param ties `[i][j]` = total weight of the ties of the two, the same both ways
record WinsAndTies(double[][] wins, double[][] ties) {

  static WinsAndTies of(BattleSource battles) {
    var size = battles.systems().size();
    var wins = new double[size][size];
    var ties = new double[size][size];
    battles.forEach((left, right, outcome, weight) -> {
      var lead = 2 * outcome - 1;
      var tied = weight * (1 - Math.abs(lead));
      wins[left][right] += weight * Math.max(lead, 0);
      wins[right][left] += weight * Math.max(-lead, 0);
      ties[left][right] += tied;
      ties[right][left] += tied;
    });
    return new WinsAndTies(wins, ties);
  }

  int size() {
    return wins.length;
  }

  /// True when one of the battles has a winner.
  boolean isDecisive() {
    for (var row : wins) {
      for (var weight : row) {
        if (weight > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /// True when a model with a parameter for ties has no finite maximum: when strengths exist by
  /// which each winner is ahead by 1 or more and tied systems are apart by at most 1, so that to
  /// stretch them, and the room for ties with them, makes every outcome likelier without end.
  ///
  /// The strengths are sought as shortest paths; a circle of negative length says there are none.
  boolean isBoundless() {
    if (Arrays.stream(ties).flatMapToDouble(Arrays::stream).noneMatch(weight -> weight > 0)) {
      return false;
    }
    var strengths = new double[size()];
    var moved = true;
    while (moved) {
      moved = false;
      for (var i = 0; i < size(); i++) {
        for (var j = 0; j < size(); j++) {
          var most = strengths[i] + (wins[i][j] > 0 ? -1 : ties[i][j] > 0 ? 1 : Double.MAX_VALUE);
          if (strengths[j] > most) {
            strengths[j] = most;
            moved = true;
            if (most <= -size()) { // no path without a circle is as long
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  /// `[i][j]` = what the battles of system i against system j are worth to i.
  double[][] worth(double win, double tie) {
    var worth = new double[size()][size()];
    for (var i = 0; i < size(); i++) {
      for (var j = 0; j < size(); j++) {
        worth[i][j] = win * wins[i][j] + tie * ties[i][j];
      }
    }
    return worth;
  }
}
