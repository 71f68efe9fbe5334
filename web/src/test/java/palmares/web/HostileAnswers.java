package palmares.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import palmares.contract.testing.HostileText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The answers of the other tests with hostile texts in place of all that people choose: each list
/// gets one entry for each text, and what stands alone gets one of them.
///
/// @param alone the text of what is no list
/// @param chosen the fields that hold such texts
record HostileAnswers(HostileText alone, Set<String> chosen) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// What people, programs of theirs or the systems themselves write. The other fields are ids,
  /// times and words that only we choose, or names that our own border takes in a few letters.
  private static final Set<String> CHOSEN =
      Set.of(
          "subject",
          "title",
          "description",
          "reason",
          "liftReason",
          "message",
          "text",
          "response",
          "licence",
          "baseModel",
          "summary",
          "account",
          "invitedBy",
          "updatedBy",
          "system",
          "waitingFor",
          "noWorkerSince",
          "offer",
          "flag",
          "interval",
          "detail");

  private static final Set<String> LISTS_OF_CHOSEN =
      Set.of(
          "notes",
          "pending",
          "links",
          "references",
          "failures",
          "details",
          "categories",
          "tags",
          "workers",
          "offers",
          "capabilities");

  static void on(StubApi api, HostileText alone) {
    var answers = new HostileAnswers(alone, CHOSEN);
    // Elsewhere a name is an address, of few letters.
    var named =
        new HostileAnswers(
            alone, Stream.concat(CHOSEN.stream(), Stream.of("name")).collect(Collectors.toSet()));
    api.change((route, body) -> {
      if (body.isBlank()) {
        return body;
      }
      return (route.equals("GET /tokens") || route.equals("GET /workers") ? named : answers)
          .of(route, body);
    });
  }

  private String of(String route, String body) {
    var answer = MAPPER.readTree(body);
    if (route.endsWith("/win-rates")) {
      beatenByAll((ObjectNode) answer);
    } else {
      changed(answer, alone);
    }
    return MAPPER.writeValueAsString(answer);
  }

  private static void beatenByAll(ObjectNode winRates) {
    var texts = HostileText.shorter();
    var systems = winRates.putArray("systems");
    var rates = winRates.putArray("rates");
    texts.forEach(text -> {
      systems.add(text.text());
      var row = rates.addArray();
      texts.forEach(other -> row.add(0.5));
    });
  }

  private void changed(JsonNode node, HostileText text) {
    switch (node) {
      case ObjectNode object ->
          List.copyOf(object.propertyNames())
              .forEach(name -> changed(object, name, object.get(name), text));
      case ArrayNode array -> multiplied(array);
      default -> {}
    }
  }

  private void changed(ObjectNode object, String name, JsonNode value, HostileText text) {
    if (value instanceof StringNode && chosen.contains(name)) {
      object.put(name, text.text());
    } else if (value instanceof ArrayNode array
        && LISTS_OF_CHOSEN.contains(name)
        && array.path(0).isString()) {
      array.removeAll();
      HostileText.all().forEach(each -> array.add(each.text()));
    } else {
      changed(value, text);
    }
  }

  /// The first entry once for each text.
  private void multiplied(ArrayNode array) {
    if (array.isEmpty() || !(array.get(0) instanceof ObjectNode first) || !hasChosen(first)) {
      array.forEach(each -> changed(each, HostileText.all().getFirst()));
      return;
    }
    var pattern = first.deepCopy();
    array.removeAll();
    HostileText.all()
        .forEach(text -> {
          var entry = pattern.deepCopy();
          oneOfEach(entry, text);
          if (entry.has("seq")) {
            entry.put("seq", array.size() + 1);
          }
          // Of boards the other answers speak by their ids.
          if (entry.path("id").asString("").matches("[stw]-.*")) {
            entry.put("id", entry.get("id").asString() + "-" + array.size());
          }
          array.add(entry);
        });
  }

  /// In an entry of a list, lists stay short: every text has an entry of its own.
  private void oneOfEach(ObjectNode entry, HostileText text) {
    for (var name : List.copyOf(entry.propertyNames())) {
      switch (entry.get(name)) {
        case StringNode value when chosen.contains(name) -> entry.put(name, text.text());
        case ArrayNode array when LISTS_OF_CHOSEN.contains(name) && array.path(0).isString() ->
            entry.set(name, JsonNodeFactory.instance.arrayNode().add(text.text()));
        case ArrayNode array ->
            array.forEach(each -> {
              if (each instanceof ObjectNode object) {
                oneOfEach(object, text);
              }
            });
        case ObjectNode object -> oneOfEach(object, text);
        default -> {}
      }
    }
  }

  private boolean hasChosen(ObjectNode entry) {
    return entry.propertyNames().stream()
        .anyMatch(name ->
            chosen.contains(name)
                || LISTS_OF_CHOSEN.contains(name)
                || entry.get(name) instanceof ObjectNode below && hasChosen(below));
  }
}
