package palmares.api.leaderboard;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import palmares.db.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One component of a stored record, given another value of its type.
///
/// @param parent JSON pointer to the record in its document, `/` at the end
record Alteration(String parent, RecordComponent component) {

  /// One for each component of a record.
  static Stream<Alteration> of(String parent, Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> new Alteration(parent, component));
  }

  String pointer() {
    return parent + component.getName();
  }

  String in(String document) {
    var root = Json.tree(document);
    var owner = (ObjectNode) root.at(parent.substring(0, parent.length() - 1));
    var name = component.getName();
    var type = component.getType();
    if (type == String.class) {
      owner.put(name, owner.path(name).asString("") + "x");
    } else if (type == boolean.class) {
      owner.put(name, !owner.path(name).booleanValue());
    } else if (type == double.class || type == Double.class) {
      owner.put(name, owner.path(name).asDouble(0) + 1e-6);
    } else if (type == int.class || type == Integer.class || type == long.class) {
      owner.put(name, owner.path(name).asLong(0) + 1);
    } else if (type == SortedMap.class) {
      put((ObjectNode) owner.get(name));
    } else if (type == List.class) {
      shortenOrExtend((ArrayNode) owner.get(name));
    } else {
      throw new IllegalStateException("say how to alter a " + type + ", as in " + pointer());
    }
    return Json.canonical(root.toString());
  }

  private void put(ObjectNode map) {
    var of = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1];
    if (of == String.class) {
      map.put("another", "x");
    } else {
      map.put("another", 1);
    }
  }

  private void shortenOrExtend(ArrayNode list) {
    if (((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
        == String.class) {
      list.add("x");
    } else {
      list.remove(list.size() - 1);
    }
  }
}
