package palmares.web.operation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import palmares.contract.identity.Identity.NewAccount;
import palmares.web.client.AccountCalls;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Given;

/// Makes an account, whose owner then signs in by a secret for one time.
final class NewAccountCard extends Section {

  private final AccountCalls calls;
  private final Consumer<Answer<?>> tell;
  private final TextField name = new TextField("Name");
  private final ComboBox<String> role = new ComboBox<>("Role");

  NewAccountCard(AccountCalls calls, Consumer<Answer<?>> tell) {
    this.calls = calls;
    this.tell = tell;
    addClassNames("card", "padded", "fields");
    getElement().setAttribute("aria-label", "New account");
    role.setItems(AccountsCard.ROLES);
    role.setValue(AccountsCard.ROLES.getFirst());
    var make = new Button("Make an account", clicked -> make());
    make.setDisableOnClick(true);
    make.addClickListener(clicked -> make.setEnabled(true));
    var buttons = new Div(make);
    buttons.addClassName("buttons");
    add(new H2("New account"), name, role, buttons);
  }

  private void make() {
    var answer =
        calls.create(
            new NewAccount(
                name.getValue().strip(),
                role.isEmpty() ? AccountsCard.ROLES.getFirst() : role.getValue()));
    if (answer instanceof Given<?>) {
      name.clear();
    }
    tell.accept(answer);
  }
}
