package palmares.web.operation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import palmares.contract.operation.Operation.Quarantine;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.web.page.Moment;
import palmares.web.page.StateChip;
import palmares.web.page.SureButton;
import palmares.web.page.Words;

/// One worker in the table of all.
final class WorkerLine {

  private final Orders orders;
  private final Div name = new Div();
  private final Div state = new Div();
  private final Span busy = new Span();
  private final Div seen = new Div();
  private final Div offers = new Div();
  private final Div actions = new Div();
  private @Nullable WorkerStatus shown;

  /// Gives a worker an order.
  interface Orders {

    void tell(WorkerStatus worker, String order);

    void quarantine(WorkerStatus worker, String reason);
  }

  WorkerLine(Orders orders) {
    this.orders = orders;
    actions.addClassName("buttons");
  }

  static String outcome(String order) {
    return switch (order) {
      case "readmit" -> "It takes jobs again.";
      case "pause" -> "It gets no more jobs, and finishes those it has.";
      case "resume" -> "It takes jobs again.";
      case "drain" -> "It finishes the jobs it has, and ends.";
      case "quarantine" -> "It gets no more jobs until it is readmitted.";
      default -> "Done.";
    };
  }

  Component[] cells() {
    return new Component[] {name, state, busy, seen, offers, actions};
  }

  void show(WorkerStatus worker) {
    var before = shown;
    shown = worker;
    busy.setText(worker.busy() + "/" + worker.slots());
    seen.removeAll();
    seen.add(Moment.day(worker.lastSeen()));
    if (before == null) {
      name.add(
          Words.foreign(worker.name(), "name"),
          below(worker.pool() + " · " + String.join(", ", worker.capabilities())));
      offers.add(offers(worker));
    }
    if (before == null || !before.state().equals(worker.state())) {
      showState(worker);
    }
  }

  private void showState(WorkerStatus worker) {
    state.removeAll();
    state.add(
        new StateChip(OperatorWords.state(worker.state()), OperatorWords.tone(worker.state())),
        since(worker));
    if (worker.reason() != null) {
      state.add(below(worker.reason()));
    }
    actions.removeAll();
    switch (worker.state()) {
      case "live" ->
          actions.add(button("Pause", worker, "pause"), drain(worker), quarantine(worker));
      case "paused" ->
          actions.add(button("Resume", worker, "resume"), drain(worker), quarantine(worker));
      case "quarantined" -> actions.add(button("Readmit", worker, "readmit"));
      default -> actions.add(Words.soft("–"));
    }
  }

  private NativeButton button(String label, WorkerStatus worker, String order) {
    var button = new NativeButton(label, clicked -> orders.tell(worker, order));
    button.addClassName("button");
    button.getElement().setAttribute("aria-label", label + " " + worker.name());
    return button;
  }

  private SureButton drain(WorkerStatus worker) {
    return new SureButton(
            "Drain",
            worker.name() + " finishes the jobs it has and ends; someone has to start it anew.",
            "Drain " + worker.name(),
            () -> orders.tell(worker, "drain"))
        .wayBack("Keep it working");
  }

  private SureButton quarantine(WorkerStatus worker) {
    var reason = new TextField("Reason");
    reason.setMaxLength(Quarantine.LONGEST_REASON);
    reason.setHelperText("For other operators to read");
    reason.setWidthFull();
    return new SureButton(
            "Quarantine…",
            worker.name() + " gets no more jobs, also after a new start, until it is readmitted.",
            "Quarantine " + worker.name(),
            () -> orders.quarantine(worker, reason.getValue()))
        .with(reason)
        .wayBack("Keep it working");
  }

  private static Component offers(WorkerStatus worker) {
    if (worker.offers().isEmpty()) {
      return Words.soft("nothing");
    }
    var all = Words.foreign(String.join(", ", worker.offers()), "soft");
    return new NativeDetails(worker.offers().size() + " offers", all);
  }

  private static Span since(WorkerStatus worker) {
    var since = new Span(new Text("since "), Moment.day(worker.since()));
    since.addClassNames("below", "soft");
    return since;
  }

  private static Span below(String text) {
    return Words.foreign(text, "below", "soft");
  }
}
