package palmares.launcher.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.battle.BattleMethod;
import palmares.scoring.battle.MethodCard;
import palmares.scoring.battle.StyleControl;
import palmares.scoring.ranking.RankingMethod;

/// The ranking methods that read battles, as they are plugged in.
final class BattleMethods {

  /// The method that needs more of a file than who won.
  static final String STYLE_CONTROL = "style-control";

  private static final int WIDTH = 98;
  private static final int INDENT = 22;

  private BattleMethods() {}

  /// @throws CommandFailure if there is none of that name, naming those there are
  static BattleMethod named(String id) {
    return all().stream()
        .filter(method -> method.id().equals(id))
        .findAny()
        .orElseThrow(() ->
            CommandFailure.badInput(
                "no method '%s' that ranks votes; there are %s".formatted(id, names())));
  }

  static String names() {
    return Stream.concat(all().stream().map(BattleMethod::id), Stream.of(STYLE_CONTROL))
        .collect(Collectors.joining(", "));
  }

  /// For each method its formula, settings, columns and source.
  static List<String> described() {
    var lines = new ArrayList<String>();
    for (var method : all()) {
      describe(lines, method.id(), method.version(), method.card());
    }
    describe(lines, STYLE_CONTROL, 1, StyleControl.CARD);
    return lines;
  }

  private static void describe(List<String> lines, String id, int version, MethodCard card) {
    lines.add("");
    lines.add("Method " + id + " (version " + version + ")");
    entry(lines, "  formula", card.formula());
    card.settings().forEach((name, text) -> entry(lines, "  --set " + name + "=", text));
    card.columns().forEach((name, text) -> entry(lines, "  column " + name, text));
    entry(lines, "  source", card.source());
  }

  /// A text beside its label, in as many lines as it needs.
  private static void entry(List<String> lines, String label, String text) {
    var line = new StringBuilder(label);
    for (var word : text.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(" ".repeat(Math.max(1, INDENT - line.length()))).append(word);
    }
    lines.add(line.toString());
  }

  private static List<BattleMethod> all() {
    return ServiceLoader.load(RankingMethod.class).stream()
        .filter(provider -> BattleMethod.class.isAssignableFrom(provider.type()))
        .map(provider -> (BattleMethod) provider.get())
        .sorted(Comparator.comparing(BattleMethod::id))
        .toList();
  }

  /// The settings given, once no two of them contradict each other.
  static Map<String, String> settings(Map<String, String> given, String peer) {
    if (peer.isEmpty()) {
      return given;
    }
    var settings = new TreeMap<>(given);
    var earlier = settings.put("compat", peer);
    if (earlier != null && !earlier.equals(peer)) {
      throw CommandFailure.badInput(
          "--compat %s and --set compat=%s contradict each other".formatted(peer, earlier));
    }
    return settings;
  }
}
