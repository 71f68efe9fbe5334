package palmares.scoring.battle;

import java.util.OptionalDouble;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// Makes one battle of what a judge said of a pair in the two orders in which it was shown. Battles
/// store the rule they were settled by.
///
/// Implementations are final classes with a public constructor without arguments, found by
/// `@AutoService(SettleRule.class)`.
public interface SettleRule {

  /// The name in kebab case, stable for ever because battles store it.
  String id();

  /// Raised by every change that can change an outcome.
  int version();

  default String key() {
    return id() + "@" + version();
  }

  /// The outcome from 0 (right won) to 1 (left won); empty if nothing was decided.
  ///
  /// @param shownFirst probability that the left one wins when it is shown first; null if the judge
  ///   abstained
  /// @param shownSecond the same when it is shown second
  OptionalDouble settle(@Nullable Double shownFirst, @Nullable Double shownSecond);

  /// @throws IllegalArgumentException if there is none of that `id@version`
  static SettleRule named(String key) {
    return ServiceLoader.load(SettleRule.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(rule -> rule.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no rule settles battles as '" + key + "'"));
  }
}
