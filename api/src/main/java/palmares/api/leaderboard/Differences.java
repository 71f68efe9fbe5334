package palmares.api.leaderboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import palmares.db.Json;
import tools.jackson.databind.JsonNode;

/// What differs between two forms of the same record: every component counts, so that one added
/// later is compared without anybody thinking of it. Whole numbers and texts must be equal,
/// fractions within 1e-9.
final class Differences {

  private static final double TOLERANCE = 1e-9;
  private static final String ROWS = "rows";
  private static final String SUBJECT = "subject";

  private final List<String> words = new ArrayList<>();
  private double largest;

  void add(String difference) {
    words.add(difference);
  }

  /// In words, those of the first comparison first.
  List<String> words() {
    return List.copyOf(words);
  }

  /// Between two fractions.
  double largest() {
    return largest;
  }

  /// @param what a word before the name of each component that differs
  void records(String what, Record stored, Record again) {
    nodes(what, Json.tree(Json.text(stored)), Json.tree(Json.text(again)));
  }

  /// The rows of a document are known by their subjects, and their order counts.
  void documents(SnapshotDocument stored, SnapshotDocument again) {
    if (!stored.method().equals(again.method())) {
      add("it was made by %s; here is %s".formatted(stored.method(), again.method()));
      return;
    }
    var before = Json.tree(Json.text(stored));
    var now = Json.tree(Json.text(again));
    fields("", before, now, ROWS);
    var rows = bySubject(now);
    var common = new LinkedHashSet<String>(); // in the order in which they stood
    bySubject(before)
        .forEach((subject, row) -> {
          var other = rows.get(subject);
          if (other == null) {
            add(subject + " is missing");
          } else {
            common.add(subject);
            fields(subject + ": ", row, other, SUBJECT);
          }
        });
    rows.keySet().stream()
        .filter(subject -> !common.contains(subject))
        .forEach(subject -> add(subject + " was not there"));
    var order = rows.keySet().stream().filter(common::contains).toList();
    if (!order.equals(List.copyOf(common))) {
      add("the rows stood in the order %s and stand in %s".formatted(common, order));
    }
  }

  private static Map<String, JsonNode> bySubject(JsonNode document) {
    var rows = new LinkedHashMap<String, JsonNode>();
    document.path(ROWS).forEach(row -> rows.putIfAbsent(row.path(SUBJECT).asString(), row));
    return rows;
  }

  private void fields(String what, JsonNode stored, JsonNode again, String... except) {
    var names = new LinkedHashSet<String>();
    stored.properties().forEach(field -> names.add(field.getKey()));
    again.properties().forEach(field -> names.add(field.getKey()));
    names.removeAll(Set.of(except));
    names.forEach(name -> nodes(what + name, stored.path(name), again.path(name)));
  }

  private void nodes(String what, JsonNode stored, JsonNode again) {
    if (stored.isObject() && again.isObject()) {
      fields(what + " ", stored, again);
    } else if (stored.isArray() && again.isArray() && stored.size() == again.size()) {
      for (var i = 0; i < stored.size(); i++) {
        nodes("%s[%d]".formatted(what, i), stored.get(i), again.get(i));
      }
    } else if (stored.isFloatingPointNumber() && again.isFloatingPointNumber()) {
      var difference = Math.abs(stored.doubleValue() - again.doubleValue());
      largest = Math.max(largest, difference);
      if (!(difference <= TOLERANCE * Math.max(1, Math.abs(stored.doubleValue())))) {
        differ(what, stored, again);
      }
    } else if (!stored.equals(again)) {
      differ(what, stored, again);
    }
  }

  private void differ(String what, JsonNode stored, JsonNode again) {
    add("%s was %s and is %s".formatted(what, shortened(stored), shortened(again)));
  }

  private static String shortened(JsonNode node) {
    return node.isArray() ? node.size() + " entries" : node.toString();
  }
}
