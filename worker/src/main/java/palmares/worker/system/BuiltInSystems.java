package palmares.worker.system;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.contract.work.Work.Offer;

/// The built-in systems found on the class path, by `id@version`.
public final class BuiltInSystems {

  private final Map<String, BuiltInSystem> byKey = new TreeMap<>();

  private BuiltInSystems() {}

  /// @throws IllegalStateException if two claim the same `id@version`
  public static BuiltInSystems found() {
    var systems = new BuiltInSystems();
    for (var system : ServiceLoader.load(BuiltInSystem.class)) {
      var other = systems.byKey.put(system.key(), system);
      if (other != null) {
        throw new IllegalStateException(
            system.key() + " is both " + other.getClass() + " and " + system.getClass());
      }
    }
    return systems;
  }

  public @Nullable BuiltInSystem named(String key) {
    return byKey.get(key);
  }

  public List<Offer> offers() {
    return byKey.values().stream()
        .map(system ->
            new Offer(
                system.id(), system.version(), "built-in", null, null, system.summary(), null))
        .toList();
  }
}
