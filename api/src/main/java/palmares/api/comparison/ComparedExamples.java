package palmares.api.comparison;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Visible;
import palmares.api.page.Cursor;
import palmares.api.page.Pages;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.api.submission.AskedExample;
import palmares.api.submission.ShownExamples;
import palmares.contract.comparison.ComparedExample;
import palmares.contract.comparison.ComparedExample.Given;
import palmares.contract.page.Page;
import palmares.contract.submission.EvaluatedExample;
import palmares.db.Tx;
import palmares.db.submission.ComparedView;
import palmares.db.submission.ComparedView.Listing;
import palmares.db.submission.ComparedView.Row;
import palmares.db.submission.EvaluatedRow;
import palmares.db.submission.ExampleView;

/// Two submissions example by example.
@Singleton
final class ComparedExamples {

  private static final int WHOLE = Integer.MAX_VALUE;

  private final ShownExamples shown;

  ComparedExamples(ShownExamples shown) {
    this.shown = shown;
  }

  /// @throws Refused if a word is not one that is known
  static Listing listing(@Nullable String order, @Nullable String better) {
    return new Listing(
        switch (better) {
          case null -> null;
          case "left" -> 1;
          case "right" -> -1;
          case "either" -> 0;
          default -> throw unknown("better must be left, right or either", better);
        },
        switch (order) {
          case null -> false;
          case "example" -> false;
          case "difference" -> true;
          default -> throw unknown("order must be example or difference", order);
        });
  }

  private static Refused unknown(String expected, String given) {
    return Refused.badRequest("%s: '%s'.".formatted(expected, Problems.shown(given)));
  }

  /// @param from absent for the first page
  Page<ComparedExample> page(
      Tx tx,
      ComparedPair pair,
      @Nullable String category,
      Listing listing,
      @Nullable Cursor from,
      int limit) {
    var rows =
        ComparedView.page(
            tx,
            pair.question(category),
            listing,
            from == null ? Double.NEGATIVE_INFINITY : from.decimal(0),
            from == null ? -1 : Math.clamp(from.number(1), -1, Integer.MAX_VALUE),
            limit + 1);
    var ordinals = rows.stream().limit(limit).map(Row::ordinal).toList();
    var left = given(tx, pair.left(), ordinals, pair.seen());
    var right = given(tx, pair.right(), ordinals, pair.seen());
    return Pages.of(
        rows,
        limit,
        row -> Cursor.after(row.sort(), row.ordinal()),
        row ->
            new ComparedExample(
                row.name(),
                row.tags(),
                difference(row),
                Objects.requireNonNull(left.get(row.ordinal())),
                Objects.requireNonNull(right.get(row.ordinal())),
                List.of(),
                List.of(),
                row.leftOut(),
                null,
                null));
  }

  ComparedExample whole(
      Tx tx, ComparedPair pair, @Nullable String category, Listing listing, String example) {
    var question = pair.question(category);
    var row = ComparedView.find(tx, question, listing, example);
    if (row == null) {
      throw Refused.notFound("example", example);
    }
    var asked = AskedExample.of(tx, pair.left().run(), row.name());
    return new ComparedExample(
        row.name(),
        row.tags(),
        difference(row),
        whole(tx, pair.left(), row.name(), pair.seen()),
        whole(tx, pair.right(), row.name(), pair.seen()),
        asked.messages(),
        asked.references(pair.seen()),
        row.leftOut(),
        name(ComparedView.pageBefore(tx, question, listing, row.sort(), row.ordinal(), 1)),
        name(ComparedView.page(tx, question, listing, row.sort(), row.ordinal(), 1)));
  }

  private static @Nullable String name(List<Row> neighbours) {
    return neighbours.isEmpty() ? null : neighbours.getFirst().name();
  }

  private static @Nullable Double difference(Row row) {
    var left = row.left();
    var right = row.right();
    return left == null || right == null ? null : left - right;
  }

  private Map<Integer, Given> given(
      Tx tx, ComparedPair.Side side, List<Integer> ordinals, Visible visible) {
    return ExampleView.at(tx, side.question(EvaluatedExample.LONGEST_IN_LIST), ordinals).stream()
        .collect(
            toMap(
                EvaluatedRow::ordinal,
                row ->
                    new Given(
                        shown.excerpt(row), row.chars(), ShownExamples.evaluations(row, visible))));
  }

  private Given whole(Tx tx, ComparedPair.Side side, String example, Visible visible) {
    var row =
        Objects.requireNonNull(
            ExampleView.find(tx, side.question(WHOLE), example), () -> "no example " + example);
    return new Given(shown.text(row), row.chars(), ShownExamples.evaluations(row, visible));
  }
}
