package palmares.scoring.example;

import java.util.List;
import java.util.stream.Collectors;

/// One turn of a prompt: who speaks, and the parts of what is said, in order.
public record Message(Role role, List<Part> parts) {

  public Message {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a message needs at least one part; role " + role);
    }
  }

  /// The text parts of this message, in order, one line break between them.
  public String text() {
    return parts.stream()
        .filter(Part.Text.class::isInstance)
        .map(part -> ((Part.Text) part).text())
        .collect(Collectors.joining("\n"));
  }

  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }
}
