package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.EvaluatorProgress;
import palmares.web.page.Facts;
import palmares.web.page.Moment;

/// What is known of a submission beside its course, as pairs.
final class SubmissionFacts {

  private SubmissionFacts() {}

  static Facts evaluations(SubmissionStatus status) {
    var facts = new Facts();
    facts.fact("Responses", status.responses() + " of " + status.examples());
    status.evaluators().forEach(each -> facts.fact(each.evaluator(), progress(each, status)));
    return facts;
  }

  private static String progress(EvaluatorProgress progress, SubmissionStatus status) {
    var done = progress.scored() + progress.unscored();
    var words = done == status.examples() ? "" : done + " of " + status.examples();
    if (progress.mean() != null) {
      words +=
          (words.isEmpty() ? "" : ", ")
              + "mean "
              + String.format(Locale.ROOT, "%.3f", progress.mean());
    }
    if (progress.unscored() > 0) {
      words += ", " + CourseWords.counted(progress.unscored(), "gap");
    }
    return words;
  }

  static Facts system(SubmissionStatus status) {
    var card = status.card();
    var facts = new Facts();
    facts.fact("Kind", kind(status.kind()));
    facts.fact("Version", Integer.toString(card.version()));
    add(facts, "Runs as", card.builtIn());
    add(facts, "Base model", card.baseModel());
    add(facts, "Licence", card.licence());
    add(facts, "Description", card.description());
    card.links().forEach(link -> facts.fact("Link", link(link)));
    add(facts, "Everyone else sees", card.anonymousName());
    if (status.baseline()) {
      facts.fact("Baseline", "yes");
    }
    facts.fact("Submitted", Moment.day(status.submittedAt()));
    return facts;
  }

  private static String kind(String kind) {
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
