package palmares.web.client;

/// In whose name the API is asked. A token may be exchanged for a fresh one between two questions,
/// so it is asked for anew with each.
public interface Bearer {

  /// The token to send now.
  String token();

  /// Whether the sign-in has ended elsewhere, so that there is nobody any more to ask for.
  default boolean hasEnded() {
    return false;
  }

  /// Ends the sign-in, where it was made.
  void end();
}
