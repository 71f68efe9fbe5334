package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.Exclusion;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.Words;

/// What is or was left out, a line each: what it is, why, since when, and what can be done.
final class ExclusionTable {

  private ExclusionTable() {}

  /// @param change what can be done with each, in a column of its own; nothing if absent
  static PlainTable of(List<Exclusion> all, @Nullable Function<Exclusion, Component> change) {
    var what = Column.of("What");
    var why = Column.of("Why, and since when");
    if (change == null) {
      var table = new PlainTable(what, why);
      all.forEach(each -> table.line(subject(each), why(each)));
      return table;
    }
    var table = new PlainTable(what, why, Column.of("Change"));
    all.forEach(each -> table.line(subject(each), why(each), change.apply(each)));
    return table;
  }

  private static Component subject(Exclusion exclusion) {
    var kind = new Span(LeftOutKind.words(exclusion.kind()));
    kind.addClassName("strong");
    var below = new Span(name(exclusion));
    below.addClassNames("below", "foreign");
    return new Div(kind, below);
  }

  /// A link only for whoever may follow the submission.
  private static Component name(Exclusion exclusion) {
    var name = Objects.requireNonNullElse(exclusion.system(), exclusion.subject());
    return exclusion.submission() == null
        ? Words.foreign(name)
        : Links.to("submissions/" + exclusion.submission(), name);
  }

  // Dates are in the same cell, which a phone has room for.
  private static Component why(Exclusion exclusion) {
    var why = new Div(Words.foreign(exclusion.reason()));
    why.add(when("left out ", exclusion.at(), exclusion.by()));
    if (exclusion.liftedAt() != null) {
      why.add(when("counts since ", exclusion.liftedAt(), exclusion.liftedBy()));
      if (exclusion.liftReason() != null) {
        why.add(Words.foreign(exclusion.liftReason(), "below"));
      }
    }
    return why;
  }

  private static Component when(String words, Instant at, @Nullable String by) {
    var when = new Div(Words.soft(words), Moment.day(at));
    when.addClassName("below");
    if (by != null) {
      when.add(Words.foreign(" by " + by, "soft"));
    }
    return when;
  }
}
