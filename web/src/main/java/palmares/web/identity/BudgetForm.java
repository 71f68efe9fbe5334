package palmares.web.identity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import palmares.contract.budget.Budgets.Budget;
import palmares.contract.budget.Budgets.NewAmount;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.BudgetCalls;
import palmares.web.page.Notice;
import palmares.web.page.Told;

/// Sets what a team may spend in all.
final class BudgetForm extends Div {

  private static final int MICROS = 6;

  private final BudgetCalls budgets;
  private final String team;
  private final Consumer<List<Budget>> changed;
  private final ComboBox<String> unit = new ComboBox<>("Of");
  private final BigDecimalField amount = new BigDecimalField("In all");
  private final TextField benchmark = new TextField("Only for the benchmark");
  private final Told told = new Told();

  BudgetForm(BudgetCalls budgets, String team, Consumer<List<Budget>> changed) {
    this.budgets = budgets;
    this.team = team;
    this.changed = changed;
    addClassName("fields");
    unit.setItems("money", "tokens");
    unit.setValue("money");
    amount.setHelperText("What is used stays used: to give more, set a higher amount");
    benchmark.setHelperText("Its name; empty for all work of the team");
    var set = new Button("Set", clicked -> set());
    set.setDisableOnClick(true);
    set.addClickListener(clicked -> set.setEnabled(true));
    var buttons = new Div(set);
    buttons.addClassName("buttons");
    add(unit, amount, benchmark, buttons, told);
  }

  private void set() {
    told.removeAll();
    var wanted = amount.getValue();
    if (wanted == null || unit.isEmpty()) {
      told.add(Notice.empty("Something is missing", "A budget has an amount, such as 25.50."));
      return;
    }
    try {
      send(wanted.scaleByPowerOfTen(unit.getValue().equals("money") ? MICROS : 0));
    } catch (ArithmeticException e) {
      told.add(
          Notice.empty(
              "Not an amount", "Money has at most six digits after the point, tokens none."));
    }
  }

  private void send(BigDecimal whole) {
    var only = benchmark.getValue().isBlank() ? null : benchmark.getValue().strip();
    var set = new NewAmount(unit.getValue(), whole.longValueExact(), only, null);
    switch (budgets.set(team, set)) {
      case Given(var all) -> {
        changed.accept(all);
        told.add(Notice.done("Set", "It holds from now on."));
      }
      case Denied(var why) -> told.add(Notice.of(why));
    }
  }
}
