package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How a game between teams changes what is believed of its players.
///
/// The skill of a team is the sum of its players', each deviation first widened to `sqrt(sigma^2 +
/// tau^2)`. From the game follow omega and eta of each team; a player's mu then moves by `sigma^2 /
/// sigma_team^2 omega`, and sigma shrinks by `sqrt(max(1 - sigma^2 / sigma_team^2 eta, kappa))`.
///
/// Source: R. Weng and C.-J. Lin, A Bayesian Approximation Method for Online Ranking, JMLR 12
/// (2011), algorithms 1, 2 and 4, with gamma = sigma_team / c; openskill.js 5.
public enum SkillUpdate {
  /// Every two teams played each other: Bradley-Terry.
  FULL,
  /// Only neighbours in the ranking played each other: Bradley-Terry.
  PART,
  /// The ranking was chosen place by place.
  PLACKETT_LUCE;

  /// The scale of skills.
  ///
  /// @param beta deviation of a performance around the skill
  /// @param tau by how much a skill may drift between games
  /// @param kappa the least factor by which a variance shrinks
  public record Scale(double beta, double tau, double kappa) {
    public static final Scale USUAL = new Scale(25.0 / 6, 25.0 / 300, 1e-4);

    public Scale {
      if (!(beta > 0) || !(tau >= 0) || !(kappa > 0 && kappa < 1)) {
        throw new IllegalArgumentException(
            "beta must be above 0, tau 0 or more, kappa between 0 and 1: %s, %s, %s"
                .formatted(beta, tau, kappa));
      }
    }
  }

  /// @param ranks of the teams, less is better, equal ones tied
  /// @throws IllegalArgumentException if there are fewer than two teams, one is empty, or not every
  ///   team has a rank
  public List<List<Skill>> after(List<List<Skill>> teams, int[] ranks, Scale scale) {
    if (teams.size() < 2
        || teams.size() != ranks.length
        || teams.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException(
          "a game needs two teams or more, of a player or more and with a rank each: %d teams, %d"
                  .formatted(teams.size(), ranks.length)
              + " ranks");
    }
    var wide =
        teams.stream()
            .map(team ->
                team.stream()
                    .map(each -> new Skill(each.mu(), Math.hypot(each.sigma(), scale.tau())))
                    .toList())
            .toList();
    var mu = wide.stream().mapToDouble(t -> t.stream().mapToDouble(Skill::mu).sum()).toArray();
    var variance =
        wide.stream()
            .mapToDouble(t -> t.stream().mapToDouble(s -> s.sigma() * s.sigma()).sum())
            .toArray();
    var game = new Game(mu, variance, ranks, scale.beta());
    var after = new ArrayList<List<Skill>>();
    for (var i = 0; i < wide.size(); i++) {
      var change = change(game, i);
      var own = variance[i];
      after.add(
          wide.get(i).stream()
              .map(each -> {
                var share = each.sigma() * each.sigma() / own;
                return new Skill(
                    each.mu() + share * change.omega(),
                    each.sigma() * Math.sqrt(Math.max(1 - share * change.eta(), scale.kappa())));
              })
              .toList());
    }
    return after;
  }

  private Change change(Game game, int team) {
    return switch (this) {
      case FULL ->
          game.against(team, IntStream.range(0, game.ranks().length).filter(q -> q != team));
      case PART -> game.against(team, game.neighbours(team));
      case PLACKETT_LUCE -> game.choices(team);
    };
  }

  private record Change(double omega, double eta) {}

  private record Game(double[] mu, double[] variance, int[] ranks, double beta) {

    Change against(int i, IntStream others) {
      var omega = 0.0;
      var eta = 0.0;
      for (var q : others.toArray()) {
        var c = Math.sqrt(variance[i] + variance[q] + 2 * beta * beta);
        var chance = 1 / (1 + Math.exp((mu[q] - mu[i]) / c));
        var score = (1 + Integer.signum(Integer.compare(ranks[q], ranks[i]))) / 2.0;
        omega += variance[i] / c * (score - chance);
        eta += Math.sqrt(variance[i]) / c * variance[i] / (c * c) * chance * (1 - chance);
      }
      return new Change(omega, eta);
    }

    Change choices(int i) {
      var c = 0.0;
      for (var each : variance) {
        c += each + beta * beta;
      }
      c = Math.sqrt(c);
      var omega = 0.0;
      var eta = 0.0;
      for (var q = 0; q < mu.length; q++) {
        if (ranks[q] <= ranks[i]) {
          var left = 0.0;
          var tied = 0;
          for (var other = 0; other < mu.length; other++) {
            left += ranks[other] >= ranks[q] ? Math.exp(mu[other] / c) : 0;
            tied += ranks[other] == ranks[q] ? 1 : 0;
          }
          var chance = Math.exp(mu[i] / c) / left;
          omega += ((i == q ? 1 : 0) - chance) / tied;
          eta += chance * (1 - chance) / tied;
        }
      }
      return new Change(
          omega * variance[i] / c, eta * variance[i] / (c * c) * Math.sqrt(variance[i]) / c);
    }

    /// Who stands before and after a team; tied teams stand in the order they were given in.
    IntStream neighbours(int team) {
      var order =
          IntStream.range(0, ranks.length)
              .boxed()
              .sorted(Comparator.comparingInt(q -> ranks[q]))
              .toList();
      var place = order.indexOf(team);
      return IntStream.of(place - 1, place + 1)
          .filter(k -> k >= 0 && k < order.size())
          .map(order::get);
    }
  }
}
