package palmares.scoring.metric;

/// The harmonic mean of precision and recall, `2pr / (p + r)`; 0 where nothing is common.
final class F1 {

  private F1() {}

  /// @param common how many tokens both have
  static double of(int common, int response, int reference) {
    if (common == 0) {
      return 0;
    }
    var precision = (double) common / response;
    var recall = (double) common / reference;
    return 2 * precision * recall / (precision + recall);
  }
}
