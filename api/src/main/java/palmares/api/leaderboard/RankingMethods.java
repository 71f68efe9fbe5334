package palmares.api.leaderboard;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import palmares.scoring.ranking.RankingMethod;

/// The ranking methods on the class path.
@Singleton
public final class RankingMethods {

  private final Map<String, RankingMethod> byId = new TreeMap<>();

  public RankingMethods() {
    for (var method : ServiceLoader.load(RankingMethod.class)) {
      byId.put(method.id(), method);
    }
  }

  /// @throws IllegalArgumentException if there is none of that id, naming those there are
  RankingMethod method(String id) {
    var method = byId.get(id);
    if (method == null) {
      throw new IllegalArgumentException(
          "no ranking method '" + id + "'; there are " + byId.keySet());
    }
    return method;
  }

  /// `id@version` of each.
  List<String> keys() {
    return byId.values().stream().map(RankingMethod::key).toList();
  }

  /// Ids that a leaderboard may name.
  public java.util.Set<String> ids() {
    return byId.keySet();
  }
}
