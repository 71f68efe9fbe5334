package palmares.web.client;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import palmares.contract.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Reads the contract's records. A field that a newer API adds is ignored, and an empty list or map
/// may be left out.
public final class ContractJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .withConfigOverride(
              List.class,
              type -> type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .withConfigOverride(
              Map.class,
              type -> type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .addModule(
              new SimpleModule()
                  .addDeserializer(String.class, new ShownText())
                  .addKeyDeserializer(String.class, new ShownText.Key()))
          .build();

  private ContractJson() {}

  public static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  static <T> T read(String body, TypeReference<T> type) {
    return JSON.readValue(body, type);
  }

  /// The problem that the body tells of, or one that says what little is known.
  static Problem problem(HttpResponse<String> response) {
    try {
      var problem = JSON.readValue(response.body(), Problem.class);
      if (problem != null && problem.detail() != null) {
        return problem;
      }
    } catch (JacksonException e) {
      // Something else than the API answered.
    }
    return unreadable(response.statusCode());
  }

  static Problem unreadable(int status) {
    return new Problem(
        "about:blank",
        "Unexpected answer",
        status,
        "The API answered " + status + " in a form that the pages do not know",
        null,
        List.of());
  }
}
