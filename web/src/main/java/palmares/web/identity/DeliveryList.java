package palmares.web.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import palmares.contract.notification.Notifications.Delivery;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.NotificationCalls;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.StateChip;
import palmares.web.page.TableFrame;
import palmares.web.page.Told;
import palmares.web.page.Tone;
import palmares.web.page.Words;

/// What was sent to the webhooks of a team, what still waits, and what was given up.
final class DeliveryList extends Div {

  private static final int SHOWN = 20;

  private final NotificationCalls calls;
  private final String team;
  private final Told told = new Told();
  private final Div list = new Div();

  DeliveryList(NotificationCalls calls, String team) {
    this.calls = calls;
    this.team = team;
    addClassNames("stack", "deliveries");
    add(
        new H3("Deliveries, newest first"),
        told,
        list,
        CardButtons.row(CardButtons.button("Look again", this::refresh)));
  }

  void refresh() {
    list.removeAll();
    switch (calls.deliveries(team, SHOWN)) {
      case Given(var page) ->
          list.add(
              page.items().isEmpty() ? Words.soft("Nothing was sent yet.") : table(page.items()));
      case Denied(var why) -> list.add(Notice.of(why));
    }
  }

  private Component table(List<Delivery> all) {
    var table =
        new PlainTable(
            Column.of("Told of"),
            Column.of("State"),
            Column.of("When", "wide"),
            Column.of("Change"));
    for (var each : all) {
      table.line(
          new Div(new Span(EventBoxes.words(each.event())), below(each)),
          state(each),
          when(each),
          each.state().equals("waiting") ? Words.soft("by itself") : again(each));
    }
    return new TableFrame("Deliveries", table);
  }

  private static Span below(Delivery delivery) {
    var error = delivery.error();
    return Words.foreign(
        (delivery.attempts() == 1 ? "1 try" : delivery.attempts() + " tries")
            + (error == null ? "" : ": " + error),
        "soft",
        "below");
  }

  private static Component state(Delivery delivery) {
    var status = delivery.status();
    var chip =
        switch (delivery.state()) {
          case "sent" -> new StateChip("sent", Tone.GOOD);
          case "failed" -> new StateChip("given up", Tone.LOOK);
          default -> new StateChip("waiting", Tone.HERE);
        };
    return status == null ? chip : new Div(chip, Words.soft(" " + status));
  }

  private static Component when(Delivery delivery) {
    var next = delivery.nextTry();
    var last = delivery.lastTry();
    if (next != null && delivery.attempts() > 0) {
      return new Div(Words.soft("next try "), Moment.day(next));
    }
    return Moment.day(last == null ? delivery.createdAt() : last);
  }

  private Component again(Delivery delivery) {
    return CardButtons.button(
        "Send again",
        () -> {
          told.removeAll();
          if (calls.sendAgain(team, delivery.id()) instanceof Denied<?>(var why)) {
            told.add(Notice.of(why));
          }
          refresh();
        });
  }
}
