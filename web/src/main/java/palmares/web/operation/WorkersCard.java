package palmares.web.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.OperationCalls;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.TableFrame;
import palmares.web.page.Told;

/// All workers, each with what it does and what can be done about it. A line that is shown already
/// is changed in place, so that nothing jumps under who is about to press something in it.
final class WorkersCard extends Section implements WorkerLine.Orders {

  private final OperationCalls operation;
  private final Told told = new Told();
  private final Div content = new Div();
  private final Map<String, WorkerLine> lines = new LinkedHashMap<>();

  WorkersCard(OperationCalls operation) {
    this.operation = operation;
    addClassNames("card", "padded");
    getElement().setAttribute("aria-label", "Workers");
    add(new H2("Workers"), told, content);
  }

  void show(List<WorkerStatus> workers) {
    var ids = workers.stream().map(WorkerStatus::id).collect(Collectors.toSet());
    if (workers.isEmpty()) {
      lines.clear();
      content.removeAll();
      content.add(
          Notice.empty(
              "No workers",
              "“palmares worker” starts one. Until then every submission waits, and says so."));
    } else if (ids.equals(lines.keySet())) {
      workers.forEach(worker -> line(worker).show(worker));
    } else {
      fill(workers);
    }
  }

  private WorkerLine line(WorkerStatus worker) {
    return lines.computeIfAbsent(worker.id(), id -> new WorkerLine(this));
  }

  private void fill(List<WorkerStatus> workers) {
    lines.keySet().retainAll(workers.stream().map(WorkerStatus::id).toList());
    var table =
        new PlainTable(
            Column.of("Worker"),
            Column.of("State"),
            Column.of("Busy", "number", "wide"),
            Column.of("Last seen", "wide"),
            Column.of("Offers", "wide"),
            Column.of("Change"));
    for (var worker : workers) {
      var line = line(worker);
      line.show(worker);
      table.line(line.cells());
    }
    content.removeAll();
    content.add(new TableFrame("Workers", table));
  }

  @Override
  public void tell(WorkerStatus worker, String order) {
    told(worker, order, operation.tell(worker.id(), order));
  }

  @Override
  public void quarantine(WorkerStatus worker, String reason) {
    told(worker, "quarantine", operation.quarantine(worker.id(), reason));
  }

  private void told(WorkerStatus worker, String order, Answer<WorkerStatus> answer) {
    told.removeAll();
    switch (answer) {
      case Given(var changed) -> {
        told.add(Notice.done(worker.name(), WorkerLine.outcome(order)));
        line(changed).show(changed);
      }
      case Denied(var why) -> told.add(Notice.of(why));
    }
  }
}
