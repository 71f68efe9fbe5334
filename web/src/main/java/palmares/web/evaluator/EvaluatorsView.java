package palmares.web.evaluator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import palmares.contract.evaluator.Evaluators.EvaluatorSummary;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.EvaluatorCalls;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Visitor;

/// All evaluators: what each is, where it runs, what it decides, and how far they agree.
@PageTitle("Evaluators · Palmares")
@Route(value = "evaluators", layout = PageFrame.class)
public final class EvaluatorsView extends Div {

  private final PageHeader header = new PageHeader("What decides who is better?");

  public EvaluatorsView(ApiClient api) {
    var evaluators = new EvaluatorCalls(api.as(Visitor.currentToken()));
    add(header);
    switch (evaluators.all()) {
      case Given(var all) -> show(evaluators, all);
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private void show(EvaluatorCalls evaluators, List<EvaluatorSummary> all) {
    if (all.isEmpty()) {
      add(
          Notice.empty(
              "No evaluators yet",
              "Workers bring them: the first one that starts says what it can do."));
      return;
    }
    long idle = all.stream().filter(each -> each.liveWorkers() == 0).count();
    header.lead(
        EvaluatorWords.count(all.size())
            + (idle == 0
                ? ", each of them on a worker that is there."
                : "; no worker offers " + (idle == all.size() ? "any" : idle) + " of them now."));
    var list = new UnorderedList();
    list.addClassNames("card", "evaluators");
    all.forEach(each -> list.add(new EvaluatorItem(each)));
    var stack = new Div(list, new AgreementCard(evaluators, all));
    stack.addClassName("stack");
    add(stack);
  }
}
