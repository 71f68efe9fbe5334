package palmares.api.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import palmares.api.event.Followed.Sent;

/// Server-sent events as bytes (HTML standard, 9.2.6). Data is JSON, which has no line breaks of
/// its own.
final class Frames {

  private Frames() {}

  static byte[] start(long retryMillis) {
    return "retry: %d\n\n".formatted(retryMillis).getBytes(UTF_8);
  }

  static byte[] numbered(int seq, Sent sent) {
    return "id: %d\nevent: %s\ndata: %s\n\n"
        .formatted(seq, sent.name(), sent.data())
        .getBytes(UTF_8);
  }

  static byte[] state(String data) {
    return "event: state\ndata: %s\n\n".formatted(data).getBytes(UTF_8);
  }

  static byte[] end() {
    return "event: end\ndata: {}\n\n".getBytes(UTF_8);
  }

  static byte[] heartbeat() {
    return ": still here\n\n".getBytes(UTF_8);
  }
}
