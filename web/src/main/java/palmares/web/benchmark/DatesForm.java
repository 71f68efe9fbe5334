package palmares.web.benchmark;

import static java.time.temporal.ChronoUnit.MINUTES;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeLabel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.VersionChange;
import palmares.contract.benchmark.VersionStatus;
import palmares.web.client.Answer;
import palmares.web.client.OrganiserCalls;

/// When a version opens and closes, in UTC as all its days are.
final class DatesForm extends NativeDetails {

  private final Input opens = moment();
  private final Input closes = moment();

  DatesForm(VersionStatus version, Consumer<Dates> chosen) {
    super("Dates");
    opens.setValue(text(version.opensAt()));
    closes.setValue(text(version.closesAt()));
    var save =
        new Button(
            "Set dates",
            clicked ->
                chosen.accept(
                    new Dates(
                        version.version(), instant(opens.getValue()), instant(closes.getValue()))));
    var fields = new Div(labelled("Opens (UTC)", opens), labelled("Closes (UTC)", closes), save);
    fields.addClassName("dates");
    setContent(fields);
  }

  /// @param opens open from the start if absent
  /// @param closes open without end if absent
  record Dates(String version, @Nullable Instant opens, @Nullable Instant closes) {

    Answer<VersionStatus> apply(OrganiserCalls calls, String name) {
      return calls.schedule(name, version, new VersionChange.Schedule(opens, closes));
    }
  }

  private static Input moment() {
    var input = new Input();
    input.setType("datetime-local");
    return input;
  }

  private static Div labelled(String words, Input input) {
    var label = new NativeLabel(words);
    label.add(input);
    return new Div(label);
  }

  private static String text(@Nullable Instant instant) {
    return instant == null
        ? ""
        : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(MINUTES).toString();
  }

  /// Absent for what is no moment: the browser lets nothing else be typed.
  private static @Nullable Instant instant(String text) {
    try {
      return text.isEmpty() ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
