package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// Battles made from the table of one evaluator, with the systems that took no part.
record Derivation(TableBattles battles, List<Rating> absent) {

  private static final Set<String> SETTINGS = Set.of("evaluator", "gaps", "tie_margin");

  /// A gap loses to any value; two of them tie.
  private static final double WORST = -Double.MAX_VALUE;

  static Derivation of(Evidence evidence, Settings settings) {
    var table = evidence.table(settings.text("evaluator"));
    var gapsAllowed =
        settings.choice("gaps", "unranked", Set.of("unranked", "worst")).equals("worst");
    var members = new ArrayList<Integer>();
    var absent = new ArrayList<Rating>();
    for (var system = 0; system < table.systems().size(); system++) {
      var missing = table.examples().size() - table.answered(system);
      if (missing == 0 || gapsAllowed) {
        members.add(system);
      } else {
        absent.add(absent(table, system, missing));
      }
    }
    var names = members.stream().map(table.systems()::get).toList();
    var margin = settings.number("tie_margin", 0);
    return new Derivation(new TableBattles(names, values(table, members), margin), absent);
  }

  /// The settings of a method together with those of the derivation.
  static Set<String> known(Set<String> method) {
    var known = new HashSet<>(SETTINGS);
    known.addAll(method);
    return known;
  }

  /// The settings with the defaults that were used.
  static Settings complete(Settings settings) {
    return settings
        .with("gaps", settings.text("gaps", "unranked"))
        .with("tie_margin", settings.number("tie_margin", 0));
  }

  private static double[][] values(ScoreTable table, List<Integer> members) {
    var values = new double[table.examples().size()][members.size()];
    for (var example = 0; example < values.length; example++) {
      for (var k = 0; k < members.size(); k++) {
        var system = members.get(k);
        values[example][k] = table.isScored(system, example) ? table.value(system, example) : WORST;
      }
    }
    return values;
  }

  private static Rating absent(ScoreTable table, int system, int missing) {
    return new Rating.Unranked(
        table.systems().get(system),
        "%d of %d examples are missing".formatted(missing, table.examples().size()),
        Optional.empty(),
        Map.of("answered", (double) table.answered(system)));
  }
}
