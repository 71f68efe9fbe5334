package palmares.web.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.budget.Budgets.TeamBudget;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.BudgetCalls;
import palmares.web.identity.BudgetWords;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// What all teams may spend, and what of it is reserved, settled and left.
final class BudgetsCard extends Section {

  private static final int AT_ONCE = 50;

  private final BudgetCalls calls;
  private final Div content = new Div();
  private final Div more = new Div();
  private final List<TeamBudget> shown = new ArrayList<>();

  BudgetsCard(BudgetCalls calls) {
    this.calls = calls;
    addClassNames("card", "padded");
    getElement().setAttribute("aria-label", "Budgets");
    more.addClassNames("buttons", "pager");
    add(new H2("Budgets of all teams"), content, more);
    load(null);
  }

  private void load(@Nullable String cursor) {
    more.removeAll();
    switch (calls.all(cursor, AT_ONCE)) {
      case Given(var page) -> {
        shown.addAll(page.items());
        show();
        var next = page.next();
        if (next != null) {
          var button = new NativeButton("Show more", clicked -> load(next));
          button.addClassName("button");
          more.add(button);
        }
      }
      case Denied(var why) -> more.add(Notice.of(why));
    }
  }

  private void show() {
    content.removeAll();
    if (shown.isEmpty()) {
      content.add(
          Notice.empty(
              "No budgets", "Work that costs money waits until one is set, on a team's page."));
      return;
    }
    var table =
        new PlainTable(
            Column.of("Team"),
            Column.of("For", "wide"),
            Column.of("May spend", "number", "wide"),
            Column.of("Reserved", "number"),
            Column.of("Settled", "number"),
            Column.of("Left", "number"));
    for (var budget : shown) {
      var left = amount(budget, budget.left());
      left.setClassName("gap", budget.left() == 0);
      table.line(
          Links.to("teams/" + budget.team(), budget.team()),
          Words.foreign(BudgetWords.purpose(budget.benchmark(), budget.version())),
          amount(budget, budget.amount()),
          amount(budget, budget.reserved()),
          amount(budget, budget.settled()),
          left);
    }
    content.add(new TableFrame("Budgets of all teams", table));
  }

  private static Span amount(TeamBudget budget, long amount) {
    return new Span(BudgetWords.amount(budget.unit(), amount));
  }
}
