package palmares.api.system;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Access;
import palmares.api.identity.Caller;
import palmares.api.identity.Callers;
import palmares.api.page.Cursor;
import palmares.api.page.Ids;
import palmares.api.page.Pages;
import palmares.api.problem.Refused;
import palmares.contract.page.Page;
import palmares.contract.system.SystemApi;
import palmares.contract.system.SystemDetail;
import palmares.contract.system.SystemSummary;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.event.EventStore;
import palmares.db.identity.AuditStore;
import palmares.db.system.SystemCard;
import palmares.db.system.SystemRow;
import palmares.db.system.SystemStanding;
import palmares.db.system.SystemStandings;
import palmares.db.system.SystemStore;
import tools.jackson.databind.JsonNode;

/// Lists systems, and the built-in ones that can be run now.
@Controller("/api/v1")
class SystemController implements SystemApi {

  private final Database database;
  private final Callers callers;

  SystemController(Database database, Callers callers) {
    this.database = database;
    this.callers = callers;
  }

  @Override
  @Access(Access.To.READ)
  public Page<SystemSummary> systems(@Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 1);
    var person = callers.person();
    var rows =
        database.transact(tx ->
            SystemStore.page(
                tx,
                person.teams().stream().map(Caller.Team::id).toList(),
                person.isAdmin(),
                from == null ? null : Ids.parse("page", from.key(0)),
                size + 1));
    return Pages.of(rows, size, row -> Cursor.after(row.id()), SystemController::summary);
  }

  @Override
  @Access(Access.To.EVERYONE)
  public SystemDetail system(String id) {
    var system = Ids.parse("system", id);
    var person = callers.current() instanceof Caller.Person known ? known : null;
    var teams =
        person == null ? List.<UUID>of() : person.teams().stream().map(Caller.Team::id).toList();
    return database.transact(tx -> {
      var all = person != null && person.isAdmin();
      var card = SystemStore.card(tx, system, teams, all);
      if (card == null) {
        throw Refused.notFound("system", id);
      }
      return detail(card, SystemStandings.of(tx, system, teams, all));
    });
  }

  private static SystemDetail detail(SystemCard row, List<SystemStanding> standings) {
    var spec = Json.tree(row.spec());
    return new SystemDetail(
        row.id().toString(),
        row.team(),
        row.name(),
        row.version(),
        row.kind(),
        text(spec, "builtIn"),
        text(spec, "baseModel"),
        text(spec, "licence"),
        text(spec, "description"),
        spec.path("links").valueStream().map(JsonNode::asString).toList(),
        row.createdAt(),
        row.publishedAt(),
        standings.stream().map(SystemController::standing).toList());
  }

  private static SystemDetail.Standing standing(SystemStanding row) {
    return new SystemDetail.Standing(
        row.leaderboard().toString(),
        row.title(),
        row.benchmark(),
        row.version(),
        row.rankLow(),
        row.rankHigh());
  }

  private static @Nullable String text(JsonNode spec, String name) {
    return spec.path(name).isString() ? spec.path(name).stringValue() : null;
  }

  private static SystemSummary summary(SystemRow row) {
    return new SystemSummary(
        row.id().toString(),
        row.team(),
        row.name(),
        row.version(),
        row.kind(),
        text(Json.tree(row.spec()), "builtIn"),
        row.submissions(),
        row.createdAt(),
        row.publishedAt());
  }

  @Override
  @Access(Access.To.SUBMIT)
  public SystemSummary publish(String id) {
    var person = callers.person();
    return database.transact(tx -> {
      var row = SystemStore.find(tx, Ids.parse("system", id));
      if (row == null || !(person.isAdmin() || person.isIn(row.teamId()))) {
        throw Refused.notFound("system", id);
      }
      if (!SystemStore.publish(tx, row.id())) {
        throw Refused.because(HttpStatus.CONFLICT, "It is published already.");
      }
      AuditStore.add(
          tx,
          person.account(),
          "publish-system",
          id,
          Map.of("team", row.team(), "name", row.name()));
      SystemStore.submissions(tx, row.id())
          .forEach(each -> EventStore.append(tx, each, "published", Map.of("by", person.name())));
      SystemStore.boards(tx, row.id())
          .forEach(each -> EventStore.append(tx, each, "names-changed", Map.of()));
      return summary(Objects.requireNonNull(SystemStore.find(tx, row.id())));
    });
  }

  @Override
  @Access(Access.To.EVERYONE)
  public List<String> builtIns() {
    return database.transact(tx -> SystemStore.builtIns(tx, false));
  }
}
