package palmares.web.submission;

import java.util.Locale;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.EvaluatorProgress;
import palmares.web.identity.BudgetWords;
import palmares.web.page.Facts;
import palmares.web.page.Links;
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

  /// What was paid and what is set aside; that nothing was counted does not say that it was free.
  static Facts costs(SubmissionStatus status) {
    var facts = new Facts();
    for (var cost : status.costs()) {
      String spent = BudgetWords.amount(cost.unit(), cost.spent());
      if (cost.reserved() == 0 && StateWords.ended(status)) {
        facts.fact("Spent", spent);
      } else {
        String reserved = BudgetWords.amount(cost.unit(), cost.reserved());
        facts.fact("Spent / set aside", spent + " / " + reserved);
      }
    }
    return status.costs().isEmpty() ? facts.fact("Cost", "none counted") : facts;
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
    var facts = SystemFacts.of(status.kind(), card);
    if (card.anonymousName() != null) {
      facts.fact("Everyone else sees", card.anonymousName());
    }
    if (status.baseline()) {
      facts.fact("Baseline", "yes");
    }
    if (status.chosenAt() != null) {
      facts.fact("Chosen to stand", Moment.day(status.chosenAt()));
    }
    facts.fact("Submitted", Moment.day(status.submittedAt()));
    return card.system() == null
        ? facts
        : facts.fact("Card", Links.to("systems/" + card.system(), "of the newest version"));
  }
}
