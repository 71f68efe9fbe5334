package palmares.api.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkCheck.Checked;
import palmares.api.identity.Caller;
import palmares.contract.problem.Problem.Flaw;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.benchmark.Draft;
import palmares.db.benchmark.DraftStore;
import palmares.db.benchmark.DraftStore.Written;
import palmares.db.benchmark.GoldStore;

/// Drafts of the caller's teams. What is wrong with one is worked out anew whenever it is read:
/// which evaluators there are may have changed.
@Singleton
class Drafts {

  static final int PER_TEAM = 50;
  private static final int ROWS_AT_ONCE = 500;
  private static final int SHOWN = 120;

  private final Database database;
  private final Publishing publishing;

  Drafts(Database database, Publishing publishing) {
    this.database = database;
    this.publishing = publishing;
  }

  /// What came of writing one.
  sealed interface Saved {
    record Done(Draft draft) implements Saved {}

    record NotFound() implements Saved {}

    /// Someone else has changed it meanwhile.
    record Changed(Draft now) implements Saved {}

    record TooMany() implements Saved {}
  }

  List<Draft> all(Caller.Person person) {
    return database.transact(tx ->
        DraftStore.of(
            tx,
            person.teams().stream().map(Caller.Team::id).toList(),
            person.isAdmin(),
            PER_TEAM * 4));
  }

  /// The draft, or null if there is none that this person may see.
  @Nullable Draft find(Caller.Person person, UUID id) {
    return database.transact(tx -> new Found(find(tx, person, id))).draft();
  }

  private record Found(@Nullable Draft draft) {}

  private static @Nullable Draft find(Tx tx, Caller.Person person, UUID id) {
    var draft = DraftStore.find(tx, id);
    return draft != null && (person.isIn(draft.team()) || person.isAdmin()) ? draft : null;
  }

  Saved create(Caller.Person person, String spec, String examples) {
    return create(person, person.personalTeam().id(), spec, examples);
  }

  /// With the files of a published version of the person's team.
  Saved createFrom(Caller.Person person, BenchmarkVersion version) {
    var spec = SpecWriter.write(Json.read(version.spec(), BenchmarkSpec.class));
    return create(person, version.team(), spec, examples(version.id()));
  }

  private Saved create(Caller.Person person, UUID team, String spec, String examples) {
    var written = written(spec, examples);
    return database.transact(tx -> {
      if (DraftStore.count(tx, team) >= PER_TEAM) {
        return new Saved.TooMany();
      }
      var id = UuidV7.next();
      DraftStore.insert(tx, id, team, person.account(), written);
      return saved(tx, id);
    });
  }

  Saved replace(Caller.Person person, UUID id, int revision, String spec, String examples) {
    var written = written(spec, examples);
    return database.transact(tx -> {
      var before = find(tx, person, id);
      if (before == null) {
        return new Saved.NotFound();
      }
      return DraftStore.replace(tx, id, revision, person.account(), written)
          ? saved(tx, id)
          : new Saved.Changed(before);
    });
  }

  private static Saved saved(Tx tx, UUID id) {
    var draft = DraftStore.find(tx, id);
    return draft == null ? new Saved.NotFound() : new Saved.Done(draft);
  }

  boolean delete(Caller.Person person, UUID id) {
    return database.transact(tx -> find(tx, person, id) != null && DraftStore.delete(tx, id));
  }

  /// Deletes what has become a version; a newer revision, saved meanwhile, stays.
  void published(Draft draft) {
    database.run(tx -> DraftStore.delete(tx, draft.id(), draft.revision()));
  }

  /// Everything that keeps it from being published, and what it holds where nothing does.
  Checked check(Caller.Person person, Draft draft) {
    try {
      var checked =
          new BenchmarkCheck(publishing.offeredEvaluators())
              .check(stream(draft.spec()), stream(draft.examples()));
      return switch (checked) {
        case Checked.Flawed flawed -> flawed;
        case Checked.Good good -> inTheWay(person, good);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("a draft in memory cannot be read", e);
    }
  }

  private Checked inTheWay(Caller.Person person, Checked.Good good) {
    var spec = good.spec();
    return switch (publishing.publish(
        person, Placement.of(person, null, null), spec, good.examples(), true)) {
      case PublishResult.OtherContent(var published) ->
          flaw(
              "version",
              "'%s' of %s is published with other content, which never changes; name another version"
                  .formatted(spec.version(), spec.name()));
      case PublishResult.NotYours() ->
          flaw("name", "'" + spec.name() + "' belongs to another team");
      case PublishResult.Published p -> good;
      case PublishResult.AlreadyThere a -> good;
      case PublishResult.WouldPublish w -> good;
    };
  }

  private static Checked flaw(String field, String message) {
    var flaw = new Flaw(BenchmarkCheck.SPEC_FILE, null, field, message);
    return new Checked.Flawed(List.of(flaw), false);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private String examples(UUID version) {
    return database.transact(tx -> {
      var newest = GoldStore.newest(tx, version);
      var lines = new ArrayList<String>();
      var rows = GoldStore.page(tx, version, newest, -1, ROWS_AT_ONCE);
      while (!rows.isEmpty()) {
        rows.forEach(row -> lines.add(Documents.sourceLine(StoredExamples.of(row))));
        var last = rows.getLast().example().ordinal();
        rows = GoldStore.page(tx, version, newest, last, ROWS_AT_ONCE);
      }
      return String.join("\n", lines) + "\n";
    });
  }

  private static Written written(String spec, String examples) {
    return new Written(value("name", spec), value("version", spec), spec, examples);
  }

  /// For lists alone: read from whatever has been written so far.
  static @Nullable String value(String field, String spec) {
    return spec.lines()
        .filter(line -> line.startsWith(field + ":"))
        .findFirst()
        .map(line -> plain(line.substring(field.length() + 1, Math.min(line.length(), SHOWN))))
        .filter(text -> !text.isEmpty())
        .orElse(null);
  }

  private static String plain(String value) {
    var text = value.strip();
    var quoted = text.startsWith("\"") || text.startsWith("'");
    var from = quoted ? 1 : 0;
    var end = from;
    while (end < text.length() && "\"'#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(from, end).strip();
  }
}
