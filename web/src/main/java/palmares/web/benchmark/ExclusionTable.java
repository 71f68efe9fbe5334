package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import palmares.contract.benchmark.Exclusion;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.Words;

/// What is or was left out, a line each: what it is, why, since when, and what can be done.
final class ExclusionTable {

  private ExclusionTable() {}

  static PlainTable of(List<Exclusion> all) {
    var table = new PlainTable(Column.of("What"), Column.of("Why"), Column.of("When", "wide"));
    all.forEach(each -> table.line(subject(each), why(each), when(each)));
    return table;
  }

  /// The same with a last column for whoever may change it.
  static PlainTable of(List<Exclusion> all, Function<Exclusion, Component> change) {
    var table =
        new PlainTable(
            Column.of("What"), Column.of("Why"), Column.of("When", "wide"), Column.of("Change"));
    all.forEach(each -> table.line(subject(each), why(each), when(each), change.apply(each)));
    return table;
  }

  private static Component subject(Exclusion exclusion) {
    var kind = new Span(LeftOutKind.words(exclusion.kind()));
    kind.addClassName("strong");
    Component name =
        exclusion.kind().equals(LeftOutKind.SUBMISSION.key())
            ? Links.to("submissions/" + exclusion.subject(), exclusion.subject())
            : Words.foreign(exclusion.subject());
    var below = new Span(name);
    below.addClassNames("below", "foreign");
    return new Div(kind, below);
  }

  private static Component why(Exclusion exclusion) {
    var why = new Div(Words.foreign(exclusion.reason()));
    if (exclusion.by() != null) {
      why.add(Words.foreign("by " + exclusion.by(), "soft", "below"));
    }
    if (exclusion.liftedBy() != null) {
      why.add(Words.foreign("lifted by " + exclusion.liftedBy(), "soft", "below"));
    }
    return why;
  }

  private static Component when(Exclusion exclusion) {
    var when = new Div(Words.soft("left out "), Moment.day(exclusion.at()));
    if (exclusion.liftedAt() != null) {
      var until = new Div(Words.soft("counts since "), Moment.day(exclusion.liftedAt()));
      when.add(until);
    }
    return when;
  }
}
