package palmares.contract.leaderboard;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;

/// Leaderboards, and the immutable snapshots they show.
public interface LeaderboardApi {

  @Get("/leaderboards")
  Page<LeaderboardSummary> leaderboards(
      @QueryValue @Nullable String benchmark,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);

  /// The newest snapshot ([Board]); 304 when `If-None-Match` names it.
  @Get("/leaderboards/{id}")
  HttpResponse<Board> leaderboard(
      @PathVariable String id, @Header("If-None-Match") @Nullable String ifNoneMatch);

  /// Server-sent events: `leaderboard`, each time that it was built anew.
  ///
  /// @param lastEventId the number of the last event that the caller has, by any replica
  @Get(value = "/leaderboards/{id}/events", produces = "text/event-stream")
  HttpResponse<?> events(
      @PathVariable String id, @Header("Last-Event-ID") @Nullable String lastEventId);

  @Get("/leaderboards/{id}/snapshots")
  Page<SnapshotSummary> snapshots(
      @PathVariable String id,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);

  /// @param category the same ranking over the examples of this category alone, made from the
  ///   snapshot's evidence
  @Get("/snapshots/{id}")
  HttpResponse<Board> snapshot(
      @PathVariable String id,
      @QueryValue @Nullable String category,
      @Header("If-None-Match") @Nullable String ifNoneMatch);

  /// How often the first ranked systems beat each other, from the snapshot's evidence.
  ///
  /// @param category over the examples of this category alone
  /// @param limit number of systems, at most 100
  @Get("/snapshots/{id}/win-rates")
  WinRates winRates(
      @PathVariable String id,
      @QueryValue @Nullable String category,
      @QueryValue @Nullable Integer limit);

  /// Rebuilds the snapshot from evidence and compares.
  @Post("/snapshots/{id}/verification")
  Verification verify(@PathVariable String id);
}
