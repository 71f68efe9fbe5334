package palmares.launcher.rank;

import org.jspecify.annotations.Nullable;

/// Takes the battles of a file of votes, in the order of the file.
interface BattleSink {

  /// @param line of the file that the battle stands in
  /// @param cluster null where none was asked for
  /// @throws IllegalArgumentException if it is no battle, saying what was expected
  void battle(
      long line,
      String left,
      String right,
      double outcome,
      double weight,
      @Nullable String cluster);
}
