package palmares.web.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import palmares.contract.budget.Budgets.Budget;
import palmares.contract.budget.Budgets.Entry;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.BudgetCalls;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// What a team may spend on paid work, and its ledger of it.
final class SpendingCard extends Section {

  private static final int ENTRIES = 50;

  private final BudgetCalls budgets;
  private final String team;
  private final Div content = new Div();

  /// @param changes whether who looks may set what the team may spend
  SpendingCard(BudgetCalls budgets, String team, boolean changes) {
    this.budgets = budgets;
    this.team = team;
    addClassNames("card", "padded", "fields");
    getElement().setAttribute("aria-label", "Budgets");
    add(new H2("Budgets"), content);
    if (changes) {
      add(new NativeDetails("Set a budget", new BudgetForm(budgets, team, this::show)));
    }
    switch (budgets.budgets(team)) {
      case Given(var all) -> show(all);
      case Denied(var why) -> content.add(Notice.of(why));
    }
  }

  private void show(List<Budget> all) {
    content.removeAll();
    if (all.isEmpty()) {
      content.add(
          Notice.empty(
              "No budget", "Work that costs money waits until an administrator sets one."));
      return;
    }
    var table =
        new PlainTable(
            Column.of("For"),
            Column.of("May spend", "number"),
            Column.of("Used", "number", "wide"),
            Column.of("Left", "number"));
    for (var budget : all) {
      var left = new Span(BudgetWords.amount(budget.unit(), budget.left()));
      left.setClassName("gap", budget.left() == 0);
      table.line(
          Words.foreign(BudgetWords.purpose(budget.benchmark(), budget.version())),
          new Span(BudgetWords.amount(budget.unit(), budget.amount())),
          new Span(BudgetWords.amount(budget.unit(), budget.used())),
          left);
    }
    content.add(new TableFrame("Budgets", table), ledger());
  }

  private Component ledger() {
    return switch (budgets.entries(team, null, ENTRIES)) {
      case Denied(var why) -> Notice.of(why);
      case Given(var page) when page.items().isEmpty() -> Words.soft("Nothing was spent yet.");
      case Given(var page) -> new NativeDetails("Ledger, newest first", entries(page.items()));
    };
  }

  private static Component entries(List<Entry> entries) {
    var table =
        new PlainTable(Column.of("When", "wide"), Column.of("What"), Column.of("Amount", "number"));
    for (var entry : entries) {
      table.line(
          Moment.day(entry.at()),
          Words.foreign(BudgetWords.entry(entry)),
          new Span(BudgetWords.amount(entry.unit(), entry.amount())));
    }
    return new TableFrame("Ledger", table);
  }
}
