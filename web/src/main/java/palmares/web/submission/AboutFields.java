package palmares.web.submission;

import static palmares.contract.submission.NewSubmission.LONGEST_DESCRIPTION;
import static palmares.contract.submission.NewSubmission.MOST_LINKS;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import palmares.web.client.Order.About;
import palmares.web.page.Visitor;

/// What a team can say of its system. It belongs to the system's version and never changes.
final class AboutFields extends Div {

  private static final int LONGEST = 500;

  private final TextField baseModel = field("Base model", "qwen3-8b");
  private final TextField licence = field("Licence", "Apache-2.0");
  private final TextField links = field("Links", "https://… https://…");
  private final TextArea description = new TextArea("Description");
  private final Checkbox baseline = new Checkbox("A baseline to compare others with");

  AboutFields(Runnable changed) {
    links.setHelperText("At most " + MOST_LINKS + ", with spaces between");
    links.setMaxLength(LONGEST * MOST_LINKS);
    description.setMaxLength(LONGEST_DESCRIPTION);
    description.setPlaceholder("What it is and what is special about it, in a few sentences");
    var fields = new Div(baseModel, licence, links, description);
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
    links.addValueChangeListener(typed -> changed.run());
    description.addValueChangeListener(typed -> changed.run());
    baseline.addValueChangeListener(ticked -> changed.run());
  }

  About value(boolean anonymous) {
    return new About(
        text(baseModel),
        text(licence),
        description.isEmpty() ? null : description.getValue().strip(),
        Pattern.compile("\\s+")
            .splitAsStream(links.getValue().strip())
            .filter(link -> !link.isEmpty())
            .toList(),
        baseline.getValue(),
        anonymous);
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
