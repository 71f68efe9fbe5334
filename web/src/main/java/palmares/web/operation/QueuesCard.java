package palmares.web.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.operation.Operation.QueueStatus;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// Where work waits, and for what.
final class QueuesCard extends Section {

  private final Div content = new Div();
  private @Nullable List<QueueStatus> shown;

  QueuesCard() {
    addClassNames("card", "padded");
    getElement().setAttribute("aria-label", "Open work");
    add(new H2("Open work"), content);
  }

  void show(List<QueueStatus> queues) {
    if (queues.equals(shown)) {
      return;
    }
    shown = queues;
    content.removeAll();
    if (queues.isEmpty()) {
      content.add(Notice.done("Nothing is open", "Every job has ended."));
      return;
    }
    var table =
        new PlainTable(
            Column.of("For"),
            Column.of("Waiting", "number"),
            Column.of("In work", "number", "wide"),
            Column.of("Slots", "number", "wide"),
            Column.of("Oldest", "wide"),
            Column.of("What about it"));
    for (var queue : queues) {
      table.line(
          new Div(Words.foreign(queue.offer(), "name"), below("on " + queue.capability())),
          new Span(Integer.toString(queue.waiting())),
          new Span(Integer.toString(queue.working())),
          new Span(queue.busy() + "/" + queue.slots()),
          Moment.day(queue.since()),
          Words.foreign(OperatorWords.waitsFor(queue), queue.workers() == 0 ? "gap" : "soft"));
    }
    content.add(new TableFrame("Open work", table));
  }

  private static Span below(String text) {
    return Words.foreign(text, "below", "soft");
  }
}
