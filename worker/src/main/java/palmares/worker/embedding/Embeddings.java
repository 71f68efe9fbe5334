package palmares.worker.embedding;

import java.util.List;

/// Turns texts into vectors whose dot product says how alike in meaning they are.
public interface Embeddings {

  /// One vector of length 1 for each text, in order; the same for a text whatever else is in the
  /// list. Not for virtual threads: the caller may wait for native code.
  List<float[]> embed(List<String> texts);

  /// The cosine of the angle between two vectors of length 1, rounded to 6 decimals, which hides
  /// how processors differ in the last bits.
  static double cosine(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return Math.rint(sum * 1e6) / 1e6;
  }
}
