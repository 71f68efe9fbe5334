package palmares.web.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.comparison.Comparison;
import palmares.contract.comparison.Comparison.OneCategory;
import palmares.contract.comparison.Comparison.Paired;
import palmares.web.page.Card;
import palmares.web.page.KeyFigures;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.Scores;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// What a comparison says in numbers: over all examples, and by category.
final class Summary extends Div {

  private final ComparisonWords words;

  Summary(ComparisonWords words) {
    this.words = words;
    var comparison = words.comparison();
    var gaps = words.gaps();
    if (!gaps.isEmpty()) {
      add(Notice.look("Gaps", gaps));
    }
    if (comparison.leftOut() > 0) {
      add(Notice.look("Left out of the leaderboards", words.leftOut()));
    }
    var deciding = words.deciding();
    if (deciding != null) {
      add(numbers(deciding));
    }
    if (comparison.category() == null && comparison.categories().size() > 1) {
      add(categories(comparison));
    }
  }

  private Component numbers(Paired paired) {
    var names = words.names();
    var figures =
        new KeyFigures()
            .figure(names.left(), Scores.figure(paired.leftMean()), "mean score")
            .figure(names.right(), Scores.figure(paired.rightMean()), "mean score")
            .figure(
                "Difference",
                ComparisonWords.signed(paired.difference()),
                paired.low() == null
                    ? "the same difference everywhere"
                    : "%.0f%% interval %s to %s"
                        .formatted(
                            paired.level() * 100,
                            ComparisonWords.signed(paired.low()),
                            ComparisonWords.signed(Objects.requireNonNull(paired.high()))))
            .figure(
                "Better on",
                String.format(Locale.ROOT, "%,d : %,d", paired.leftBetter(), paired.rightBetter()),
                String.format(Locale.ROOT, "%,d ties", paired.ties()));
    figures.addClassName("foreign");
    var card =
        Card.titled("The difference", figures, ends(), new DifferenceLine(paired, reach(paired)));
    var chance = words.chance();
    if (!chance.isEmpty()) {
      var note = new Paragraph(chance);
      note.addClassNames("soft", "note", "foreign");
      card.add(note);
    }
    return card;
  }

  private Component ends() {
    var ends =
        new Div(
            Words.foreign("← " + words.names().right() + " better"),
            Words.foreign(words.names().left() + " better →"));
    ends.addClassNames("difference-ends", "soft", "small");
    return ends;
  }

  private static double reach(Paired paired) {
    return DifferenceLine.reach(Stream.of(paired));
  }

  private Component categories(Comparison comparison) {
    var reach =
        DifferenceLine.reach(
            comparison.categories().stream().map(OneCategory::paired).filter(Objects::nonNull));
    var table =
        new PlainTable(
            Column.of("Category"),
            Column.of("Examples", "number"),
            Column.of("Difference and interval", "wide"),
            Column.of("Difference", "number"),
            Column.of("By chance", "number"));
    for (var each : comparison.categories()) {
      var paired = each.paired();
      table.line(
          Words.foreign(each.category()),
          new Span(String.format(Locale.ROOT, "%,d", paired == null ? 0 : paired.examples())),
          paired == null ? new Span() : new DifferenceLine(paired, reach),
          new Span(paired == null ? "" : ComparisonWords.signed(paired.difference())),
          new Span(chance(each.p())));
    }
    var frame = new TableFrame("The difference by category", table);
    var note =
        new Paragraph(
            "By chance: in how many cases a difference this large would be seen if neither were better, raised because there are "
                + comparison.categories().size()
                + " categories to find one in (Holm).");
    note.addClassName("card-note");
    frame.add(note);
    return frame;
  }

  private static String chance(@Nullable Double p) {
    return p == null ? "" : ComparisonWords.cases(p);
  }
}
