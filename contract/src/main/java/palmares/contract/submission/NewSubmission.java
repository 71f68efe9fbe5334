package palmares.contract.submission;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A submission in one JSON document. Larger ones are streamed as JSON lines of [ResponseLine] to
/// `POST /submissions?benchmark=..&system=..` instead.
///
/// @param version of the benchmark; the newest published one if absent
/// @param team whose quota and whose row it is; the caller's personal team if absent
/// @param responses for the kind `outputs`; empty for kinds that workers run
/// @param baseline whether it is one that others are compared with; for those whose benchmark it is
/// @param anonymous whether a new system stays anonymous until it is published: everyone but its
///   team and administrators sees a number in place of its name, and nothing of its card
/// @param allowPartial whether examples may be left out; a gap never pays
@Serdeable
public record NewSubmission(
    String benchmark,
    @Nullable String version,
    @Nullable String team,
    NewSystem system,
    @Nullable List<ResponseLine> responses,
    @Nullable Boolean allowPartial,
    @Nullable Boolean baseline,
    @Nullable Boolean anonymous) {

  public static final int MOST_LINKS = 5;
  public static final int LONGEST_DESCRIPTION = 2_000;

  /// @param kind `outputs` or `built-in`
  /// @param builtIn for kind `built-in`: `id@version` as workers offer it
  /// @param description what it is, in a few sentences
  /// @param links where more of it stands: at most [#MOST_LINKS] addresses of http or https
  @Serdeable
  public record NewSystem(
      String name,
      String kind,
      @Nullable String builtIn,
      @Nullable Map<String, String> settings,
      @Nullable String baseModel,
      @Nullable String licence,
      @Nullable String description,
      @Nullable List<String> links) {}
}
