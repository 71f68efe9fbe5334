package palmares.api.comparison;

import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Access;
import palmares.api.identity.Access.To;
import palmares.api.identity.Callers;
import palmares.api.page.Cursor;
import palmares.api.page.Pages;
import palmares.contract.comparison.ComparedExample;
import palmares.contract.comparison.Comparison;
import palmares.contract.comparison.ComparisonApi;
import palmares.contract.page.Page;
import palmares.db.Database;
import palmares.db.exclusion.LeftOutExamples;

/// Compares submissions for those who may see both.
@Controller("/api/v1")
final class ComparisonController implements ComparisonApi {

  private final Database database;
  private final Pairing pairing;
  private final Comparing comparing;
  private final ComparedExamples examples;
  private final Callers callers;

  ComparisonController(
      Database database,
      Pairing pairing,
      Comparing comparing,
      ComparedExamples examples,
      Callers callers) {
    this.database = database;
    this.pairing = pairing;
    this.comparing = comparing;
    this.examples = examples;
    this.callers = callers;
  }

  @Access(To.EVERYONE)
  @Override
  public Comparison comparison(
      String left, String right, @Nullable String evaluator, @Nullable String category) {
    var caller = callers.current();
    var asked =
        database.transact(tx -> {
          var found = pairing.find(tx, caller, left, right, evaluator);
          found.checkCategory(category);
          var version = found.left().submission().benchmarkVersion();
          return new Asked(found, LeftOutExamples.count(tx, version, category));
        });
    var pair = asked.pair();
    return ComparisonRecords.comparison(pair, category, comparing.of(pair), asked.leftOut());
  }

  private record Asked(ComparedPair pair, int leftOut) {}

  @Access(To.READ)
  @Override
  public Page<ComparedExample> examples(
      String left,
      String right,
      @Nullable String evaluator,
      @Nullable String category,
      @Nullable String order,
      @Nullable String better,
      @Nullable String cursor,
      @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 2);
    var listing = ComparedExamples.listing(order, better);
    var person = callers.person();
    return database.transact(tx -> {
      var pair = pairing.follow(tx, person, left, right, evaluator);
      return examples.page(tx, pair, category, listing, from, size);
    });
  }

  @Access(To.READ)
  @Override
  public ComparedExample example(
      String left,
      String right,
      String example,
      @Nullable String evaluator,
      @Nullable String category,
      @Nullable String order,
      @Nullable String better) {
    var listing = ComparedExamples.listing(order, better);
    var person = callers.person();
    return database.transact(tx -> {
      var pair = pairing.follow(tx, person, left, right, evaluator);
      return examples.whole(tx, pair, category, listing, example);
    });
  }
}
