package palmares.contract.problem;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of every refusal (RFC 9457, `application/problem+json`).
///
/// @param type `about:blank`, or `urn:palmares:problem:<name>` where a program may want to tell it
///   apart
/// @param detail what, which, and what was expected
/// @param errors every single thing that is wrong, at most 100
@Serdeable
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    List<Flaw> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /// One thing that is wrong with what was sent.
  ///
  /// @param file the part or file it is in, where there are several
  /// @param line from 1, where there are lines
  /// @param field path of the field in its document, such as `checklist[2].weight`
  @Serdeable
  public record Flaw(
      @Nullable String file, @Nullable Integer line, @Nullable String field, String message) {}
}
