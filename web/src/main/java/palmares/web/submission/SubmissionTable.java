package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.StateChip;

/// Submissions with where they stand. A row that is there already changes in place, so that nothing
/// jumps under the reader; new ones come on top.
final class SubmissionTable extends NativeTable {

  private final Map<String, Line> lines = new LinkedHashMap<>();

  private record Line(SubmissionStatus status, NativeTableRow row) {}

  SubmissionTable() {
    addClassName("submissions");
    getHead()
        .add(
            new NativeTableRow(
                new NativeTableHeaderCell("System"),
                new NativeTableHeaderCell("State"),
                new NativeTableHeaderCell("Benchmark"),
                wide(new NativeTableHeaderCell("Team")),
                new NativeTableHeaderCell("Since"),
                wide(new NativeTableHeaderCell("Submitted"))));
  }

  void clear() {
    lines.clear();
    getBody().removeAll();
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  boolean isAnyOpen() {
    return lines.values().stream().anyMatch(line -> !StateWords.ended(line.status()));
  }

  /// @param newest newest first
  void refresh(List<SubmissionStatus> newest) {
    var place = 0;
    for (var status : newest) {
      var known = lines.get(status.id());
      if (known == null) {
        insert(Math.min(place, lines.size()), status);
      } else if (!known.status().equals(status)) {
        fill(known.row(), status);
        lines.put(status.id(), new Line(status, known.row()));
      }
      place++;
    }
  }

  /// @param older than all that are there
  void append(List<SubmissionStatus> older) {
    older.stream()
        .filter(each -> !lines.containsKey(each.id()))
        .forEach(each -> insert(lines.size(), each));
  }

  private void insert(int place, SubmissionStatus status) {
    var row = new NativeTableRow();
    fill(row, status);
    getBody().addComponentAtIndex(place, row);
    lines.put(status.id(), new Line(status, row));
  }

  private static void fill(NativeTableRow row, SubmissionStatus status) {
    row.removeAll();
    var system = Links.to("submissions/" + status.id(), status.system());
    system.addClassName("foreign");
    var benchmark =
        Links.to("benchmarks/" + status.benchmark(), status.benchmark() + " " + status.version());
    row.add(
        cell(system),
        cell(
            new StateChip(StateWords.word(status), StateWords.tone(status)),
            below(progress(status))),
        cell(benchmark),
        wide(cell(new Span(Objects.requireNonNullElse(status.team(), "anonymous")))),
        cell(Moment.day(status.since())),
        wide(cell(Moment.day(status.submittedAt()))));
  }

  /// How far the stage is that is worked on.
  private static @Nullable String progress(SubmissionStatus status) {
    return StateWords.ended(status)
        ? null
        : status.stages().stream()
            .filter(stage -> stage.state().equals("now"))
            .findFirst()
            .map(stage -> stage.stage() + " " + stage.done() + " of " + stage.expected())
            .orElse(null);
  }

  private static Span below(@Nullable String words) {
    var span = new Span(words == null ? "" : words);
    span.addClassNames("below", "soft");
    span.setVisible(words != null);
    return span;
  }

  private static NativeTableCell cell(Component... content) {
    var cell = new NativeTableCell();
    cell.add(content);
    return cell;
  }

  private static <C extends Component & HasStyle> C wide(C cell) {
    cell.addClassName("wide");
    return cell;
  }
}
