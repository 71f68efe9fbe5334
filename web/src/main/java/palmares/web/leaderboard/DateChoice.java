package palmares.web.leaderboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import palmares.web.page.Dropdown;
import palmares.web.page.Moment;

/// When a row's submission was sent: from one day to another, both included, in the reader's own
/// zone.
final class DateChoice extends Div {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final String ANY = "Submitted: any day";

  private final BiConsumer<@Nullable Instant, @Nullable Instant> choose;
  private final Dropdown menu = new Dropdown(ANY);
  private final Input from = day();
  private final Input to = day();

  /// @param chosen what is chosen already
  /// @param choose gets when the first day begins and the last one ends; null for no such day
  DateChoice(BoardFilter chosen, BiConsumer<@Nullable Instant, @Nullable Instant> choose) {
    this.choose = choose;
    var zone = Moment.zone();
    var note =
        new Paragraph(
            "Days of your zone, "
                + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId())
                + ". Ranks stay those of the whole board.");
    note.addClassNames("soft", "note");
    var days = new Div(labelled("From", from), labelled("To", to), note);
    days.addClassName("days");
    menu.addToPanel(days, new NativeButton("Any day", clicked -> clear()));
    if (chosen.from() != null) {
      from.setValue(LocalDate.ofInstant(chosen.from(), zone).toString());
    }
    if (chosen.before() != null) {
      to.setValue(LocalDate.ofInstant(chosen.before(), zone).minusDays(1).toString());
    }
    menu.setLabel(label(date(from.getValue()), date(to.getValue())));
    from.addValueChangeListener(changed -> apply());
    to.addValueChangeListener(changed -> apply());
    add(menu);
  }

  private static Input day() {
    var input = new Input(ValueChangeMode.ON_CHANGE);
    input.setType("date");
    return input;
  }

  private static NativeLabel labelled(String words, Input input) {
    var label = new NativeLabel(words);
    label.add(input);
    return label;
  }

  private void clear() {
    from.clear();
    to.clear();
  }

  private void apply() {
    var first = date(from.getValue());
    var last = date(to.getValue());
    menu.setLabel(label(first, last));
    var zone = Moment.zone();
    choose.accept(
        first == null ? null : first.atStartOfDay(zone).toInstant(),
        last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static String label(@Nullable LocalDate first, @Nullable LocalDate last) {
    if (first == null && last == null) {
      return ANY;
    }
    if (first == null || last == null) {
      return first == null
          ? "Submitted: to " + DAY.format(last)
          : "Submitted: from " + DAY.format(first);
    }
    return "Submitted: " + DAY.format(first) + " to " + DAY.format(last);
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    try {
      return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null; // half typed
    }
  }
}
