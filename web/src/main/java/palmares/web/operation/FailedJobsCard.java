package palmares.web.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import org.jspecify.annotations.Nullable;
import palmares.contract.operation.Operation.FailedJob;
import palmares.contract.page.Page;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.OperationCalls;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// What was given up, newest first, and further back as far as one asks.
final class FailedJobsCard extends Section {

  static final int SHOWN = 20;

  private final OperationCalls operation;
  private final Div content = new Div();
  private final Div more = new Div();
  private @Nullable Page<FailedJob> newest;

  FailedJobsCard(OperationCalls operation) {
    this.operation = operation;
    addClassNames("card", "padded");
    more.addClassName("buttons");
    getElement().setAttribute("aria-label", "Failed jobs");
    add(new H2("Failed jobs"), content, more);
  }

  /// Starts anew at the newest, if there is anything new.
  void show(Page<FailedJob> page) {
    if (page.equals(newest)) {
      return;
    }
    newest = page;
    content.removeAll();
    if (page.items().isEmpty()) {
      content.add(Notice.done("None", "No job was given up that has not been tried again since."));
      more.removeAll();
      return;
    }
    var table =
        new PlainTable(
            Column.of("When", "wide"),
            Column.of("What"),
            Column.of("Why"),
            Column.of("Tries", "number", "wide"));
    content.add(new TableFrame("Failed jobs", table));
    append(table, page);
  }

  private void append(PlainTable table, Page<FailedJob> page) {
    for (var job : page.items()) {
      table.line(
          Moment.day(job.at()),
          new Div(
              Links.to("submissions/" + job.submission(), job.system()),
              Words.foreign(
                  job.stage()
                      + " by "
                      + job.offer()
                      + " · "
                      + job.benchmark()
                      + " "
                      + job.version()
                      + " · team "
                      + job.team(),
                  "below",
                  "soft")),
          new Div(
              Words.foreign(job.reason()),
              Words.foreign(
                  "the fault is " + OperatorWords.fault(job.failureClass()), "below", "soft")),
          Words.soft(Integer.toString(job.attempts())));
    }
    more.removeAll();
    var next = page.next();
    if (next != null) {
      var older = new NativeButton("Older ones", clicked -> older(table, next));
      older.addClassName("button");
      more.add(older);
    }
  }

  private void older(PlainTable table, String cursor) {
    // Gone at once, so that an impatient second click is none.
    more.removeAll();
    switch (operation.failedJobs(cursor, SHOWN)) {
      case Given(var page) -> append(table, page);
      case Denied(var why) -> more.add(Notice.of(why));
    }
  }
}
