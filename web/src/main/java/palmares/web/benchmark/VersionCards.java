package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import palmares.contract.benchmark.VersionStatus;
import palmares.web.benchmark.ManageView.Managed;
import palmares.web.benchmark.ManageView.Mended;
import palmares.web.client.Answer;
import palmares.web.client.OrganiserCalls;
import palmares.web.page.Card;

/// The versions of a benchmark and their errata. A card is made once and changes in place; only
/// what is new or gone moves the others.
final class VersionCards extends Div {

  private final OrganiserCalls calls;
  private final Consumer<Answer<?>> tell;
  private final Map<String, VersionCard> versions = new LinkedHashMap<>();
  private final Map<String, Card> mended = new LinkedHashMap<>();
  private final Map<String, ErratumProgress> errata = new LinkedHashMap<>();
  private String name = "";

  VersionCards(OrganiserCalls calls, Consumer<Answer<?>> tell) {
    this.calls = calls;
    this.tell = tell;
    addClassName("versions");
  }

  /// Begins with another benchmark.
  void clear(String benchmark) {
    name = benchmark;
    versions.clear();
    mended.clear();
    errata.clear();
    removeAll();
  }

  void show(Managed managed) {
    var cards = new ArrayList<Component>();
    for (var version : managed.versions()) {
      cards.add(card(version));
    }
    managed.errata().forEach(each -> cards.add(card(each)));
    if (!cards.equals(getChildren().toList())) {
      removeAll();
      add(cards);
    }
  }

  private Component card(VersionStatus version) {
    var card =
        versions.computeIfAbsent(version.version(), key -> new VersionCard(calls, name, tell));
    card.show(version);
    return card;
  }

  private Component card(Mended version) {
    var card =
        mended.computeIfAbsent(
            version.version(), key -> Card.titled("Errata of version " + version.version()));
    var lines = new ArrayList<Component>();
    for (var erratum : version.errata()) {
      var line =
          errata.computeIfAbsent(
              version.version() + " " + erratum.revision(),
              key -> new ErratumProgress(calls, name, version.version(), tell));
      line.show(erratum);
      lines.add(line);
    }
    // Behind its heading.
    if (!lines.equals(card.getChildren().skip(1).toList())) {
      card.remove(card.getChildren().skip(1).toList());
      card.add(lines);
    }
    return card;
  }
}
