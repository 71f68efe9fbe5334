package palmares.contract.notification;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.notification.Notifications.Delivery;
import palmares.contract.notification.Notifications.NewWebhook;
import palmares.contract.notification.Notifications.Webhook;
import palmares.contract.notification.Notifications.WebhookChange;
import palmares.contract.page.Page;

/// Webhooks of a team, for its owners.
public interface WebhookApi {

  @Get("/teams/{team}/webhooks")
  List<Webhook> webhooks(@PathVariable String team);

  @Post("/teams/{team}/webhooks")
  Webhook createWebhook(@PathVariable String team, @Body NewWebhook webhook);

  /// Changes where a webhook goes, what it is told of, or whether it is told at all; what is left
  /// out stays, and so does its secret. What waits goes to the new address; to one that is switched
  /// off it is given up.
  @Patch("/teams/{team}/webhooks/{id}")
  Webhook changeWebhook(
      @PathVariable String team, @PathVariable String id, @Body WebhookChange change);

  /// Removes a webhook; what is on its way to it is not sent any more.
  @Delete("/teams/{team}/webhooks/{id}")
  void removeWebhook(@PathVariable String team, @PathVariable String id);

  /// Makes a new secret. For a day, deliveries are signed with the earlier one as well.
  @Post("/teams/{team}/webhooks/{id}/secret")
  Webhook rotateWebhookSecret(@PathVariable String team, @PathVariable String id);

  /// Sends the webhook a message that tells of nothing.
  @Post("/teams/{team}/webhooks/{id}/test")
  void testWebhook(@PathVariable String team, @PathVariable String id);

  /// Messages to the webhooks of a team, newest first.
  @Get("/teams/{team}/deliveries")
  Page<Delivery> deliveries(
      @PathVariable String team,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);

  /// Sends a message once more that was sent or given up.
  @Post("/teams/{team}/deliveries/{id}/again")
  void sendAgain(@PathVariable String team, @PathVariable String id);
}
