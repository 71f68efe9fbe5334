package palmares.contract.system;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a team says of its system.
///
/// @param version the newest one that stands on a leaderboard that the reader may see; for its own
///   team the newest of all
/// @param kind built-in, outputs, endpoint, model or program
/// @param builtIn for kind `built-in`: `id@version`
/// @param publishedAt since when everyone may know whose it is; absent while it is anonymous
@Serdeable
public record SystemDetail(
    String id,
    String team,
    String name,
    int version,
    String kind,
    @Nullable String builtIn,
    @Nullable String baseModel,
    @Nullable String licence,
    @Nullable String description,
    List<String> links,
    Instant createdAt,
    @Nullable Instant publishedAt,
    List<Standing> leaderboards) {

  /// Where it stands on the newest snapshot of a leaderboard that the reader may see.
  ///
  /// @param rankLow and `rankHigh`: its ranks at best and at worst; absent while it is unranked
  @Serdeable
  public record Standing(
      String leaderboard,
      String title,
      String benchmark,
      String version,
      @Nullable Integer rankLow,
      @Nullable Integer rankHigh) {}

  public SystemDetail {
    links = List.copyOf(links);
    leaderboards = List.copyOf(leaderboards);
  }
}
