package palmares.api.leaderboard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.api.event.EventStreams;
import palmares.api.identity.Access;
import palmares.api.identity.Access.To;
import palmares.api.page.Cursor;
import palmares.api.page.Pages;
import palmares.api.system.Anonymity;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.LeaderboardApi;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.contract.leaderboard.SnapshotSummary;
import palmares.contract.leaderboard.Verification;
import palmares.contract.leaderboard.WinRates;
import palmares.contract.page.Page;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.leaderboard.Leaderboard;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.leaderboard.PendingSystems;
import palmares.db.leaderboard.PendingSystems.Pending;
import palmares.db.leaderboard.Snapshot;
import palmares.db.leaderboard.SnapshotStore;

/// Serves leaderboards and snapshots to those who may see their benchmark.
@Controller("/api/v1")
final class LeaderboardController implements LeaderboardApi {

  private final Database database;
  private final VisibleBoards visible;
  private final BoardReader reader;
  private final SnapshotVerifier verifier;
  private final EvidenceViews views;
  private final RankingTurns turns;
  private final EventStreams streams;
  private final LeaderboardStore leaderboards = new LeaderboardStore();
  private final SnapshotStore snapshots = new SnapshotStore();
  private final RenderedBoards rendered;

  LeaderboardController(
      Database database,
      VisibleBoards visible,
      BoardReader reader,
      RenderedBoards rendered,
      SnapshotVerifier verifier,
      EvidenceViews views,
      RankingTurns turns,
      EventStreams streams) {
    this.database = database;
    this.visible = visible;
    this.reader = reader;
    this.rendered = rendered;
    this.verifier = verifier;
    this.views = views;
    this.turns = turns;
    this.streams = streams;
  }

  @Access(To.EVERYONE)
  @Override
  public Page<LeaderboardSummary> leaderboards(
      @Nullable String benchmark, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 1);
    return database.transact(tx -> {
      var rows =
          leaderboards.page(
              tx,
              benchmark,
              visible.teams(),
              visible.isAdmin(),
              from == null ? null : VisibleBoards.id("cursor", from.key(0)),
              size + 1);
      return Pages.of(rows, size, row -> Cursor.after(row.id()), row -> summary(tx, row));
    });
  }

  @Access(To.EVERYONE)
  @Override
  public HttpResponse<Board> leaderboard(String id, @Nullable String ifNoneMatch) {
    return database.transact(tx -> {
      var board = visible.board(tx, VisibleBoards.id("leaderboard", id));
      var view = view(tx, board, pending(tx, board));
      var newest = snapshots.newestId(tx, board.id());
      var tag = tag(board, newest, view, "");
      return answer(
          tag,
          ifNoneMatch,
          () -> reader.board(tx, board, newest.flatMap(each -> snapshots.find(tx, each)), view));
    });
  }

  @Access(To.EVERYONE)
  @Override
  public HttpResponse<?> events(String id, @Nullable String lastEventId) {
    var board = database.transact(tx -> visible.board(tx, VisibleBoards.id("leaderboard", id)));
    return streams.open(
        visible.caller(),
        new FollowedBoard(database, board.id(), visible.isAdmin(), visible.teams()),
        lastEventId);
  }

  @Access(To.EVERYONE)
  @Override
  public Page<SnapshotSummary> snapshots(
      String id, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var last = Cursor.lastNumber(cursor);
    return database.transact(tx -> {
      var board = visible.board(tx, VisibleBoards.id("leaderboard", id));
      var rows = snapshots.page(tx, board.id(), last, size + 1);
      return Pages.of(
          rows, size, row -> Cursor.after(row.revision()), LeaderboardController::summary);
    });
  }

  @Access(To.EVERYONE)
  @Override
  public HttpResponse<Board> snapshot(
      String id, @Nullable String category, @Nullable String ifNoneMatch) {
    return turns.takeIf(
        category != null,
        () ->
            database.transact(tx -> {
              var snapshot = visible.snapshot(tx, id);
              var board = visible.board(tx, snapshot.leaderboardId());
              var view = view(tx, board, List.of());
              return answer(
                  tag(board, Optional.of(snapshot.id()), view, String.valueOf(category)),
                  ifNoneMatch,
                  () ->
                      category == null
                          ? reader.board(tx, board, Optional.of(snapshot), view)
                          : reader.board(
                              tx,
                              board,
                              snapshot,
                              views.category(tx, board, snapshot, category),
                              view));
            }));
  }

  @Access(To.EVERYONE)
  @Override
  public WinRates winRates(String id, @Nullable String category, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    return turns.take(() ->
        database.transact(tx -> {
          var snapshot = visible.snapshot(tx, id);
          var board = visible.board(tx, snapshot.leaderboardId());
          return views.winRates(
              tx,
              new EvidenceViews.WinRatesOf(board, snapshot, category, size),
              anonymity(tx, board));
        }));
  }

  @Access(To.READ)
  @Override
  public Verification verify(String id) {
    var snapshot = database.transact(tx -> visible.snapshot(tx, id));
    var board = database.transact(tx -> visible.board(tx, snapshot.leaderboardId()));
    return verifier.verify(board, snapshot);
  }

  private LeaderboardSummary summary(Tx tx, Leaderboard board) {
    return new LeaderboardSummary(
        board.id().toString(),
        board.name(),
        board.title(),
        board.benchmark(),
        board.version(),
        Json.read(board.definition(), Definition.class).method(),
        snapshots.newestId(tx, board.id()).map(UUID::toString).orElse(null),
        board.builtAt());
  }

  private static SnapshotSummary summary(Snapshot snapshot) {
    return new SnapshotSummary(
        snapshot.id().toString(),
        snapshot.revision(),
        snapshot.digest().hex(),
        snapshot.createdAt(),
        Json.read(snapshot.document(), SnapshotDocument.class).rows().size());
  }

  private BoardReader.View view(Tx tx, Leaderboard board, List<Pending> pending) {
    return BoardReader.View.of(anonymity(tx, board), pending);
  }

  private Anonymity anonymity(Tx tx, Leaderboard board) {
    return Anonymity.of(tx, board.benchmarkVersionId(), visible.caller());
  }

  private List<Pending> pending(Tx tx, Leaderboard board) {
    return PendingSystems.of(tx, board.benchmarkVersionId(), board.goldRevision());
  }

  /// Content and audience: all who see the same names of anonymous systems see the same board.
  private static String tag(
      Leaderboard board, Optional<UUID> snapshot, BoardReader.View view, String part) {
    var content =
        List.of(
            board.id().toString(),
            snapshot.map(UUID::toString).orElse("none"),
            String.valueOf(board.problem()),
            board.goldRevision() + "/" + board.newestGold(),
            String.join("\n", view.pending()),
            view.anonymity().key(),
            part);
    return '"' + Sha256.of(String.join("\u0000", content)).hex().substring(0, 32) + '"';
  }

  private HttpResponse<Board> answer(
      String tag, @Nullable String ifNoneMatch, Supplier<Board> board) {
    if (ifNoneMatch != null && matches(ifNoneMatch, tag)) {
      return described(HttpResponse.<Board>notModified(), tag);
    }
    var shown = rendered.of(tag, board);
    if (!ContentCodings.isGzipAccepted()) {
      return asBoard(described(HttpResponse.ok(shown.plain()), tag));
    }
    return asBoard(
        described(HttpResponse.ok(shown.packed()), tag)
            .header(HttpHeaders.CONTENT_ENCODING, "gzip"));
  }

  private static <T> MutableHttpResponse<T> described(MutableHttpResponse<T> answer, String tag) {
    return answer
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
  }

  /// The declared type is what the description tells readers of; its bytes are written already.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static HttpResponse<Board> asBoard(HttpResponse<byte[]> written) {
    return (HttpResponse) written;
  }

  private static boolean matches(String ifNoneMatch, String tag) {
    for (var candidate : ifNoneMatch.split(",")) {
      var stripped = candidate.strip();
      if (stripped.equals("*") || stripped.equals(tag) || stripped.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
