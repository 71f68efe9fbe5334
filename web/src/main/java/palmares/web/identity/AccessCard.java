package palmares.web.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.identity.Identity.NewToken;
import palmares.contract.identity.Identity.Token;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.Done;
import palmares.web.client.IdentityCalls;
import palmares.web.page.Card;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.OnceShown;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.StateChip;
import palmares.web.page.SureButton;
import palmares.web.page.TableFrame;
import palmares.web.page.Told;
import palmares.web.page.Tone;
import palmares.web.page.Words;

/// What speaks in a person's name: tokens of scripts, and sessions of browsers.
final class AccessCard extends Div {

  private final IdentityCalls identity;
  private final Told told = new Told();
  private final Div made = new Div();
  private final Div tokens = new Div();
  private final Div sessions = new Div();

  /// @param scopes that a new token may have
  AccessCard(IdentityCalls identity, List<String> scopes) {
    this.identity = identity;
    addClassName("stack");
    var about =
        new Paragraph("A token lets a script or a CI job speak in your name, within its scopes.");
    about.addClassName("soft");
    add(
        told,
        Card.titled("Tokens", about, tokens),
        Card.titled("New token", new NewTokenForm(scopes, this::create), made),
        Card.titled("Where you are signed in", sessions));
    refresh();
  }

  private void create(NewToken wanted) {
    made.removeAll();
    switch (identity.create(wanted)) {
      case Given(var token) -> {
        refresh();
        made.add(
            new OnceShown(
                "This is “" + token.name() + "”. It is shown now and never again.",
                "Send it as “Authorization: Bearer …”, and keep it where only the script reads it.",
                "Token " + token.name(),
                String.valueOf(token.token())));
      }
      case Denied(var why) -> made.add(Notice.of(why));
    }
  }

  private void tell(Answer<Done> answer, String title, String text) {
    told.removeAll();
    told.add(
        switch (answer) {
          case Given<Done> done -> Notice.done(title, text);
          case Denied<Done>(var why) -> Notice.of(why);
        });
    refresh();
  }

  private void refresh() {
    tokens.removeAll();
    sessions.removeAll();
    switch (identity.tokens()) {
      case Given(var all) -> {
        tokens.add(tokens(of("personal", all)));
        sessions.add(sessions(of("session", all)));
      }
      case Denied(var why) -> tokens.add(Notice.of(why));
    }
  }

  private static List<Token> of(String kind, List<Token> all) {
    return all.stream().filter(each -> each.kind().equals(kind)).toList();
  }

  private Component tokens(List<Token> some) {
    if (some.isEmpty()) {
      return Notice.empty("No tokens yet", "Nothing but your own browser speaks in your name.");
    }
    var table =
        new PlainTable(
            Column.of("Name"),
            Column.of("Expires", "wide"),
            Column.of("Last used"),
            Column.of("Change"));
    for (var token : some) {
      var name = new Div(Words.foreign(token.name(), "name"), below(token.scopes()));
      table.line(
          name,
          moment(token.expiresAt(), "never"),
          moment(token.lastUsedAt(), "not yet"),
          new SureButton(
              "Revoke",
              "Whatever uses “" + token.name() + "” is refused from then on.",
              "Revoke it",
              () ->
                  tell(
                      identity.revoke(token.id()),
                      "Revoked",
                      "“" + token.name() + "” is refused from now on.")));
    }
    return new TableFrame("Tokens", table);
  }

  private static Span below(List<String> scopes) {
    var below = Words.soft(ScopeWords.list(scopes));
    below.addClassName("below");
    return below;
  }

  private Component sessions(List<Token> some) {
    if (some.isEmpty()) {
      return Notice.empty(
          "No sessions of this platform's own",
          "You came by an identity provider: it keeps your sessions, and ends them.");
    }
    var table = new PlainTable(Column.of("Signed in"), Column.of("Last used"), Column.of("Where"));
    for (var session : some) {
      table.line(
          Moment.day(session.createdAt()),
          moment(session.lastUsedAt(), "not yet"),
          session.current() ? new StateChip("this browser", Tone.HERE) : Words.soft("elsewhere"));
    }
    var content = new Div(new TableFrame("Sessions", table));
    content.addClassName("stack");
    if (some.size() > 1) {
      content.add(
          new SureButton(
              "Sign out everywhere else",
              "All other browsers are signed out; tokens go on.",
              "Sign them out",
              () ->
                  tell(
                      identity.endOtherSessions(),
                      "Signed out everywhere else",
                      "Only this browser is still signed in.")));
    }
    return content;
  }

  private static Component moment(@Nullable Instant instant, String absent) {
    return instant == null ? Words.soft(absent) : Moment.day(instant);
  }
}
