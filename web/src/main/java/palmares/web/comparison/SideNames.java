package palmares.web.comparison;

import palmares.contract.comparison.Comparison;
import palmares.contract.comparison.Comparison.Side;

/// What the two sides are called: by their systems, and by as much more as tells them apart.
record SideNames(String left, String right) {

  private static final int END_OF_ID = 6;

  static SideNames of(Comparison comparison) {
    var left = comparison.left();
    var right = comparison.right();
    if (!left.system().equals(right.system())) {
      return new SideNames(left.system(), right.system());
    }
    return left.systemVersion() == right.systemVersion()
        ? new SideNames(bySubmission(left), bySubmission(right))
        : new SideNames(byVersion(left), byVersion(right));
  }

  private static String byVersion(Side side) {
    return side.system() + " version " + side.systemVersion();
  }

  // Ids that were made one after the other begin alike.
  private static String bySubmission(Side side) {
    var id = side.submission();
    return side.system() + " …" + id.substring(Math.max(0, id.length() - END_OF_ID));
  }
}
