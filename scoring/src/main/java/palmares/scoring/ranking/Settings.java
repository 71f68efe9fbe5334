package palmares.scoring.ranking;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Named settings of a ranking method, as text so that they print, store and hash the same
/// everywhere.
public record Settings(SortedMap<String, String> values) {

  public static final Settings NONE = new Settings(new TreeMap<>());

  public Settings {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Settings of(Map<String, String> values) {
    return new Settings(new TreeMap<>(values));
  }

  /// These settings, once it is sure that the method knows every one of them.
  ///
  /// @throws IllegalArgumentException if one is unknown, naming it
  public Settings allIn(Set<String> known) {
    for (var name : values.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "setting '" + name + "' is unknown; known are " + new TreeSet<>(known));
      }
    }
    return this;
  }

  /// @throws IllegalArgumentException if the setting is none of the choices, naming them
  public String choice(String name, String otherwise, Set<String> choices) {
    var value = text(name, otherwise);
    if (!choices.contains(value)) {
      throw new IllegalArgumentException(
          "setting '%s' must be one of %s: '%s'".formatted(name, new TreeSet<>(choices), value));
    }
    return value;
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /// @throws IllegalArgumentException if the setting is missing, naming it
  public String text(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("setting '" + name + "' is missing; given: " + values);
    }
    return value;
  }

  /// @throws IllegalArgumentException if the setting is not a whole number
  public int integer(String name, int otherwise) {
    var value = values.get(name);
    try {
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting '" + name + "' must be a whole number: '" + value + "'", e);
    }
  }

  /// @throws IllegalArgumentException if the setting is not a whole number of at least `least`
  public int atLeast(int least, String name, int otherwise) {
    var value = integer(name, otherwise);
    if (value < least) {
      throw new IllegalArgumentException(
          "setting '%s' must be %d or more: %d".formatted(name, least, value));
    }
    return value;
  }

  /// @throws IllegalArgumentException if the setting is not a number between 0 and 1, both excluded
  public double share(String name, double otherwise) {
    var value = number(name, otherwise);
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          "setting '" + name + "' must be between 0 and 1: " + value);
    }
    return value;
  }

  /// @throws IllegalArgumentException if the setting is not a finite number
  public double number(String name, double otherwise) {
    var value = values.get(name);
    try {
      var number = value == null ? otherwise : Double.parseDouble(value);
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException(
            "setting '" + name + "' must be finite: '" + value + "'");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting '" + name + "' must be a number: '" + value + "'", e);
    }
  }

  /// These settings with another value for one name.
  public Settings with(String name, Object value) {
    var copy = new TreeMap<>(values);
    copy.put(name, String.valueOf(value));
    return new Settings(copy);
  }
}
