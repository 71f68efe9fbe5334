package palmares.web.evaluator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import palmares.contract.evaluator.Evaluators.EvaluatorSummary;
import palmares.web.page.Facts;
import palmares.web.page.Links;
import palmares.web.page.StateChip;
import palmares.web.page.Tone;
import palmares.web.page.Words;

/// One evaluator in the list of all.
final class EvaluatorItem extends ListItem {

  EvaluatorItem(EvaluatorSummary evaluator) {
    var name = new H2(evaluator.key());
    name.addClassName("foreign");
    var head = new Div(name, new StateChip(EvaluatorWords.kind(evaluator.kind()), Tone.QUIET));
    head.addClassName("head");
    var summary = new Paragraph(evaluator.summary());
    summary.addClassNames("foreign", "what");
    var about = new Div(head, summary);
    add(about, facts(evaluator));
  }

  private static Component facts(EvaluatorSummary evaluator) {
    var where = Words.foreign(EvaluatorWords.where(evaluator));
    where.setClassName("gap", evaluator.liveWorkers() == 0);
    return new Facts()
        .fact("Values", EvaluatorWords.range(evaluator))
        .fact("Settings", "none to choose")
        .fact("Runs on", where)
        .fact("Decides on", benchmarks(evaluator));
  }

  private static Component benchmarks(EvaluatorSummary evaluator) {
    if (evaluator.benchmarks().isEmpty()) {
      return new Span("no benchmark that you can see");
    }
    var list = new Div();
    for (var each : evaluator.benchmarks()) {
      String words = each.title() + " " + each.version();
      var path = "benchmarks/" + each.name();
      list.add(new Div(Links.exists(path) ? Links.to(path, words) : Words.foreign(words)));
    }
    return list;
  }
}
