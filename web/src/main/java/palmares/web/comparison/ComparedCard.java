package palmares.web.comparison;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.contract.comparison.ComparedExample;
import palmares.contract.page.Page;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ComparisonCalls;
import palmares.web.client.ComparisonCalls.Listing;
import palmares.web.client.ComparisonCalls.Wanted;
import palmares.web.page.Busy;
import palmares.web.page.Card;
import palmares.web.page.Later;
import palmares.web.page.Notice;

/// The examples of a comparison: one open with both responses, the others in a list that grows a
/// page at a time. N and P, or J and K, go on and back among them.
final class ComparedCard extends Div {

  private static final int AT_ONCE = 25;

  private final ComparisonCalls calls;
  private final Wanted wanted;
  private final SideNames names;
  private final String evaluator;
  private final ListingChoice choice;
  private final Div opened = new Div();
  private final Div list = new Div();
  private final NativeButton previous = step("← Previous", () -> go(false));
  private final NativeButton next = step("Next →", () -> go(true));
  private @Nullable ComparedTable table;
  private @Nullable ComparedExample open;
  private @Nullable Asked asked;
  private int ahead;

  /// The example that is asked for, and the list it is looked for in.
  private record Asked(Listing listing, String example) {}

  ComparedCard(ComparisonCalls calls, Wanted wanted, SideNames names, String evaluator) {
    this.calls = calls;
    this.wanted = wanted;
    this.names = names;
    this.evaluator = evaluator;
    this.choice = new ListingChoice(names, this::want);
    var help =
        new Span("Keys, from anywhere in here: N or J for the next, P or K for the one before");
    help.addClassNames("soft", "small");
    var steps = new Div(previous, next, help);
    steps.addClassName("buttons");
    add(Card.titled("Example by example", choice, steps, opened), list);
    addClassName("compared");
    // Letters that do something on the whole page surprise whoever speaks to it or types blindly:
    // they count within this part, which a click or a step with Tab leads into.
    getElement().setAttribute("tabindex", "-1");
    shortcut(Key.KEY_N, true);
    shortcut(Key.KEY_J, true);
    shortcut(Key.KEY_P, false);
    shortcut(Key.KEY_K, false);
    awaitFirst();
    // Where the page stands still until it comes, all other pages of the reader do too.
    var first = choice.chosen();
    Later.once(this, () -> ask(first), this::show);
  }

  private void shortcut(Key key, boolean forward) {
    Shortcuts.addShortcutListener(this, () -> go(forward), key).listenOn(this);
  }

  private static NativeButton step(String words, Runnable go) {
    var button = new NativeButton(words, clicked -> go.run());
    button.addClassName("button");
    return button;
  }

  private void want(Listing other) {
    list.removeAll();
    open = null;
    asked = null;
    table = null;
    awaitFirst();
    getUI().ifPresent(ui -> Later.ask(ui, () -> ask(other), this::show));
  }

  private void awaitFirst() {
    opened.removeAll();
    opened.add(new Busy("Looking …"));
    showBusy(true);
    showSteps();
  }

  /// @param first the first of the examples with both responses in full; absent if there is none
  private record Beginning(
      Listing listing,
      Answer<Page<ComparedExample>> page,
      @Nullable Answer<ComparedExample> first) {}

  private Beginning ask(Listing asked) {
    var page = calls.examples(wanted, asked, null, AT_ONCE);
    var first =
        page instanceof Given(var examples) && !examples.items().isEmpty()
            ? calls.example(wanted, asked, examples.items().getFirst().example())
            : null;
    return new Beginning(asked, page, first);
  }

  /// What was asked for before the reader wanted something else is not shown.
  private void show(Beginning beginning) {
    if (beginning.listing() != choice.chosen()) {
      return;
    }
    showBusy(false);
    opened.removeAll();
    switch (beginning.page()) {
      case Given(var page) -> {
        if (beginning.first() == null) {
          opened.add(nothing());
        } else {
          table = new ComparedTable(names, evaluator, this::open);
          list.add(table);
          append(table, page);
          present(beginning.first());
        }
      }
      case Denied(var why) -> opened.add(Notice.of(why));
    }
  }

  private Notice nothing() {
    var better = choice.chosen().better();
    return better == null
        ? Notice.empty("No examples", "None is in this category.")
        : better.equals("either")
            ? Notice.empty("They never differ", "Both have the same score on every example.")
            : Notice.empty("No such example", "On no example is that one better.");
  }

  private void append(ComparedTable rows, Page<ComparedExample> page) {
    rows.add(page.items());
    if (open != null) {
      rows.mark(open.example());
    }
    var following = page.next();
    if (following != null) {
      var more = new NativeButton("Show " + AT_ONCE + " more");
      more.addClassName("button");
      var pager = new Div(more);
      pager.addClassNames("buttons", "pager");
      more.addClickListener(clicked -> {
        pager.removeAll();
        pager.add(new Busy("Looking …"));
        further(
            rows,
            following,
            answer -> {
              pager.removeAll();
              switch (answer) {
                case Given(var further) -> append(rows, further);
                case Denied(var why) -> pager.add(Notice.of(why), more);
              }
            });
      });
      list.add(pager);
    }
  }

  private void further(
      ComparedTable rows, String cursor, Consumer<Answer<Page<ComparedExample>>> show) {
    var among = choice.chosen();
    getUI()
        .ifPresent(ui ->
            Later.ask(
                ui,
                () -> calls.examples(wanted, among, cursor, AT_ONCE),
                answer -> {
                  if (rows == table) {
                    show.accept(answer);
                  }
                }));
  }

  /// The last one that a reader picks is shown; what was asked for before is not.
  private void open(String example) {
    var wish = new Asked(choice.chosen(), example);
    asked = wish;
    ahead = 0;
    showBusy(true);
    getUI()
        .ifPresent(ui ->
            Later.ask(
                ui,
                () -> calls.example(wanted, wish.listing(), wish.example()),
                answer -> {
                  if (wish == asked) {
                    opened(answer);
                  }
                }));
  }

  private void opened(Answer<ComparedExample> answer) {
    asked = null;
    present(answer);
    // Only for whoever asked for it: what comes by itself must not move what is being read.
    getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
    goOn(answer);
  }

  /// Goes the steps that were wanted while this one was waited for.
  private void goOn(Answer<ComparedExample> answer) {
    int steps = answer instanceof Given ? ahead : 0;
    ahead = 0;
    if (steps != 0) {
      go(steps > 0);
      ahead = asked == null ? 0 : steps - Integer.signum(steps);
    }
  }

  private void showBusy(boolean busy) {
    opened.getElement().setAttribute("aria-busy", Boolean.toString(busy));
  }

  private void present(Answer<ComparedExample> answer) {
    showBusy(false);
    opened.removeAll();
    switch (answer) {
      case Given(var whole) -> {
        open = whole;
        opened.add(new SideBySide(whole, names, evaluator));
        if (table != null) {
          table.mark(whole.example());
        }
      }
      case Denied(var why) -> opened.add(Notice.of(why));
    }
    showSteps();
  }

  private void go(boolean forward) {
    if (asked != null) {
      ahead += forward ? 1 : -1;
      return;
    }
    var at = open;
    var to = at == null ? null : forward ? at.after() : at.before();
    if (to != null) {
      open(to);
    }
  }

  private void showSteps() {
    enable(previous, open != null && open.before() != null);
    enable(next, open != null && open.after() != null);
  }

  // Not `disabled`, which would take the focus from whoever has just pressed it.
  private static void enable(NativeButton button, boolean possible) {
    button.getElement().setAttribute("aria-disabled", Boolean.toString(!possible));
  }
}
