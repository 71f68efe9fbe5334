package palmares.web.submission;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import palmares.web.client.Order.About;
import palmares.web.page.Visitor;

/// What a team can say of its system. It belongs to the system's version and never changes.
final class AboutFields extends Div {

  private static final int LONGEST = 500;

  private final TextField baseModel = field("Base model", "qwen3-8b");
  private final TextField licence = field("Licence", "Apache-2.0");
  private final TextField link = field("Link", "https://…");
  private final Checkbox baseline = new Checkbox("A baseline to compare others with");

  AboutFields(Runnable changed) {
    var fields = new Div(baseModel, licence, link);
    fields.addClassName("system-card");
    var more = new NativeDetails(new Span("About the system, kept with this version"), fields);
    more.addClassName("about");
    add(more);
    var visitor = Visitor.current();
    // The API refuses it from whoever the benchmark does not belong to.
    if (visitor != null && !visitor.role().equals("member")) {
      fields.add(baseline);
    }
    baseModel.addValueChangeListener(typed -> changed.run());
    licence.addValueChangeListener(typed -> changed.run());
    link.addValueChangeListener(typed -> changed.run());
    baseline.addValueChangeListener(ticked -> changed.run());
  }

  About value() {
    return new About(text(baseModel), text(licence), text(link), baseline.getValue());
  }

  private static TextField field(String label, String example) {
    var field = new TextField(label);
    field.setPlaceholder(example);
    field.setMaxLength(LONGEST);
    return field;
  }

  private static @Nullable String text(TextField field) {
    return field.getValue().isBlank() ? null : field.getValue().strip();
  }
}
