package palmares.web.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import palmares.contract.identity.Identity.CreatedAccount;
import palmares.web.client.AccountCalls;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.OnceShown;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// Who has an account and what they may do. For whoever is no administrator there is no such page.
@PageTitle("Accounts · Palmares")
@Route(value = "accounts", layout = PageFrame.class)
public final class AccountsView extends Div implements BeforeEnterObserver {

  private final AccountCalls calls;
  private final Told told = new Told();
  private final AccountsCard accounts;

  public AccountsView(ApiClient api) {
    calls = new AccountCalls(api.as(Visitor.currentToken()));
    accounts = new AccountsCard(calls, this::tell);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var visitor = Visitor.current();
    if (visitor == null || !visitor.isAdmin()) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    removeAll();
    var cards = new Div(accounts, new NewAccountCard(calls, this::tell));
    cards.addClassName("stack");
    add(
        new PageHeader("Who may do what?")
            .crumb(Links.to("operator", "Operator"))
            .lead(
                "Members submit, organisers make benchmarks as well, administrators do everything."
                    + " What is done here is on record."),
        told,
        cards);
    accounts.load();
  }

  /// @param answer to a change: a refusal, or a secret that is shown once, or something that the
  ///   list shows by itself
  private void tell(Answer<?> answer) {
    told.removeAll();
    switch (answer) {
      case Given<?>(CreatedAccount account) ->
          told.add(
              new OnceShown(
                  "One sign-in for " + account.name() + ", shown now and never again.",
                  "Hand it over by a way that only they read; they set a password of their own.",
                  "One-time secret",
                  account.oneTimeSecret()));
      case Given<?> done -> {}
      case Denied<?>(var why) -> told.add(Notice.of(why));
    }
    accounts.load();
  }
}
