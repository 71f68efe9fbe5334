package palmares.api.notification;

import static io.micronaut.http.HttpStatus.CONFLICT;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.api.idempotency.Once;
import palmares.api.identity.Access;
import palmares.api.identity.Caller;
import palmares.api.identity.Callers;
import palmares.api.notification.Webhooks.Made;
import palmares.api.notification.Webhooks.Result;
import palmares.api.page.Cursor;
import palmares.api.page.Ids;
import palmares.api.page.Pages;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.notification.Notifications.Delivery;
import palmares.contract.notification.Notifications.NewWebhook;
import palmares.contract.notification.Notifications.Webhook;
import palmares.contract.notification.Notifications.WebhookChange;
import palmares.contract.notification.WebhookApi;
import palmares.contract.page.Page;

/// Webhooks of teams; foreign teams answer as if they were not.
@Controller("/api/v1")
class WebhookController implements WebhookApi {

  private final Callers callers;
  private final Webhooks webhooks;

  WebhookController(Callers callers, Webhooks webhooks) {
    this.callers = callers;
    this.webhooks = webhooks;
  }

  @Override
  @Access(Access.To.READ)
  public List<Webhook> webhooks(String team) {
    return done(team, "", webhooks.of(callers.person(), team)).stream()
        .map(each -> webhook(each, null))
        .toList();
  }

  @Override
  @Once
  @Access(Access.To.SUBMIT)
  @Status(HttpStatus.CREATED)
  public Webhook createWebhook(String team, NewWebhook webhook) {
    checkSome(webhook.events());
    return made(
        done(team, "", webhooks.create(present(), team, webhook.url(), events(webhook.events()))));
  }

  @Override
  @Access(Access.To.SUBMIT)
  public Webhook changeWebhook(String team, String id, WebhookChange change) {
    var events = change.events();
    if (change.url() == null && events == null && change.active() == null) {
      throw Refused.badRequest("The change must name url, events or active.");
    }
    if (events != null) {
      checkSome(events);
      events = events(events);
    }
    var changed =
        webhooks.change(
            present(),
            team,
            Ids.parse("webhook", id),
            new WebhookChange(change.url(), events, change.active()));
    return webhook(done(team, id, changed), null);
  }

  private static void checkSome(List<String> events) {
    if (events.isEmpty()) {
      throw Refused.badRequest(
          "events must name at least one of " + String.join(", ", NoticeKind.words()) + ".");
    }
  }

  static List<String> events(List<String> given) {
    try {
      return NoticeKind.checked(given);
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest(Problems.shown(String.valueOf(e.getMessage())));
    }
  }

  @Override
  @Access(Access.To.SUBMIT)
  @Status(HttpStatus.NO_CONTENT)
  public void removeWebhook(String team, String id) {
    done(team, id, webhooks.remove(present(), team, Ids.parse("webhook", id)));
  }

  @Override
  @Access(Access.To.SUBMIT)
  public Webhook rotateWebhookSecret(String team, String id) {
    return made(done(team, id, webhooks.rotate(present(), team, Ids.parse("webhook", id))));
  }

  @Override
  @Access(Access.To.SUBMIT)
  @Status(HttpStatus.ACCEPTED)
  public void testWebhook(String team, String id) {
    done(team, id, webhooks.test(present(), team, Ids.parse("webhook", id)));
  }

  @Override
  @Access(Access.To.READ)
  public Page<Delivery> deliveries(String team, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 1);
    var before = from == null ? null : Ids.parse("delivery", from.key(0));
    var rows = done(team, "", webhooks.deliveries(callers.person(), team, before, size + 1));
    return Pages.of(rows, size, row -> Cursor.after(row.id()), WebhookController::delivery);
  }

  @Override
  @Access(Access.To.SUBMIT)
  @Status(HttpStatus.ACCEPTED)
  public void sendAgain(String team, String id) {
    done(team, id, webhooks.sendAgain(present(), team, Ids.parse("delivery", id)));
  }

  /// A script's token that leaks must not be good for being told of everything for ever.
  private Caller.Person present() {
    var person = callers.person();
    if (!person.isPresent()) {
      throw Refused.forbidden("Webhooks are changed only by who has signed in, not by a token.");
    }
    return person;
  }

  private static <T> T done(String team, String id, Result<T> result) {
    return switch (result) {
      case Result.Done<T>(var value) -> value;
      case Result.NoTeam<T>() -> throw Refused.notFound("team", team);
      case Result.NotOwner<T>() ->
          throw Refused.forbidden("Only an owner of the team sees and changes its webhooks.");
      case Result.Unknown<T>() -> throw Refused.notFound("webhook or delivery", id);
      case Result.Refused<T>(var why) -> throw Refused.because(CONFLICT, why);
    };
  }

  private static Webhook made(Made made) {
    return webhook(made.webhook(), made.secret());
  }

  private static Webhook webhook(palmares.db.notification.Webhook row, @Nullable String secret) {
    return new Webhook(
        row.id().toString(),
        row.url(),
        row.events(),
        row.active(),
        row.createdBy(),
        row.createdAt(),
        secret);
  }

  private static Delivery delivery(palmares.db.notification.Delivery row) {
    return new Delivery(
        row.id().toString(),
        row.webhook().toString(),
        row.event(),
        row.subject().toString(),
        row.state().equals("ready") ? "waiting" : row.state(),
        row.attempts(),
        row.status(),
        row.error(),
        row.lastTry(),
        row.nextTry(),
        row.createdAt());
  }
}
