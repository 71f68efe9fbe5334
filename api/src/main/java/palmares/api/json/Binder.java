package palmares.api.json;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;

/// Makes records of JSON, without guessing: a number is never read from a text nor a text from a
/// number, an unknown field is a flaw, and so is a missing one unless its component is `@Nullable`
/// (or a list or map, which is then empty). A component of type [Json] takes whatever stands there.
public final class Binder {

  private final Flaws flaws;
  private final UnaryOperator<String> naming;

  private Binder(Flaws flaws, UnaryOperator<String> naming) {
    this.flaws = flaws;
    this.naming = naming;
  }

  /// Fields are named as the components are.
  public static Binder of(Flaws flaws) {
    return new Binder(flaws, UnaryOperator.identity());
  }

  /// Fields are named in snake case, as in files that people write.
  public static Binder snakeCase(Flaws flaws) {
    return new Binder(
        flaws, name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT));
  }

  /// @param path of the value in its document; empty for the document itself
  /// @return absent if anything in it was noted as a flaw
  public <T extends Record> @Nullable T record(Json json, Class<T> type, String path) {
    var before = flaws.size();
    var made = recordOf(json, type, path);
    return flaws.size() == before && !flaws.isFull() ? type.cast(made) : null;
  }

  private @Nullable Object recordOf(Json json, Class<?> type, String path) {
    if (!(json instanceof Json.Obj object)) {
      return wrong(json, path, "an object");
    }
    var components = type.getRecordComponents();
    reportUnknown(object, components, path);
    var before = flaws.size();
    var values = new @Nullable Object[components.length];
    for (var i = 0; i < components.length; i++) {
      values[i] = component(object, components[i], path);
    }
    return flaws.size() == before ? construct(type, components, values, object, path) : null;
  }

  private void reportUnknown(Json.Obj object, RecordComponent[] components, String path) {
    Set<String> known =
        Arrays.stream(components)
            .map(component -> naming.apply(component.getName()))
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    object
        .fields()
        .forEach((name, value) -> {
          if (!known.contains(name)) {
            flaws.add(value.line(), at(path, name), "is not known here; known are " + known);
          }
        });
  }

  private @Nullable Object component(Json.Obj object, RecordComponent component, String path) {
    var name = naming.apply(component.getName());
    var value = object.fields().get(name);
    if (value == null || value instanceof Json.Null) {
      return absent(object, component, at(path, name));
    }
    return value(value, component.getGenericType(), at(path, name));
  }

  private @Nullable Object absent(Json.Obj object, RecordComponent component, String path) {
    if (isNullable(component.getAnnotatedType())) {
      return null;
    }
    if (component.getType() == List.class) {
      return List.of();
    }
    if (component.getType() == Map.class) {
      return Map.of();
    }
    flaws.add(object.line(), path, "is missing");
    return null;
  }

  private static boolean isNullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private @Nullable Object value(Json json, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      var arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? list(json, arguments[0], path)
          : map(json, arguments[1], path);
    }
    var plain = (Class<?>) type;
    if (plain == Json.class) {
      return json;
    }
    if (plain.isRecord()) {
      return recordOf(json, plain, path);
    }
    if (plain == String.class) {
      return json instanceof Json.Text text ? text.value() : wrong(json, path, "a text");
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return json instanceof Json.Bool bool ? bool.value() : wrong(json, path, "true or false");
    }
    if (plain == Instant.class) {
      return instant(json, path);
    }
    return number(json, plain, path);
  }

  private @Nullable Object list(Json json, Type item, String path) {
    if (!(json instanceof Json.Arr array)) {
      return wrong(json, path, "a list");
    }
    var items = new ArrayList<@Nullable Object>();
    for (var i = 0; i < array.items().size(); i++) {
      items.add(value(array.items().get(i), item, path + "[" + i + "]"));
    }
    return items.contains(null) ? null : List.copyOf(items);
  }

  private @Nullable Object map(Json json, Type item, String path) {
    if (!(json instanceof Json.Obj object)) {
      return wrong(json, path, "an object");
    }
    var items = new LinkedHashMap<String, @Nullable Object>();
    object.fields().forEach((name, value) -> items.put(name, value(value, item, at(path, name))));
    return items.containsValue(null) ? null : Collections.unmodifiableMap(items);
  }

  private @Nullable Object instant(Json json, String path) {
    if (json instanceof Json.Text text) {
      try {
        return Moments.parse(text.value());
      } catch (DateTimeParseException e) {
        flaws.add(
            json.line(),
            path,
            "must be a time of the years 1 to 9999 such as 2026-01-31T12:00:00Z: '%s'"
                .formatted(Problems.shown(text.value())));
        return null;
      }
    }
    return wrong(json, path, "a text with a time such as 2026-01-31T12:00:00Z");
  }

  private @Nullable Object number(Json json, Class<?> type, String path) {
    if (!(json instanceof Json.Num number)) {
      return wrong(json, path, "a number");
    }
    if (type == double.class || type == Double.class) {
      var value = number.value().doubleValue();
      return Double.isFinite(value) ? value : wrong(json, path, "a number that fits 64 bits");
    }
    return whole(number.value(), type, json, path);
  }

  private @Nullable Object whole(BigDecimal value, Class<?> type, Json json, String path) {
    try {
      if (type == int.class || type == Integer.class) {
        return value.intValueExact();
      }
      if (type == long.class || type == Long.class) {
        return value.longValueExact();
      }
    } catch (ArithmeticException e) {
      return wrong(json, path, "a whole number in range");
    }
    throw new IllegalStateException("no reading of " + type + " at " + path);
  }

  private @Nullable Object construct(
      Class<?> type,
      RecordComponent[] components,
      @Nullable Object[] values,
      Json.Obj object,
      String path) {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        flaws.add(
            object.line(),
            path.isEmpty() ? null : path,
            Problems.shown(String.valueOf(refused.getMessage())));
        return null;
      }
      throw new IllegalStateException("the constructor of " + type + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + type, e);
    }
  }

  private @Nullable Object wrong(Json json, String path, String expected) {
    flaws.add(
        json.line(),
        path.isEmpty() ? null : path,
        "must be %s, not %s".formatted(expected, json.kind()));
    return null;
  }

  private static String at(String path, String name) {
    var shown = Problems.shown(name);
    return path.isEmpty() ? shown : path + "." + shown;
  }
}
