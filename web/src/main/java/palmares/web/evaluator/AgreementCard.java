package palmares.web.evaluator;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import palmares.contract.evaluator.Evaluators.Agreement;
import palmares.contract.evaluator.Evaluators.EvaluatorSummary;
import palmares.contract.evaluator.Evaluators.UsedBy;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.EvaluatorCalls;
import palmares.web.page.Busy;
import palmares.web.page.Later;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// How far the evaluators of a benchmark that one chooses agree about the same responses.
final class AgreementCard extends Section {

  private final EvaluatorCalls evaluators;
  private final ComboBox<UsedBy> benchmark = new ComboBox<>("Benchmark");
  private final Div content = new Div();

  AgreementCard(EvaluatorCalls evaluators, List<EvaluatorSummary> all) {
    this.evaluators = evaluators;
    addClassNames("card", "padded", "fields");
    getElement().setAttribute("aria-label", "Agreement");
    content.getElement().setAttribute("aria-live", "polite");
    var about =
        new Paragraph(
            "Two evaluators agree where they put the same responses in the same order."
                + " Spearman's ρ compares the order, Pearson's r the values: 1 is full agreement,"
                + " 0 none, −1 the opposite.");
    about.addClassName("soft");
    add(new H2("Do they agree?"), about);
    var several = withSeveral(all);
    if (several.isEmpty()) {
      add(Notice.empty("Nothing to compare", "No benchmark that you can see has two evaluators."));
      return;
    }
    benchmark.setItems(several);
    benchmark.setItemLabelGenerator(each -> each.title() + " " + each.version());
    benchmark.setValue(several.getFirst());
    benchmark.addValueChangeListener(chosen -> ask());
    add(benchmark, content);
  }

  private static List<UsedBy> withSeveral(List<EvaluatorSummary> all) {
    return all.stream()
        .flatMap(each -> each.benchmarks().stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(each -> each.getValue() > 1)
        .map(java.util.Map.Entry::getKey)
        .sorted(java.util.Comparator.comparing(UsedBy::title))
        .toList();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    ask();
  }

  private void ask() {
    var chosen = benchmark.getValue();
    content.removeAll();
    if (chosen == null) {
      return;
    }
    content.add(new Busy("Comparing …"));
    Later.ask(
        UI.getCurrent(),
        () -> evaluators.agreement(chosen.name(), chosen.version()),
        answer -> {
          if (chosen.equals(benchmark.getValue())) {
            show(answer);
          }
        });
  }

  private void show(Answer<Agreement> answer) {
    content.removeAll();
    switch (answer) {
      case Given(var agreement) -> show(agreement);
      case Denied(var why) -> content.add(Notice.of(why));
    }
  }

  private void show(Agreement agreement) {
    if (agreement.pairs().isEmpty()) {
      content.add(
          Notice.empty("Nothing to compare yet", "No submission to it has been evaluated."));
      return;
    }
    var table =
        new PlainTable(
            Column.of("Evaluators"),
            Column.of("Spearman’s ρ", "number"),
            Column.of("Pearson’s r", "number"),
            Column.of("Responses", "number", "wide"),
            Column.of("In words", "wide"));
    for (var pair : agreement.pairs()) {
      table.line(
          new Div(new Div(Words.foreign(pair.one())), new Div(Words.foreign(pair.other()))),
          new Span(EvaluatorWords.coefficient(pair.spearman())),
          new Span(EvaluatorWords.coefficient(pair.pearson())),
          new Span(String.format(Locale.ROOT, "%,d", pair.responses())),
          Words.soft(EvaluatorWords.agreement(pair.spearman())));
    }
    var basis = new Paragraph(basis(agreement));
    basis.addClassName("note");
    content.add(new TableFrame("Agreement of evaluators", table), basis);
  }

  private static String basis(Agreement agreement) {
    String systems = agreement.systems() == 1 ? "1 system" : agreement.systems() + " systems";
    return "Over the responses of "
        + (agreement.systems() < agreement.systemsInAll()
            ? "the newest " + agreement.systems() + " of " + agreement.systemsInAll() + " systems"
            : systems)
        + " that both have a value for. A gap counts for neither.";
  }
}
