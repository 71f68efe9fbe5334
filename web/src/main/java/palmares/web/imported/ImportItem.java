package palmares.web.imported;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import palmares.contract.imported.ImportEntry;
import palmares.contract.imported.ImportReport;
import palmares.contract.imported.ImportReport.Reason;
import palmares.web.page.Facts;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.StateChip;
import palmares.web.page.TableFrame;
import palmares.web.page.Tone;
import palmares.web.page.Words;

/// One import in the list of all, with its report.
final class ImportItem extends ListItem {

  private static final int DIGITS = 12;

  ImportItem(ImportEntry entry) {
    var report = entry.report();
    int skipped = report.skipped().stream().mapToInt(Reason::rows).sum();
    var name =
        new H2(
            Links.to(
                "benchmarks/%s?version=%s".formatted(report.benchmark(), report.version()),
                "Benchmark %s, version %s".formatted(report.benchmark(), report.version())));
    name.addClassName("foreign");
    var head =
        new Div(
            name,
            new StateChip(
                skipped == 0 ? "all taken" : "some left out",
                skipped == 0 ? Tone.GOOD : Tone.LOOK));
    head.addClassName("head");
    var what = new Paragraph(ImportWords.taken(report));
    what.addClassName("what");
    var about = new Div(head, what);
    reasons(about, "Left out", report.skipped());
    reasons(about, "Taken, with a remark", report.noticed());
    add(about, facts(entry));
  }

  private static void reasons(Div about, String title, List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return;
    }
    var table =
        new PlainTable(
            Column.of("Why"), Column.of("Rows", "number"), Column.of("First lines", "number"));
    for (var each : reasons) {
      table.line(
          Words.foreign(each.reason()),
          new Span(ImportWords.number(each.rows())),
          Words.soft(ImportWords.lines(each)));
    }
    var details = new NativeDetails(title, new TableFrame(title, table));
    details.addClassName("question");
    about.add(details);
  }

  private static Component facts(ImportEntry entry) {
    ImportReport report = entry.report();
    return new Facts()
        .fact("Imported", Moment.day(entry.at()))
        .fact("By team", Words.foreign(entry.team()))
        .fact("What", ImportWords.kind(report))
        .fact("Who decided", Words.foreign(report.rater()))
        .fact("Systems", Words.foreign(ImportWords.names(report.systems())))
        .fact("Ranked on", Words.foreign(ImportWords.names(report.leaderboards())))
        .fact("Digest", report.digest().substring(0, Math.min(DIGITS, report.digest().length())));
  }
}
