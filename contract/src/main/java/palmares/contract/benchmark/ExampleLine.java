package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One example without its gold; also a line of `examples.jsonl` as `pull` writes it.
@Serdeable
public record ExampleLine(String id, List<MessageLine> messages, List<String> tags, String split) {

  @Serdeable
  public record MessageLine(String role, List<PartLine> content) {}

  /// @param type `text` or `blob`
  @Serdeable
  public record PartLine(
      String type, @Nullable String text, @Nullable String sha256, @Nullable String mediaType) {}
}
