package palmares.web.benchmark;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import palmares.contract.benchmark.ErratumStatus;
import palmares.web.client.Answer;
import palmares.web.client.OrganiserCalls;
import palmares.web.page.Card;
import palmares.web.page.Instants;
import palmares.web.page.Meter;
import palmares.web.page.StateChip;
import palmares.web.page.SureButton;
import palmares.web.page.Tone;

/// The errata of a version, and how far scoring again under the newest has come.
final class ErratumProgress extends Div {

  private final OrganiserCalls calls;
  private final String name;
  private final String version;
  private final Consumer<Answer<?>> tell;

  /// @param errata newest first
  ErratumProgress(
      OrganiserCalls calls,
      String name,
      String version,
      List<ErratumStatus> errata,
      Consumer<Answer<?>> tell) {
    this.calls = calls;
    this.name = name;
    this.version = version;
    this.tell = tell;
    var card = Card.titled("Errata of version " + version);
    errata.forEach(erratum -> card.add(erratum(erratum)));
    add(card);
  }

  private Div erratum(ErratumStatus erratum) {
    var title = new Span("Gold revision " + erratum.revision());
    title.addClassName("strong");
    var head = new Div(title, chip(erratum));
    head.addClassName("tools");
    var reason = new Paragraph(erratum.reason());
    reason.addClassName("foreign");
    var when =
        new Paragraph(
            "%d %s, %s"
                .formatted(
                    erratum.examples(),
                    erratum.examples() == 1 ? "example" : "examples",
                    Instants.day(erratum.publishedAt())));
    when.addClassName("soft");
    var all = new Div(head, reason, when);
    all.addClassName("one-erratum");
    if (!erratum.state().equals("superseded")) {
      all.add(progress(erratum));
    }
    return all;
  }

  private static StateChip chip(ErratumStatus erratum) {
    return switch (erratum.state()) {
      case "rescoring" -> new StateChip("scoring again", Tone.HERE);
      case "done" -> new StateChip("on the leaderboards", Tone.GOOD);
      default -> new StateChip(erratum.state(), Tone.QUIET);
    };
  }

  private Div progress(ErratumStatus erratum) {
    var wanted = erratum.submissions() - erratum.lacking();
    var bar = new Meter("Submissions scored again").show(erratum.rescored(), wanted);
    var words = new Paragraph(words(erratum, wanted));
    var buttons = new Div();
    buttons.addClassName("buttons");
    if (erratum.failed() > 0) {
      buttons.add(new Button("Try the failed ones again", clicked -> ask(erratum, "retry")));
    }
    if (!erratum.current()) {
      buttons.add(
          new SureButton(
              "Switch the leaderboards now…",
              "They go over to revision %d at once; the %d submissions that are not scored under it yet leave them until they are."
                  .formatted(erratum.revision(), wanted - erratum.rescored()),
              "Switch",
              () -> ask(erratum, "switch")));
    }
    return new Div(bar, words, buttons);
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

  private void ask(ErratumStatus erratum, String what) {
    tell.accept(calls.erratum(name, version, erratum.revision(), what));
  }
}
