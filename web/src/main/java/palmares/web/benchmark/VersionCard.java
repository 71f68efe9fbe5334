package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.VersionChange;
import palmares.contract.benchmark.VersionStatus;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.OrganiserCalls;
import palmares.web.page.Facts;
import palmares.web.page.Instants;
import palmares.web.page.Links;
import palmares.web.page.StateChip;
import palmares.web.page.SureButton;
import palmares.web.page.Tone;

/// A version of a benchmark, and what can be done with it. What changes elsewhere is shown in
/// place, so that a reason half typed stays.
final class VersionCard extends Section {

  private final OrganiserCalls calls;
  private final String name;
  private final Consumer<Answer<?>> tell;
  private final Div head = new Div();
  private final Div facts = new Div();
  private final Div actions = new Div();
  private @Nullable VersionStatus shown;
  private @Nullable Possible possible;

  /// @param tell gets the answer to each change
  VersionCard(OrganiserCalls calls, String name, Consumer<Answer<?>> tell) {
    this.calls = calls;
    this.name = name;
    this.tell = tell;
    head.addClassName("tools");
    actions.addClassName("buttons");
    addClassNames("card", "padded");
    add(head, facts, actions);
  }

  /// What the buttons and their fields depend on.
  private record Possible(String state, @Nullable Instant opensAt, @Nullable Instant closesAt) {

    static Possible of(VersionStatus version) {
      return new Possible(version.state(), version.opensAt(), version.closesAt());
    }
  }

  void show(VersionStatus version) {
    if (version.equals(shown)) {
      return;
    }
    shown = version;
    var title = new H2("Version " + version.version());
    title.addClassName("foreign");
    getElement().setAttribute("aria-label", "Version " + version.version());
    head.removeAll();
    head.add(title, chip(version));
    facts.removeAll();
    facts.add(facts(version));
    var reason = version.reason();
    if (reason != null) {
      var why = new Paragraph("Withdrawn: " + reason);
      why.addClassName("foreign");
      facts.add(why);
    }
    if (!Possible.of(version).equals(possible)) {
      possible = Possible.of(version);
      offer(version);
    }
  }

  private static StateChip chip(VersionStatus version) {
    var now = Instant.now();
    if (version.state().equals("published")) {
      if (version.opensAt() != null && now.isBefore(version.opensAt())) {
        return new StateChip("opens " + Instants.day(version.opensAt()), Tone.QUIET);
      }
      if (version.closesAt() != null && !now.isBefore(version.closesAt())) {
        return new StateChip("closed " + Instants.day(version.closesAt()), Tone.QUIET);
      }
      return new StateChip("open", Tone.GOOD);
    }
    return new StateChip(
        version.state(), version.state().equals("withdrawn") ? Tone.LOOK : Tone.QUIET);
  }

  private static Facts facts(VersionStatus version) {
    return new Facts()
        .fact("Examples", Integer.toString(version.examples()))
        .fact("Submissions", Integer.toString(version.submissions()))
        .fact("Gold revision", Integer.toString(version.goldRevision()))
        .fact("Published", Instants.day(version.publishedAt()));
  }

  private void offer(VersionStatus version) {
    var copy = new Button("New version from this", clicked -> copy(version));
    copy.setDisableOnClick(true);
    copy.addClickListener(clicked -> copy.setEnabled(true));
    actions.removeAll();
    var leftOut =
        Links.button(
            "benchmarks/%s/exclusions?version=%s".formatted(name, version.version()),
            "What is left out");
    actions.add(copy, leftOut);
    switch (version.state()) {
      case "published" ->
          actions.add(
              new SureButton(
                  "Close…",
                  "No submission is taken from now on; the leaderboards stay. It can be opened again.",
                  "Close it",
                  () -> change(version, "closed", null)));
      case "closed" ->
          actions.add(new Button("Open again", clicked -> change(version, "published", null)));
      default -> {}
    }
    if (!version.state().equals("withdrawn")) {
      actions.add(new DatesForm(version, dates -> tell.accept(dates.apply(calls, name))));
      actions.add(withdrawal(version));
    }
  }

  private Component withdrawal(VersionStatus version) {
    var reason = new TextField("Why, for everyone to read");
    reason.setMaxLength(2_000);
    var sure =
        new SureButton(
            "Withdraw…",
            "It leaves every list, for good. Its address, its leaderboards and their snapshots stay,"
                + " because others may have cited them.",
            "Withdraw it",
            () -> change(version, "withdrawn", reason.getValue()));
    return sure.with(reason).wayBack("Keep it");
  }

  private void change(VersionStatus version, String state, @Nullable String reason) {
    tell.accept(calls.state(name, version.version(), new VersionChange.State(state, reason)));
  }

  private void copy(VersionStatus version) {
    switch (calls.createFrom(name, version.version())) {
      case Given(var draft) -> UI.getCurrent().navigate("drafts/" + draft.id());
      case Denied<?> denied -> tell.accept(denied);
    }
  }
}
