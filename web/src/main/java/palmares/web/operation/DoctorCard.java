package palmares.web.operation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import palmares.contract.operation.Operation.Doctor;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.OperationCalls;
import palmares.web.page.Busy;
import palmares.web.page.Later;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// Has the doctor look, and says what each count means.
final class DoctorCard extends Section {

  private final OperationCalls operation;
  private final Button look = new Button("Examine now", clicked -> look());
  private final Div content = new Div();

  DoctorCard(OperationCalls operation) {
    this.operation = operation;
    addClassNames("card", "padded");
    getElement().setAttribute("aria-label", "Doctor");
    look.setDisableOnClick(true);
    content.getElement().setAttribute("aria-live", "polite");
    var about =
        new Paragraph(
            "The doctor counts what must never be: work that is stuck, evidence that does not add"
                + " up, files that are lost, snapshots that cannot be made again.");
    about.addClassName("soft");
    var buttons = new Div(look);
    buttons.addClassName("buttons");
    add(new H2("Doctor"), about, buttons, content);
  }

  private void look() {
    content.removeAll();
    content.add(new Busy("Looking at every row and file …"));
    Later.ask(UI.getCurrent(), operation::doctor, this::show);
  }

  private void show(Answer<Doctor> answer) {
    look.setEnabled(true);
    content.removeAll();
    switch (answer) {
      case Given(var doctor) -> show(doctor);
      case Denied(var why) -> content.add(Notice.of(why));
    }
  }

  private void show(Doctor doctor) {
    long wrong = doctor.checks().values().stream().filter(count -> count > 0).count();
    content.add(
        doctor.healthy()
            ? Notice.done("Nothing is wrong", doctor.checks().size() + " checks, each counts 0.")
            : Notice.look(
                wrong == 1 ? "One check does not hold" : wrong + " checks do not hold",
                "The first rows of each are named below. The doctor itself changes nothing."));
    if (!doctor.details().isEmpty()) {
      var few = new OrderedList();
      doctor.details().forEach(detail -> few.add(new ListItem(Words.foreign(detail))));
      content.add(few);
    }
    var table = new PlainTable(Column.of("Check"), Column.of("Count", "number"));
    doctor
        .checks()
        .forEach((check, count) -> {
          var number = new Span(count.toString());
          number.setClassName("gap", count > 0);
          table.line(
              new Div(
                  Words.foreign(check, "name"),
                  Words.foreign(DoctorWords.of(check), "below", "soft")),
              number);
        });
    content.add(new TableFrame("Checks", table));
  }
}
