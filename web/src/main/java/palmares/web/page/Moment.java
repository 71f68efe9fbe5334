package palmares.web.page;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment in the viewer's own zone; pointing at it shows the same in UTC.
@Tag("time")
public final class Moment extends HtmlContainer {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH);

  private Moment(Instant instant, DateTimeFormatter format) {
    this(instant, format.withZone(zone()).format(instant));
  }

  private Moment(Instant instant, String text) {
    setText(text);
    getElement().setAttribute("datetime", instant.toString());
    getElement().setAttribute("title", FULL.withZone(ZoneOffset.UTC).format(instant));
  }

  public static Moment day(Instant instant) {
    return new Moment(instant, DAY);
  }

  /// A day to keep to, with the name of the zone.
  public static Moment deadline(Instant instant) {
    return new Moment(instant, words(instant));
  }

  /// Only the time, for what happens today.
  public static Moment time(Instant instant) {
    return new Moment(instant, TIME);
  }

  /// The day with the name of the zone, for sentences.
  public static String words(Instant instant) {
    var zone = zone();
    return DAY.withZone(zone).format(instant) + " (" + name(zone) + ")";
  }

  private static String name(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /// The viewer's zone; UTC while the browser has not told it.
  public static ZoneId zone() {
    var ui = UI.getCurrent();
    var details = ui == null ? null : ui.getPage().getExtendedClientDetails();
    var id = details == null ? null : details.getTimeZoneId();
    try {
      return id == null || id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
