package palmares.scoring.ranking;

/// How an iterative method ended.
///
/// @param gradientNorm largest absolute derivative of the objective at the end
public record Fit(boolean converged, int iterations, double gradientNorm) {

  /// For methods that compute their result in closed form.
  public static final Fit EXACT = new Fit(true, 0, 0);
}
