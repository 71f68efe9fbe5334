package palmares.web.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import java.util.List;
import palmares.contract.operation.Operation.FailedJob;
import palmares.contract.operation.Operation.QueueStatus;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.contract.page.Page;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.BudgetCalls;
import palmares.web.client.Denial;
import palmares.web.client.OperationCalls;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Refresher;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// Workers, where work waits, what was given up, and what the doctor finds. For whoever is no
/// operator there is no such page.
@PageTitle("Operator · Palmares")
@Route(value = "operator", layout = PageFrame.class)
public final class OperatorView extends Div implements BeforeEnterObserver {

  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final OperationCalls operation;
  private final BudgetCalls budgets;
  private final PageHeader header = new PageHeader("Is everything running?");
  private final Told told = new Told();
  private final WorkersCard workers;
  private final QueuesCard queues = new QueuesCard();
  private final FailedJobsCard failed;

  public OperatorView(ApiClient api, Refresher refresher) {
    var mine = api.as(Visitor.currentToken());
    operation = new OperationCalls(mine);
    budgets = new BudgetCalls(mine);
    workers = new WorkersCard(operation);
    failed = new FailedJobsCard(operation);
    refresher.keep(this, PERIOD, this::ask, this::show);
  }

  private record Seen(
      List<WorkerStatus> workers, List<QueueStatus> queues, Page<FailedJob> failed) {}

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var visitor = Visitor.current();
    if (visitor == null || !visitor.isAdmin()) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    var cards =
        new Div(workers, queues, failed, new BudgetsCard(budgets), new DoctorCard(operation));
    cards.addClassName("stack");
    add(header, told, cards);
    show(ask());
  }

  private Answer<Seen> ask() {
    return switch (operation.workers()) {
      case Denied(var why) -> new Denied<>(why);
      case Given(var there) ->
          switch (operation.queues()) {
            case Denied(var why) -> new Denied<>(why);
            case Given(var open) ->
                switch (operation.failedJobs(null, FailedJobsCard.SHOWN)) {
                  case Denied(var why) -> new Denied<>(why);
                  case Given(var lost) -> new Given<>(new Seen(there, open, lost));
                };
          };
    };
  }

  /// Says whether there is more to wait for.
  private boolean show(Answer<Seen> answer) {
    told.removeAll();
    switch (answer) {
      case Given(var seen) -> {
        header.lead(OperatorWords.summary(seen.workers(), seen.queues()));
        workers.show(seen.workers());
        queues.show(seen.queues());
        failed.show(seen.failed());
      }
      case Denied(var why) -> told.add(Notice.of(why));
    }
    return !(answer instanceof Denied<Seen>(Denial.SignedOut signedOut));
  }
}
