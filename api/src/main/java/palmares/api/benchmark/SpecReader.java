package palmares.api.benchmark;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkSpec.BoardSpec;
import palmares.api.json.Binder;
import palmares.api.json.Json;
import palmares.api.json.YamlReader;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.scoring.battle.BattleMethod;
import palmares.scoring.ranking.RankingMethod;

/// Reads `benchmark.yaml`.
final class SpecReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
  static final String PAIRWISE = "pairwise-judge";
  private static final String DEFAULT_METHOD = "mean";
  private static final String DEFAULT_BATTLE_METHOD = "bradley-terry";
  private static final List<String> GAPS = List.of("unranked", "worst", "bounds");
  private static final int MAX_TITLE = 200;
  private static final int MAX_TEXT = 20_000;

  private final Flaws flaws;
  private final SortedMap<String, String> kinds;
  private final Set<String> evaluators;
  private final SortedMap<String, RankingMethod> methods;

  /// @param kinds of the evaluators that a benchmark may name, by key
  /// @param methods ranking methods that a leaderboard may name, by id
  SpecReader(
      Flaws flaws, SortedMap<String, String> kinds, SortedMap<String, RankingMethod> methods) {
    this.flaws = flaws;
    this.kinds = kinds;
    this.evaluators = kinds.keySet();
    this.methods = methods;
  }

  private record SpecFile(
      String name,
      String version,
      String title,
      @Nullable String description,
      Map<String, Double> categories,
      List<String> evaluators,
      String mainMetric,
      @Nullable String entryRule,
      @Nullable String gaps,
      @Nullable String visible,
      @Nullable String licence,
      @Nullable Integer quotaPerDay,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable Json opponents,
      List<BoardFile> leaderboards) {}

  private record BoardFile(
      String id,
      String title,
      String method,
      @Nullable String evaluator,
      @Nullable String truth,
      Map<String, Json> settings) {}

  /// @return absent if anything in it was noted as a flaw
  @Nullable BenchmarkSpec read(byte[] yaml) {
    var before = flaws.size();
    var root = YamlReader.read(yaml, flaws);
    var file = root == null ? null : Binder.snakeCase(flaws).record(root, SpecFile.class, "");
    if (file == null || !(root instanceof Json.Obj object)) {
      return null;
    }
    var spec = spec(file, object);
    return flaws.size() > before ? null : spec;
  }

  private BenchmarkSpec spec(SpecFile file, Json.Obj root) {
    checkTexts(file, root);
    checkEvaluators(file, root);
    checkNumbers(file, root);
    return new BenchmarkSpec(
        file.name(),
        file.version(),
        file.title(),
        file.description() == null ? "" : file.description().strip(),
        file.categories(),
        file.evaluators(),
        file.mainMetric(),
        oneOf("entry_rule", file.entryRule(), List.of("latest", "best", "chosen"), root),
        oneOf("gaps", file.gaps(), GAPS, root),
        oneOf("visible", file.visible(), List.of("score", "nothing", "reason", "gold"), root),
        file.licence(),
        file.quotaPerDay(),
        file.opensAt(),
        file.closesAt(),
        OpponentsReader.read(
            file.opponents(), file.evaluators().stream().anyMatch(this::isPairwise), flaws),
        boards(file, root));
  }

  private void checkTexts(SpecFile file, Json.Obj root) {
    if (!NAME.matcher(file.name()).matches()) {
      flaw(root, "name", "must be 1 to 64 of a-z, 0-9 and '-'", file.name());
    }
    if (!VERSION.matcher(file.version()).matches()) {
      flaw(root, "version", "must be 1 to 32 of letters, digits, '.', '_', '-'", file.version());
    }
    if (file.title().isBlank() || file.title().length() > MAX_TITLE) {
      flaw(root, "title", "must be 1 to " + MAX_TITLE + " characters", file.title());
    }
    if (file.licence() != null && file.licence().length() > MAX_TITLE) {
      flaw(root, "licence", "must be at most " + MAX_TITLE + " characters", "");
    }
    if (file.description() != null && file.description().length() > MAX_TEXT) {
      flaw(root, "description", "must be at most " + MAX_TEXT + " characters", "");
    }
  }

  private void checkEvaluators(SpecFile file, Json.Obj root) {
    if (file.evaluators().isEmpty()) {
      flaw(root, "evaluators", "must name at least one evaluator; known are " + evaluators, "");
    }
    if (new HashSet<>(file.evaluators()).size() < file.evaluators().size()) {
      flaw(root, "evaluators", "must each stand once", "");
    }
    for (var i = 0; i < file.evaluators().size(); i++) {
      var key = file.evaluators().get(i);
      if (!evaluators.contains(key)) {
        flaw(
            line(root, "evaluators"),
            "evaluators[" + i + "]",
            "is not known; known are " + evaluators,
            key);
      }
    }
    if (!file.evaluators().contains(file.mainMetric())) {
      flaw(root, "main_metric", "must be one of the evaluators", file.mainMetric());
    }
  }

  private void checkNumbers(SpecFile file, Json.Obj root) {
    file.categories()
        .forEach((tag, weight) -> {
          if (!(weight > 0)) {
            flaw(
                line(root, "categories"),
                "categories." + Problems.shown(tag),
                "must have a weight greater than 0",
                weight.toString());
          }
        });
    if (file.quotaPerDay() != null && file.quotaPerDay() < 1) {
      flaw(root, "quota_per_day", "must be at least 1", file.quotaPerDay().toString());
    }
    if (file.opensAt() != null
        && file.closesAt() != null
        && !file.opensAt().isBefore(file.closesAt())) {
      flaw(root, "closes_at", "must be after opens_at", file.closesAt().toString());
    }
  }

  /// The first of the words is the default.
  private String oneOf(String field, @Nullable String word, List<String> words, Json.Obj root) {
    if (word != null && !words.contains(word)) {
      flaw(root, field, "must be one of " + words, word);
    }
    return word == null ? words.getFirst() : word;
  }

  private List<BoardSpec> boards(SpecFile file, Json.Obj root) {
    if (file.leaderboards().isEmpty()) {
      var method = isPairwise(file.mainMetric()) ? DEFAULT_BATTLE_METHOD : DEFAULT_METHOD;
      checkPairwise(file.mainMetric(), "main_metric", file, root);
      return List.of(
          new BoardSpec(method, file.title(), method, file.mainMetric(), null, Map.of()));
    }
    var ids = new HashSet<String>();
    for (var i = 0; i < file.leaderboards().size(); i++) {
      check(file.leaderboards().get(i), "leaderboards[" + i + "]", ids, file, root);
    }
    return file.leaderboards().stream().map(this::board).toList();
  }

  private void check(BoardFile board, String path, Set<String> ids, SpecFile file, Json.Obj root) {
    var line = line(root, "leaderboards");
    if (!NAME.matcher(board.id()).matches() || !ids.add(board.id())) {
      flaw(line, path + ".id", "must be 1 to 64 of a-z, 0-9 and '-', each once", board.id());
    }
    if (board.title().isBlank() || board.title().length() > MAX_TITLE) {
      flaw(line, path + ".title", "must be 1 to " + MAX_TITLE + " characters", board.title());
    }
    var method = methods.get(board.method());
    if (method == null) {
      flaw(line, path + ".method", "is not known; known are " + methods.keySet(), board.method());
    } else if (file.gaps() != null
        && GAPS.contains(file.gaps())
        && !method.gapPolicies().contains(file.gaps())) {
      flaw(line, path + ".method", "cannot rank with gaps: " + file.gaps(), board.method());
    }
    if ((board.evaluator() == null) == (board.truth() == null)) {
      flaw(line, path, "must have either 'evaluator' or 'truth'", "");
    }
    if (board.evaluator() != null && !file.evaluators().contains(board.evaluator())) {
      flaw(line, path + ".evaluator", "must be one of the evaluators", board.evaluator());
    }
    checkRankedByPairs(board, path, file, root);
    if (board.truth() != null && !file.evaluators().contains(board.truth())) {
      flaw(line, path + ".truth", "must be one of the evaluators", board.truth());
    }
    board
        .settings()
        .forEach((name, value) -> {
          if (!isScalar(value)) {
            flaw(
                value.line(),
                path + ".settings." + Problems.shown(name),
                "must be a text, a number or a boolean",
                value.kind());
          }
        });
  }

  private void checkRankedByPairs(BoardFile board, String path, SpecFile file, Json.Obj root) {
    if (board.truth() != null && isPairwise(board.truth())) {
      flaw(
          line(root, "leaderboards"),
          path + ".truth",
          "must give single responses a value, and not compare pairs",
          board.truth());
    }
    if (board.evaluator() == null || !isPairwise(board.evaluator())) {
      return;
    }
    checkPairwise(board.evaluator(), path + ".evaluator", file, root);
    var method = methods.get(board.method());
    if (method != null && !(method instanceof BattleMethod)) {
      var why = "ranks no battles, and %s gives nothing else".formatted(board.evaluator());
      flaw(line(root, "leaderboards"), path + ".method", why, board.method());
    }
  }

  private void checkPairwise(String evaluator, String field, SpecFile file, Json.Obj root) {
    if (isPairwise(evaluator) && "best".equals(file.entryRule())) {
      flaw(
          root,
          "entry_rule",
          "must be latest or chosen where %s is a judge of pairs: it gives no value to choose by"
              .formatted(field),
          "best");
    }
  }

  private boolean isPairwise(String evaluator) {
    return PAIRWISE.equals(kinds.get(evaluator));
  }

  private static boolean isScalar(Json value) {
    return value instanceof Json.Text || value instanceof Json.Num || value instanceof Json.Bool;
  }

  private BoardSpec board(BoardFile file) {
    var settings = new HashMap<String, String>();
    file.settings()
        .forEach((name, value) -> {
          switch (value) {
            case Json.Text text -> settings.put(name, text.value());
            case Json.Num number -> settings.put(name, number.value().toPlainString());
            case Json.Bool bool -> settings.put(name, Boolean.toString(bool.value()));
            case Json.Obj o -> {}
            case Json.Arr a -> {}
            case Json.Null n -> {}
          }
        });
    return new BoardSpec(
        file.id(), file.title(), file.method(), file.evaluator(), file.truth(), settings);
  }

  private void flaw(Json.Obj root, String field, String message, String value) {
    flaw(line(root, field), field, message, value);
  }

  private void flaw(int line, String field, String message, String value) {
    flaws.add(
        line, field, value.isEmpty() ? message : message + ": '" + Problems.shown(value) + "'");
  }

  private static int line(Json.Obj root, String field) {
    var value = root.fields().get(field);
    return value == null ? root.line() : value.line();
  }
}
