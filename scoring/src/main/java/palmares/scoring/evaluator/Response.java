package palmares.scoring.evaluator;

/// What a system gave for one example.
///
/// @param text the response as received, never changed
public record Response(String text) {

  /// True when there is nothing but white space: a gap, not an answer.
  public boolean isEmpty() {
    return text.isBlank();
  }
}
