package palmares.api.upload;

/// One line of an upload, without its end.
public sealed interface Line {

  /// From 1.
  int number();

  record Bytes(int number, byte[] content) implements Line {}

  /// A line beyond the cap; its bytes were passed over.
  record TooLong(int number, long length) implements Line {}
}
