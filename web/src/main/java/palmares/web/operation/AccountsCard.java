package palmares.web.operation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.contract.identity.Accounts.AccountChange;
import palmares.contract.identity.Accounts.AccountSummary;
import palmares.web.client.AccountCalls;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.StateChip;
import palmares.web.page.SureButton;
import palmares.web.page.TableFrame;
import palmares.web.page.Tone;
import palmares.web.page.Visitor;
import palmares.web.page.Words;

/// All accounts, with what an administrator can do with each.
final class AccountsCard extends Section {

  static final List<String> ROLES = List.of("member", "organiser", "admin");
  private static final int AT_ONCE = 50;

  private final AccountCalls calls;
  private final Consumer<Answer<?>> tell;
  private final Div content = new Div();
  private final List<AccountSummary> shown = new ArrayList<>();

  /// @param tell gets the answer to each change
  AccountsCard(AccountCalls calls, Consumer<Answer<?>> tell) {
    this.calls = calls;
    this.tell = tell;
    addClassNames("card", "padded");
    getElement().setAttribute("aria-label", "Accounts");
    add(new H2("Accounts"), content);
  }

  /// Lists as many as were listed before, as they are now.
  void load() {
    int wanted = Math.max(AT_ONCE, shown.size());
    shown.clear();
    content.removeAll();
    String next = null;
    do {
      next = append(next);
    } while (next != null && shown.size() < wanted);
    show(next);
  }

  /// @return where to go on; null at the end
  private @Nullable String append(@Nullable String cursor) {
    return switch (calls.page(cursor, AT_ONCE)) {
      case Given(var page) -> {
        shown.addAll(page.items());
        yield page.next();
      }
      case Denied(var why) -> {
        content.add(Notice.of(why));
        yield null;
      }
    };
  }

  private void show(@Nullable String next) {
    var table =
        new PlainTable(
            Column.of("Name"), Column.of("Role"), Column.of("Since", "wide"), Column.of("Change"));
    shown.forEach(
        each -> table.line(name(each), role(each), Moment.day(each.createdAt()), changes(each)));
    content.add(new TableFrame("Accounts", table));
    if (next != null) {
      var more = new NativeButton("Show more");
      more.addClassName("button");
      more.addClickListener(clicked -> {
        content.removeAll();
        show(append(next));
      });
      var pager = new Div(more);
      pager.addClassNames("buttons", "pager");
      content.add(pager);
    }
  }

  private static Component name(AccountSummary account) {
    var name = new Div(Words.foreign(account.name()));
    name.addClassName("buttons");
    name.setMinWidth("4em"); // a short name does not break on a phone
    if (account.closed()) {
      name.add(new StateChip("closed", Tone.LOOK));
    }
    return name;
  }

  private Component role(AccountSummary account) {
    if (account.provided() || isOneself(account)) {
      return Words.soft(account.role());
    }
    var role = new ComboBox<String>();
    role.setAriaLabel("Role of " + account.name());
    role.setWidth("8.5em");
    role.setItems(ROLES);
    role.setValue(account.role());
    role.addValueChangeListener(chosen -> {
      if (chosen.isFromClient() && chosen.getValue() != null) {
        change(account, new AccountChange(chosen.getValue(), null));
      }
    });
    return role;
  }

  private Component changes(AccountSummary account) {
    var buttons = new Div();
    buttons.addClassName("buttons");
    if (isOneself(account)) {
      buttons.add(Words.soft("you"));
    } else if (account.provided()) {
      buttons.add(Words.soft("as the identity provider says"));
    } else {
      buttons.add(
          new SureButton(
              "Reset…",
              "The password of " + account.name() + " ends, and so do all sessions.",
              "Reset it",
              () -> tell.accept(calls.reset(account.name()))));
      buttons.add(opening(account));
    }
    return buttons;
  }

  private Component opening(AccountSummary account) {
    if (account.closed()) {
      var open =
          new NativeButton(
              "Open again", clicked -> change(account, new AccountChange(null, false)));
      open.addClassName("button");
      return open;
    }
    return new SureButton(
        "Close…",
        account.name() + " cannot sign in and no token of theirs works, until it is opened again.",
        "Close it",
        () -> change(account, new AccountChange(null, true)));
  }

  private void change(AccountSummary account, AccountChange change) {
    tell.accept(calls.change(account.name(), change));
  }

  private static boolean isOneself(AccountSummary account) {
    return Objects.requireNonNull(Visitor.current()).account().equals(account.name());
  }
}
