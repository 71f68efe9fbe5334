package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus.SystemCard;
import palmares.web.page.Facts;

/// What a team says of its system, as pairs.
final class SystemFacts {

  private SystemFacts() {}

  static Facts of(String kind, SystemCard card) {
    var facts = new Facts();
    facts.fact("Kind", words(kind));
    facts.fact("Version", Integer.toString(card.version()));
    add(facts, "Runs as", card.builtIn());
    add(facts, "Base model", card.baseModel());
    add(facts, "Licence", card.licence());
    add(facts, "Description", card.description());
    card.links().forEach(link -> facts.fact("Link", link(link)));
    return facts;
  }

  private static String words(String kind) {
    return switch (kind) {
      case "outputs" -> "responses given as a file";
      case "built-in" -> "built in, run by workers";
      default -> kind;
    };
  }

  private static void add(Facts facts, String name, @Nullable String value) {
    if (value != null) {
      facts.fact(name, foreign(value));
    }
  }

  private static Component foreign(String text) {
    var span = new Span(text);
    span.addClassName("foreign");
    return span;
  }

  // The API takes addresses of http and https only; what leads elsewhere stays text all the same.
  private static Component link(String address) {
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      return foreign(address);
    }
    var link = new Anchor(address, address.replaceFirst("^https?://", ""));
    link.addClassName("foreign");
    link.getElement().setAttribute("rel", "noopener noreferrer nofollow");
    return link;
  }
}
