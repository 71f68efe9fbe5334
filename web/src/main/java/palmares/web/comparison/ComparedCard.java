package palmares.web.comparison;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.contract.comparison.ComparedExample;
import palmares.contract.page.Page;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ComparisonCalls;
import palmares.web.client.ComparisonCalls.Listing;
import palmares.web.client.ComparisonCalls.Wanted;
import palmares.web.page.Card;
import palmares.web.page.Later;
import palmares.web.page.Notice;

/// The examples of a comparison: one open with both responses, the others in a list that grows a
/// page at a time. N and P, or J and K, go on and back among them.
final class ComparedCard extends Div {

  private static final int AT_ONCE = 25;
  private static final Listing FIRST = new Listing("difference", "either");

  private final ComparisonCalls calls;
  private final Wanted wanted;
  private final SideNames names;
  private final String evaluator;
  private final Div tools = new Div();
  private final List<Runnable> shown = new ArrayList<>();
  private final Div opened = new Div();
  private final Div list = new Div();
  private final NativeButton previous = step("← Previous", () -> go(false));
  private final NativeButton next = step("Next →", () -> go(true));
  private Listing listing = FIRST;
  private @Nullable ComparedTable table;
  private @Nullable ComparedExample open;

  ComparedCard(ComparisonCalls calls, Wanted wanted, SideNames names, String evaluator) {
    this.calls = calls;
    this.wanted = wanted;
    this.names = names;
    this.evaluator = evaluator;
    tools.addClassName("tools");
    var help =
        new Span("Keys, from anywhere in here: N or J for the next, P or K for the one before");
    help.addClassNames("soft", "small");
    var steps = new Div(previous, next, help);
    steps.addClassName("buttons");
    add(Card.titled("Example by example", tools, steps, opened), list);
    addClassName("compared");
    // Letters that do something on the whole page surprise whoever speaks to it or types blindly:
    // they count within this part, which a click or a step with Tab leads into.
    getElement().setAttribute("tabindex", "-1");
    shortcut(Key.KEY_N, true);
    shortcut(Key.KEY_J, true);
    shortcut(Key.KEY_P, false);
    shortcut(Key.KEY_K, false);
    offerTools();
    showTools();
    showSteps();
    opened.add(busy());
    // Where the page stands still until it comes, all other pages of the reader do too.
    Later.once(this, () -> ask(FIRST), this::show);
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
    listing = other;
    showTools();
    opened.removeAll();
    list.removeAll();
    opened.add(busy());
    open = null;
    table = null;
    showSteps();
    getUI().ifPresent(ui -> Later.ask(ui, () -> ask(other), this::show));
  }

  private static Paragraph busy() {
    var busy = new Paragraph("Looking …");
    busy.addClassName("busy");
    return busy;
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
    if (beginning.listing() != listing) {
      return;
    }
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
    return listing.better() == null
        ? Notice.empty("No examples", "None is in this category.")
        : listing.better().equals("either")
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
        list.remove(pager);
        switch (calls.examples(wanted, listing, following, AT_ONCE)) {
          case Given(var further) -> append(rows, further);
          case Denied(var why) -> list.add(Notice.of(why), pager);
        }
      });
      list.add(pager);
    }
  }

  private void open(String example) {
    present(calls.example(wanted, listing, example));
    // Only for whoever asked for it: what comes by itself must not move what is being read.
    getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
  }

  private void present(Answer<ComparedExample> answer) {
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

  private void offerTools() {
    better("Where they differ", "either");
    better("Where " + names.left() + " is better", "left");
    better("Where " + names.right() + " is better", "right");
    better("All examples", null);
    chip(
        "Largest difference first",
        () -> new Listing(isLargestFirst() ? "example" : "difference", listing.better()),
        this::isLargestFirst,
        "push");
  }

  private boolean isLargestFirst() {
    return listing.order().equals("difference");
  }

  private void better(String words, @Nullable String better) {
    chip(
        words,
        () -> new Listing(listing.order(), better),
        () -> Objects.equals(better, listing.better()),
        "foreign");
  }

  /// The buttons stay the same ones, so that whoever has pressed one keeps the focus.
  private void chip(
      String words, Supplier<Listing> wish, BooleanSupplier isPressed, String className) {
    var chip = new NativeButton(words, clicked -> want(wish.get()));
    chip.addClassNames("chip-button", className);
    tools.add(chip);
    shown.add(() ->
        chip.getElement().setAttribute("aria-pressed", Boolean.toString(isPressed.getAsBoolean())));
  }

  private void showTools() {
    shown.forEach(Runnable::run);
  }
}
