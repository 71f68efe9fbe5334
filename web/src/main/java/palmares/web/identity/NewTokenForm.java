package palmares.web.identity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.contract.identity.Identity.NewToken;
import palmares.web.page.Notice;
import palmares.web.page.Told;

/// Asks what a new token is called, what it may do, and for how long.
final class NewTokenForm extends Div {

  private static final int LONGEST_NAME = 120;

  private final TextField name = new TextField("Name");
  private final CheckboxGroup<String> scopes = new CheckboxGroup<>("It may");
  private final ComboBox<Life> life = new ComboBox<>("It expires");
  private final Told told = new Told();
  private final Consumer<NewToken> create;

  private record Life(String words, @Nullable Integer days) {}

  private static final List<Life> LIVES =
      List.of(
          new Life("in 7 days", 7),
          new Life("in 30 days", 30),
          new Life("in 90 days", 90),
          new Life("in a year", 365),
          new Life("never", null));

  NewTokenForm(List<String> allowed, Consumer<NewToken> create) {
    this.create = create;
    addClassName("fields");
    name.setMaxLength(LONGEST_NAME);
    name.setHelperText("What uses it, such as ci-nightly");
    scopes.setItems(ScopeWords.ordered(allowed));
    scopes.setItemLabelGenerator(ScopeWords::of);
    scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    scopes.setValue(allowed.contains("read") ? Set.of("read") : Set.of());
    life.setItems(LIVES);
    life.setItemLabelGenerator(Life::words);
    life.setValue(LIVES.get(2));
    var button = new Button("Create token", clicked -> create());
    button.setDisableOnClick(true);
    button.addClickListener(clicked -> button.setEnabled(true));
    var buttons = new Div(button);
    buttons.addClassName("buttons");
    add(name, scopes, life, buttons, told);
  }

  private void create() {
    told.removeAll();
    if (name.getValue().isBlank() || scopes.isEmpty()) {
      told.add(Notice.empty("Something is missing", "A token has a name and may do something."));
      return;
    }
    var chosen = life.getValue();
    create.accept(
        new NewToken(
            name.getValue().strip(),
            ScopeWords.ordered(scopes.getValue()),
            chosen == null ? null : chosen.days()));
    name.clear();
  }
}
