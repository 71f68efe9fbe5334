package palmares.api.imported;

import java.util.List;
import java.util.Locale;
import palmares.api.leaderboard.Definition;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.leaderboard.LeaderboardStore;

/// The leaderboards of imported evidence: one for each rater and what it compares with, because
/// preferences of two are never one ranking.
final class ImportedBoards {

  private static final int MAX_NAME = 64;
  private static final int DIGITS = 8;
  private static final int MOST_BOARDS = 1_000;

  private final LeaderboardStore leaderboards = new LeaderboardStore();

  /// A board as an import wants it.
  record Wanted(String name, String title, Definition definition) {}

  /// Names of the boards, made where there are none of these definitions.
  List<String> ensure(Tx tx, BenchmarkVersion version, List<Wanted> boards) {
    return boards.stream().map(board -> ensure(tx, version, board)).toList();
  }

  private String ensure(Tx tx, BenchmarkVersion version, Wanted wanted) {
    var known =
        leaderboards.page(tx, version.name(), List.of(), true, null, MOST_BOARDS).stream()
            .filter(board -> board.benchmarkVersionId().equals(version.id()))
            .toList();
    for (var board : known) {
      if (Json.read(board.definition(), Definition.class).equals(wanted.definition())) {
        return board.name();
      }
    }
    var definition = Json.canonical(wanted.definition());
    var slug = slug(wanted.name(), definition);
    var name =
        known.stream().anyMatch(board -> board.name().equals(slug)) ? cut(slug, definition) : slug;
    leaderboards.insert(tx, UuidV7.next(), version.id(), name, wanted.title(), definition);
    return name;
  }

  /// Lower-case words and digits; what does not fit is cut and told apart by its digest.
  static String slug(String text, String unique) {
    var words =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return words.isEmpty() || words.length() > MAX_NAME ? cut(words, unique) : words;
  }

  private static String cut(String words, String unique) {
    var digits = Sha256.of(unique).hex().substring(0, DIGITS);
    var room = MAX_NAME - DIGITS - 1;
    var kept = words.substring(0, Math.min(words.length(), room)).replaceAll("-+$", "");
    return kept.isEmpty() ? digits : kept + "-" + digits;
  }
}
