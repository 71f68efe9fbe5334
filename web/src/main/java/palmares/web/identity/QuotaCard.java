package palmares.web.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;
import palmares.contract.quota.Quotas.Entry;
import palmares.contract.quota.Quotas.Quota;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.QuotaCalls;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// What a team has used of its submissions today, and its ledger of them.
final class QuotaCard extends Section {

  private static final int ENTRIES = 25;

  private final QuotaCalls calls;
  private final String team;
  private final Div ledger = new Div();

  QuotaCard(QuotaCalls calls, String team) {
    this.calls = calls;
    this.team = team;
    addClassNames("card", "padded", "fields");
    getElement().setAttribute("aria-label", "Submissions a day");
    add(new H2("Submissions a day"));
    switch (calls.quotas(team)) {
      case Given(var quotas) -> add(quotas.isEmpty() ? nothing() : table(quotas), ledger());
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private static Component nothing() {
    return Words.soft(
        "Nothing is used of any quota today. A benchmark's page says how many it allows.");
  }

  private static Component table(List<Quota> quotas) {
    var table =
        new PlainTable(
            Column.of("Benchmark"),
            Column.of("A day", "number", "wide"),
            Column.of("Used today", "number"),
            Column.of("Left", "number"));
    for (var quota : quotas) {
      var left = new Span(Integer.toString(quota.left()));
      left.setClassName("gap", quota.left() == 0);
      table.line(
          Links.to("benchmarks/" + quota.benchmark(), quota.benchmark() + " " + quota.version()),
          new Span(Integer.toString(quota.perDay())),
          new Span(Integer.toString(quota.used())),
          left);
    }
    return new TableFrame("Submissions a day", table);
  }

  private Component ledger() {
    show(null);
    return new NativeDetails("What took from it and what came back, newest first", ledger);
  }

  private void show(@Nullable String cursor) {
    ledger.removeAll();
    switch (calls.entries(team, cursor, ENTRIES)) {
      case Denied(var why) -> ledger.add(Notice.of(why));
      case Given(var page) when page.items().isEmpty() ->
          ledger.add(Words.soft("Nothing was taken yet."));
      case Given(var page) -> ledger.add(entries(page.items()), paging(page, cursor));
    }
  }

  private static Component entries(List<Entry> entries) {
    var table = new PlainTable(Column.of("When", "wide"), Column.of("What"), Column.of("Count"));
    for (var entry : entries) {
      var what =
          new Div(
              new Span(words(entry.kind()) + " by "),
              Links.to("submissions/" + entry.submission(), entry.system()),
              new Span(
                  " on %s %s for %s, sent by %s%s"
                      .formatted(
                          entry.benchmark(),
                          entry.version(),
                          entry.day(),
                          entry.by(),
                          entry.reason() == null ? "" : ": " + entry.reason())));
      what.addClassName("foreign");
      table.line(Moment.day(entry.at()), what, new Span(sign(entry.kind()) + entry.amount()));
    }
    return new TableFrame("Ledger of submissions", table);
  }

  private static String words(String kind) {
    return switch (kind) {
      case "reserve" -> "taken";
      case "commit" -> "used up";
      case "refund" -> "came back";
      default -> kind;
    };
  }

  private static String sign(String kind) {
    return switch (kind) {
      case "reserve" -> "−";
      case "refund" -> "+";
      default -> "";
    };
  }

  private Component paging(Page<Entry> page, @Nullable String cursor) {
    var buttons = new Div();
    buttons.addClassName("buttons");
    if (cursor != null) {
      buttons.add(button("Newest", null));
    }
    if (page.next() != null) {
      buttons.add(button("Older", page.next()));
    }
    return buttons;
  }

  private NativeButton button(String words, @Nullable String cursor) {
    var button = new NativeButton(words, clicked -> show(cursor));
    button.addClassName("button");
    return button;
  }
}
