package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palmares.scoring.battle.SkillUpdate.Scale;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.Interval;
import palmares.scoring.ranking.RankRanges;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// What is believed of each system after its last battle, by [SkillUpdate]: the rating is mu, the
/// interval `mu -+ z sigma`.
///
/// Each battle costs the same however many there were, so that a live display can follow them; the
/// result depends on their order. The interval says how sure the update is and not how often it
/// covers: [BradleyTerry]'s does.
@AutoService(RankingMethod.class)
public final class WengLin implements BattleMethod {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "mu", "what is believed of a system before its first battle (25)",
          "sigma", "how unsure that is (8.333)",
          "beta", "deviation of a performance around the skill (4.167)",
          "tau", "drift of a skill between battles (0.08333)",
          "level", "probability that an interval covers (0.95)");

  @Override
  public String id() {
    return "weng-lin";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    var columns = new HashMap<>(Tally.COLUMNS);
    columns.put("sigma", "how unsure the rating is");
    columns.put("ordinal", "rating - 3 sigma: what it is almost certainly worth");
    return new MethodCard(
        "in row order: c = sqrt(s_i^2 + s_j^2 + 2 beta^2), p = 1 / (1 + exp((m_j - m_i) / c)),"
            + " m_i += s_i^2 / c (o - p), s_i^2 *= 1 - (s_i / c)^3 p (1 - p), s_i^2 grown by tau^2"
            + " before; rating = m, interval m -+ z s",
        "R. Weng and C.-J. Lin, JMLR 12 (2011), algorithm 1; openskill.js",
        columns,
        SETTINGS);
  }

  @Override
  public Ranking rank(Battles battles, Settings settings) {
    return rank(battles, List.of(), complete(settings.allIn(SETTINGS.keySet())));
  }

  @Override
  public Ranking rank(Evidence evidence, Settings settings) {
    settings.allIn(Derivation.known(SETTINGS.keySet()));
    var derivation = Derivation.of(evidence, settings);
    return rank(derivation.battles(), derivation.absent(), complete(Derivation.complete(settings)));
  }

  private Ranking rank(BattleSource battles, List<Rating> absent, Settings settings) {
    var skills = skills(battles, settings);
    var level = settings.share("level", 0.95);
    var reach = Quantile.normal(0.5 + level / 2);
    var tally = new Tally(battles.counts());
    var standings = new ArrayList<RankRanges.Standing>();
    var unranked = new ArrayList<>(absent);
    for (var i = 0; i < skills.length; i++) {
      var system = battles.systems().get(i);
      var columns = new HashMap<>(tally.columns(i));
      if (tally.played(i) == 0) {
        unranked.add(new Rating.Unranked(system, Separation.ALONE, Optional.empty(), columns));
      } else {
        var skill = skills[i];
        columns.put("sigma", skill.sigma());
        columns.put("ordinal", skill.ordinal());
        var half = reach * skill.sigma();
        var interval = new Interval(skill.mu() - half, skill.mu() + half, level);
        standings.add(new RankRanges.Standing(system, skill.mu(), Optional.of(interval), columns));
      }
    }
    var ratings = new ArrayList<Rating>(RankRanges.of(standings));
    ratings.addAll(unranked);
    return new Ranking(key(), settings, ratings, Fit.EXACT, List.of(Elo.ORDER_DEPENDENT));
  }

  private static Skill[] skills(BattleSource battles, Settings settings) {
    var scale = new Scale(settings.number("beta", 0), settings.number("tau", 0), 1e-4);
    var skills = new Skill[battles.systems().size()];
    Arrays.fill(skills, new Skill(settings.number("mu", 0), settings.number("sigma", 0)));
    battles.forEach((left, right, outcome, weight) -> {
      if (weight != 1 || outcome != 0 && outcome != 0.5 && outcome != 1) {
        throw new IllegalArgumentException(
            "weng-lin takes wins and ties of weight 1: outcome %s, weight %s"
                .formatted(outcome, weight));
      }
      var ranks = new int[] {outcome < 0.5 ? 2 : 1, outcome > 0.5 ? 2 : 1};
      var after =
          SkillUpdate.FULL.after(
              List.of(List.of(skills[left]), List.of(skills[right])), ranks, scale);
      skills[left] = after.getFirst().getFirst();
      skills[right] = after.getLast().getFirst();
    });
    return skills;
  }

  private static Settings complete(Settings given) {
    return given
        .with("mu", given.number("mu", 25))
        .with("sigma", given.number("sigma", 25.0 / 3))
        .with("beta", given.number("beta", Scale.USUAL.beta()))
        .with("tau", given.number("tau", Scale.USUAL.tau()))
        .with("level", given.share("level", 0.95));
  }
}
