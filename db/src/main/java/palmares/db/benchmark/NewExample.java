package palmares.db.benchmark;

import java.util.List;
import palmares.db.Sha256;

/// An example about to be published.
///
/// @param digest of the canonical messages: the same messages are stored once for all versions
/// @param messages canonical JSON
/// @param gold canonical JSON
public record NewExample(
    int ordinal,
    String name,
    String split,
    List<String> tags,
    Sha256 digest,
    String messages,
    String gold) {

  public NewExample {
    tags = List.copyOf(tags);
  }
}
