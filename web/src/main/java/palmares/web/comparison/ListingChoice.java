package palmares.web.comparison;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.web.client.ComparisonCalls.Listing;

/// Which of the examples are listed, and in what order: buttons of which some are pressed.
final class ListingChoice extends Div {

  private static final Listing FIRST = new Listing("difference", "either");

  private final Consumer<Listing> want;
  private final List<Runnable> shown = new ArrayList<>();
  private Listing listing = FIRST;

  /// @param want gets what is chosen
  ListingChoice(SideNames names, Consumer<Listing> want) {
    this.want = want;
    addClassName("tools");
    better("Where they differ", "either");
    better("Where " + names.left() + " is better", "left");
    better("Where " + names.right() + " is better", "right");
    better("All examples", null);
    chip(
        "Largest difference first",
        () -> new Listing(isLargestFirst() ? "example" : "difference", listing.better()),
        this::isLargestFirst,
        "push");
    shown.forEach(Runnable::run);
  }

  Listing chosen() {
    return listing;
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
    var chip = new NativeButton(words, clicked -> choose(wish.get()));
    chip.addClassNames("chip-button", className);
    add(chip);
    shown.add(() ->
        chip.getElement().setAttribute("aria-pressed", Boolean.toString(isPressed.getAsBoolean())));
  }

  private void choose(Listing other) {
    listing = other;
    shown.forEach(Runnable::run);
    want.accept(other);
  }
}
