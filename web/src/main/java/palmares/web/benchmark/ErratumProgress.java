package palmares.web.benchmark;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.ErratumStatus;
import palmares.web.client.Answer;
import palmares.web.client.OrganiserCalls;
import palmares.web.page.Instants;
import palmares.web.page.Meter;
import palmares.web.page.StateChip;
import palmares.web.page.SureButton;
import palmares.web.page.Tone;

/// An erratum of a version, and how far scoring again under it has come. It is shown in place, so
/// that a question stays that is about to be answered.
final class ErratumProgress extends Div {

  private final OrganiserCalls calls;
  private final String name;
  private final String version;
  private final Consumer<Answer<?>> tell;
  private final Div head = new Div();
  private final Div progress = new Div();
  private final Meter meter = new Meter("Submissions scored again");
  private final Paragraph words = new Paragraph();
  private final Div buttons = new Div();
  private final SureButton sure;
  private @Nullable ErratumStatus shown;
  private int revision;

  /// @param tell gets the answer to each change
  ErratumProgress(OrganiserCalls calls, String name, String version, Consumer<Answer<?>> tell) {
    this.calls = calls;
    this.name = name;
    this.version = version;
    this.tell = tell;
    sure = new SureButton("Switch the leaderboards now…", "", "Switch", () -> ask("switch"));
    head.addClassName("tools");
    buttons.addClassName("buttons");
    progress.add(meter, words, buttons);
    addClassName("one-erratum");
  }

  void show(ErratumStatus erratum) {
    if (erratum.equals(shown)) {
      return;
    }
    var before = shown;
    shown = erratum;
    revision = erratum.revision();
    if (before == null) {
      add(head, reason(erratum), when(erratum), progress);
    }
    var title = new Span("Gold revision " + revision);
    title.addClassName("strong");
    head.removeAll();
    head.add(title, chip(erratum));
    progress.setVisible(!erratum.state().equals("superseded"));
    int wanted = erratum.submissions() - erratum.lacking();
    meter.show(erratum.rescored(), wanted);
    words.setText(words(erratum, wanted));
    sure.setConsequence(
        "They go over to revision %d at once; the %d submissions that are not scored under it yet leave them until they are."
            .formatted(revision, wanted - erratum.rescored()));
    if (before == null
        || before.current() != erratum.current()
        || before.failed() > 0 != erratum.failed() > 0) {
      offer(erratum);
    }
  }

  private void offer(ErratumStatus erratum) {
    buttons.removeAll();
    if (erratum.failed() > 0) {
      buttons.add(new Button("Try the failed ones again", clicked -> ask("retry")));
    }
    if (!erratum.current()) {
      buttons.add(sure);
    }
  }

  private static Paragraph reason(ErratumStatus erratum) {
    var reason = new Paragraph(erratum.reason());
    reason.addClassName("foreign");
    return reason;
  }

  private static Paragraph when(ErratumStatus erratum) {
    var when =
        new Paragraph(
            "%d %s, %s"
                .formatted(
                    erratum.examples(),
                    erratum.examples() == 1 ? "example" : "examples",
                    Instants.day(erratum.publishedAt())));
    when.addClassName("soft");
    return when;
  }

  private static StateChip chip(ErratumStatus erratum) {
    return switch (erratum.state()) {
      case "rescoring" -> new StateChip("scoring again", Tone.HERE);
      case "done" -> new StateChip("on the leaderboards", Tone.GOOD);
      default -> new StateChip(erratum.state(), Tone.QUIET);
    };
  }

  private static String words(ErratumStatus erratum, int wanted) {
    var words = new StringBuilder();
    words.append("%d of %d submissions scored again.".formatted(erratum.rescored(), wanted));
    if (erratum.failed() > 0) {
      words.append(" %d failed on our side.".formatted(erratum.failed()));
    }
    if (erratum.lacking() > 0) {
      words.append(
          " %d left out until their owners have missing responses made."
              .formatted(erratum.lacking()));
    }
    words.append(
        erratum.current()
            ? " The leaderboards stand on this revision."
            : " The leaderboards stay on the earlier revision until all are.");
    return words.toString();
  }

  private void ask(String what) {
    tell.accept(calls.erratum(name, version, revision, what));
  }
}
