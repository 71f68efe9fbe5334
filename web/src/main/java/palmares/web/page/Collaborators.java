package palmares.web.page;

import java.util.Map;

/// What pages are built from: one instance for each type that a page's constructor may ask for.
public record Collaborators(Map<Class<?>, Object> byType) {

  static final String ATTRIBUTE = Collaborators.class.getName();

  public Collaborators {
    byType = Map.copyOf(byType);
  }

  <T> T of(Class<T> type) {
    Object found = byType.get(type);
    if (found == null) {
      throw new IllegalStateException(
          "No " + type.getName() + " to hand to a page; there are " + byType.keySet());
    }
    return type.cast(found);
  }
}
