package palmares.worker.system;

import java.util.Map;

/// What a submission sets on its built-in system. A setting that is absent has the system's
/// default.
public record SystemSettings(Map<String, String> values) {

  public static final SystemSettings NONE = new SystemSettings(Map.of());

  public SystemSettings {
    values = Map.copyOf(values);
  }

  public long whole(String name, long otherwise) {
    var value = values.get(name);
    try {
      return value == null ? otherwise : Long.parseLong(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting '" + name + "' must be a whole number: " + value, e);
    }
  }

  public double fraction(String name, double otherwise) {
    var value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    var number = parsed(name, value);
    if (!(number >= 0 && number <= 1)) {
      throw new IllegalArgumentException("setting '" + name + "' must be from 0 to 1: " + value);
    }
    return number;
  }

  private static double parsed(String name, String value) {
    try {
      return Double.parseDouble(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("setting '" + name + "' must be a number: " + value, e);
    }
  }
}
